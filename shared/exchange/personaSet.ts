import type { AssetHash, PersonaId } from '../base/ids';
import type { PersonaDoc } from '../boards/persona/model';
import type { WorkshopBundle } from '../file/workshopFile';

/** A persona that comes from a file or goes into one. */
export interface ExchangedPersona {
  readonly id: PersonaId;
  readonly doc: PersonaDoc;
  /** Its mergeable history; null where the format has none. */
  readonly state: Uint8Array | null;
}

/** What a table holds beside the personas that were read. */
export interface LeftOut {
  /** Numbers of the rows that say something and have no name, from 1, the headings counted. */
  readonly rows: readonly number[];
  /** Headings that are none of a persona's. */
  readonly columns: readonly string[];
}

/** Personas with the pictures they use. */
export interface PersonaSet {
  readonly personas: readonly ExchangedPersona[];
  readonly assets: Readonly<Record<AssetHash, Uint8Array>>;
  /** False for a format that may say nothing of pictures and translations: a persona that is here already keeps its own. */
  readonly isWhole: boolean;
  /** Only of a table, and only where something was left out. */
  readonly leftOut?: LeftOut;
}

/** What a set is written with. */
export interface ExchangeFacts {
  readonly appVersion: string;
  /** ISO 8601. */
  readonly savedAt: string;
}

/** The personas of any workshop's file. */
export function personasOf(bundle: WorkshopBundle): PersonaSet {
  const personas = Object.entries(bundle.docs).flatMap(([id, { doc, state }]) =>
    doc.kind === 'persona' ? [{ id: id as PersonaId, doc: doc as unknown as PersonaDoc, state }] : [],
  );
  return { personas, assets: bundle.assets, isWhole: true };
}
