import { crc32 } from '@shared/base/crc32';
import type { PersonaId } from '@shared/base/ids';
import Dexie from 'dexie';
import type { Database } from './database';

/** A persona as it was at one moment. */
export interface VersionRow {
  readonly id: string;
  readonly personaId: PersonaId;
  /** Counts up from 1 for each persona. */
  readonly number: number;
  /** Epoch ms. */
  readonly at: number;
  /** Who worked on this computer then; may be empty. */
  readonly author: string;
  /** Empty for one that was kept by itself. */
  readonly name: string;
  /** Number of the version that was restored by it; null for every other one. */
  readonly restored: number | null;
  /** Id of an earlier row, which holds its document whole; missing in a row that does so itself. */
  readonly base?: string;
  /** The whole document as JSON text, of the schema it had then; with a base, the `Difference` from the base's document. */
  readonly json: string;
  /** CRC-32 of the text, going on from that of `base`. */
  readonly crc: number;
  /** Epoch ms of the last change of this row; missing in rows of before. */
  readonly writtenAt?: number;
}

/** Versions of personas in the database. What cannot be written is told. */
export interface VersionStore {
  /** Oldest first; damaged ones too (see `isSoundVersionRow`). Empty where they cannot be read. */
  readonly of: (personaId: PersonaId) => Promise<readonly VersionRow[]>;
  /** Null where there is none; rejects where that cannot be told. */
  readonly latest: (personaId: PersonaId) => Promise<VersionRow | null>;
  readonly get: (id: string) => Promise<VersionRow | null>;
  /** Rejects where they cannot be read. */
  readonly all: () => Promise<readonly VersionRow[]>;
  readonly count: () => Promise<number>;
  /** Puts rows and takes others away, as one step; true once that is on disk. */
  readonly change: (put: readonly VersionRow[], remove: readonly string[]) => Promise<boolean>;
  readonly removeOf: (personaIds: readonly PersonaId[]) => Promise<boolean>;
}

const utf8 = new TextEncoder();

const crcOf = ({ json, base = '' }: Pick<VersionRow, 'json' | 'base'>): number =>
  crc32(utf8.encode(json), crc32(utf8.encode(base)));

export const versionRow = (row: Omit<VersionRow, 'crc'>): VersionRow => ({ ...row, crc: crcOf(row) });

/** False for a row whose text changed on disk. */
export const isSoundVersionRow = (row: VersionRow): boolean => typeof row.json === 'string' && row.crc === crcOf(row);

export function createVersionStore(database: Database): VersionStore {
  const { versions } = database;
  const of = (id: PersonaId) =>
    versions.where('[personaId+number]').between([id, Dexie.minKey], [id, Dexie.maxKey], true, true);
  return {
    of: async (personaId) => {
      try {
        return await of(personaId).sortBy('number');
      } catch {
        return [];
      }
    },
    latest: async (personaId) => (await of(personaId).last()) ?? null,
    get: async (id) => (await versions.get(id).catch(() => undefined)) ?? null,
    all: async () => versions.toArray(),
    count: async () => versions.count(),
    change: (put, remove) =>
      isDone(
        database.transaction('rw', [versions], async () => {
          await versions.bulkDelete([...remove]);
          await versions.bulkPut([...put]);
        }),
      ),
    removeOf: (personaIds) =>
      isDone(
        database.transaction('rw', [versions], async () => {
          for (const id of personaIds) await of(id).delete();
        }),
      ),
  };
}

const isDone = (task: PromiseLike<unknown>): Promise<boolean> =>
  Promise.resolve(task).then(
    () => true,
    () => false,
  );
