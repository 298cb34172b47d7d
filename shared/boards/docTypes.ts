import type { PersonaId } from '../base/ids';
import type { Command } from '../document/command';
import type { AnyDoc, DocKind, DocType } from '../model/document';
import { workshopType } from '../model/workshop';
import { removePersona, sweepWorkshop } from '../model/workshopCommands';
import { forgetPersona as forgetOnEmpathyMap } from './empathy-map/commands/forgetPersona';
import { sweep as sweepEmpathyMap } from './empathy-map/commands/sweep';
import { empathyMapType } from './empathy-map/model';
import { forgetPersona as forgetOnJourneyMap } from './journey-map/commands/forgetPersona';
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

type Forget = Command<never, { readonly id: PersonaId }>;
const FORGETS: Readonly<Partial<Record<DocKind, Forget>>> = {
  workshop: removePersona,
  'journey-map': forgetOnJourneyMap,
  'empathy-map': forgetOnEmpathyMap,
};

/** The command that takes every reference to a persona out of a document; undefined for kinds that have none. */
export const forgetOf = (kind: DocKind): Command<AnyDoc, { readonly id: PersonaId }> | undefined =>
  FORGETS[kind] as unknown as Command<AnyDoc, { readonly id: PersonaId }> | undefined;

/** True for the name of a stored kind of document. */
export const isDocKind = (value: unknown): value is DocKind => typeof value === 'string' && Object.hasOwn(TYPES, value);
