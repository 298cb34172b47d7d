import type { AssetHash, DocId, PersonaId } from '@shared/base/ids';
import type { PersonaKind } from '@shared/boards/persona/model';
import { FIRST_DATABASE } from '@shared/databaseName';
import type { DocKind } from '@shared/model/document';
import type { WorkshopDoc } from '@shared/model/workshop';
import Dexie, { type EntityTable, type Table } from 'dexie';
import type { KeptTable } from './tableStore';
import type { TemplateRow } from './templateStore';
import type { VersionRow } from './versionStore';

/** Raised when summaries say more: rows with another number are made anew from their documents. */
export const SUMMARY_VERSION = 4;

/** What a card of the library shows of a persona. */
export interface PersonaSummary {
  readonly role: string;
  readonly tagline: string;
  readonly place: string;
  readonly quote: string;
  readonly tags: readonly string[];
  readonly sector: string;
  readonly kind: PersonaKind;
  /** The preset its page began as; tells its role. */
  readonly template: string;
  /** See `personaStrength`. */
  readonly squares: 1 | 2 | 3 | null;
  readonly favourite: boolean;
  readonly archived: boolean;
  /** See `portraitText`: one text, for ten thousand portraits as objects are half a million things that collecting garbage goes through. */
  readonly portrait: string;
  readonly photo: AssetHash | null;
}

/** What lists show of a document, without reading it. */
export interface DocSummary {
  /** Missing in rows of the first version. */
  readonly version?: number;
  readonly title: string;
  /** Entities per collection. */
  readonly counts: Readonly<Record<string, number>>;
  /** A workshop is small: the whole of it, for its card and its references. */
  readonly workshop: WorkshopDoc | null;
  /** Of a persona. */
  readonly persona?: PersonaSummary | null;
  /** Personas that a board is about. */
  readonly about?: readonly PersonaId[];
}

export interface DocRow {
  readonly id: DocId;
  readonly kind: DocKind;
  /** Highest sequence number its updates contain. */
  readonly seq: number;
  /** Epoch ms. */
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly trashedAt: number | null;
  readonly summary: DocSummary;
  /** CRC-32 of everything above. */
  readonly crc: number;
}

export interface UpdateRow {
  readonly docId: DocId;
  readonly seq: number;
  /** Sequence number of the document's row before this one, 0 for the first: a row that is gone is noticed. */
  readonly prev: number;
  readonly bytes: Uint8Array;
  readonly crc: number;
}

/** The document as JSON text, to paint before its Yjs document is there. Worth something only while `seq` is the document's own. */
export interface SnapshotRow {
  readonly docId: DocId;
  readonly seq: number;
  readonly json: string;
  readonly crc: number;
}

export interface AssetRow {
  readonly hash: AssetHash;
  readonly bytes: Uint8Array;
  readonly crc: number;
}

/** The file of a kept table, apart from what lists show of it. */
export interface TableBytesRow {
  readonly id: string;
  readonly bytes: Uint8Array;
  readonly crc: number;
}

export interface StateRow {
  readonly key: 'lastSeq';
  readonly value: number;
}

export type Database = Dexie & {
  readonly docs: EntityTable<DocRow, 'id'>;
  readonly updates: Table<UpdateRow, [DocId, number]>;
  readonly snapshots: EntityTable<SnapshotRow, 'docId'>;
  readonly assets: EntityTable<AssetRow, 'hash'>;
  readonly state: EntityTable<StateRow, 'key'>;
  readonly keptTables: EntityTable<KeptTable, 'id'>;
  readonly keptTableBytes: EntityTable<TableBytesRow, 'id'>;
  readonly versions: EntityTable<VersionRow, 'id'>;
  readonly templates: EntityTable<TemplateRow, 'id'>;
};

/** The name of the database; a second one takes its place only when the first can neither be opened nor deleted. */
export const DATABASE_NAMES = [FIRST_DATABASE, 'personarium-2', 'personarium-3'] as const;

/**
 * The database, not opened yet. `upgrading` is told when one of before is brought up to this schema, which may take its time. Strict durability: a transaction is complete once it is flushed to disk, not before. Later versions are
 * added below the first one, each with its `upgrade`; shipped ones are never edited.
 */
export function createDatabase(name: string, upgrading: () => void = () => undefined): Database {
  const database = new Dexie(name, { chromeTransactionDurability: 'strict', autoOpen: false, cache: 'disabled' });
  database.version(1).stores({
    docs: 'id',
    updates: '[docId+seq]',
    snapshots: 'docId',
    assets: 'hash',
    state: 'key',
  });
  // Tables of real customers or answers that the user chose to keep.
  database.version(2).stores({ keptTables: 'id', keptTableBytes: 'id' });
  // Versions of personas, and the templates that a team made of its own.
  database.version(3).stores({ versions: 'id, personaId', templates: 'id' });
  // Every version is kept: the latest is found without reading those before it.
  database.version(4).stores({ versions: 'id, [personaId+number]' }).upgrade(upgrading);
  // The tables are those of the schema above.
  return database as Database;
}
