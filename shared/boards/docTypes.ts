import type { SwapPersona } from '../base/swapPersona';
import type { Command } from '../document/command';
import type { AnyDoc, DocKind, DocType } from '../model/document';
import { workshopType } from '../model/workshop';
import { swapPersona, sweepWorkshop } from '../model/workshopCommands';
import { swapPersona as swapOnEmpathyMap } from './empathy-map/commands/swapPersona';
import { sweep as sweepEmpathyMap } from './empathy-map/commands/sweep';
import { empathyMapType } from './empathy-map/model';
import { swapPersona as swapOnJourneyMap } from './journey-map/commands/swapPersona';
import { sweep as sweepJourneyMap } from './journey-map/commands/sweep';
import { journeyMapType } from './journey-map/model';
import { sweep as sweepPersona } from './persona/commands/sweep';
import { personaType } from './persona/model';

/** How every kind of document is stored, validated and migrated. */
const TYPES: Readonly<Record<DocKind, DocType<never>>> = {
  workshop: workshopType as unknown as DocType<never>,
  persona: personaType as unknown as DocType<never>,
  'journey-map': journeyMapType as unknown as DocType<never>,
  'empathy-map': empathyMapType as unknown as DocType<never>,
};

/** The stored type of a kind. */
export const docType = <Doc extends AnyDoc = AnyDoc>(kind: DocKind): DocType<Doc> =>
  TYPES[kind] as unknown as DocType<Doc>;

/** Every stored kind. */
export const DOC_KINDS: readonly DocKind[] = Object.keys(TYPES) as DocKind[];

const SWEEPS: Readonly<Record<DocKind, Command<never, null>>> = {
  workshop: sweepWorkshop,
  persona: sweepPersona,
  'journey-map': sweepJourneyMap,
  'empathy-map': sweepEmpathyMap,
};

/** The command that repairs what merging two copies can leave behind; it changes nothing on a sound document. */
export const sweepOf = <Doc extends AnyDoc = AnyDoc>(kind: DocKind): Command<Doc, null> =>
  SWEEPS[kind] as unknown as Command<Doc, null>;

const SWAPS: Readonly<Partial<Record<DocKind, Command<never, SwapPersona>>>> = {
  workshop: swapPersona,
  'journey-map': swapOnJourneyMap,
  'empathy-map': swapOnEmpathyMap,
};

/** The command that changes every reference to a persona in a document; undefined for kinds that have none. */
export const swapOf = (kind: DocKind): Command<AnyDoc, SwapPersona> | undefined =>
  SWAPS[kind] as unknown as Command<AnyDoc, SwapPersona> | undefined;

/** True for the name of a stored kind of document. */
export const isDocKind = (value: unknown): value is DocKind => typeof value === 'string' && Object.hasOwn(TYPES, value);
