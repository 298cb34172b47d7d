import { crc32 } from '@shared/base/crc32';
import type { PersonaId } from '@shared/base/ids';
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
  /** The whole document as JSON text, of the schema it had then. */
  readonly json: string;
  /** CRC-32 of the text. */
  readonly crc: number;
}

/** Versions of personas in the database. What cannot be read is not there; what cannot be written is told. */
export interface VersionStore {
  /** Oldest first; damaged ones are left out. */
  readonly of: (personaId: PersonaId) => Promise<readonly VersionRow[]>;
  readonly all: () => Promise<readonly VersionRow[]>;
  /** Puts rows and takes others away, as one step; true once that is on disk. */
  readonly change: (put: readonly VersionRow[], remove: readonly string[]) => Promise<boolean>;
  readonly removeOf: (personaIds: readonly PersonaId[]) => Promise<boolean>;
}

const utf8 = new TextEncoder();

export const versionRow = (row: Omit<VersionRow, 'crc'>): VersionRow => ({ ...row, crc: crc32(utf8.encode(row.json)) });

const isSound = ({ json, crc }: VersionRow): boolean => typeof json === 'string' && crc === crc32(utf8.encode(json));

export function createVersionStore(database: Database): VersionStore {
  const { versions } = database;
  const of = (personaIds: readonly PersonaId[]) => versions.where('personaId').anyOf([...personaIds]);
  return {
    of: async (personaId) => {
      const rows = await of([personaId])
        .toArray()
        .catch(() => []);
      return rows.filter(isSound).sort((a, b) => a.number - b.number);
    },
    all: async () => (await versions.toArray().catch(() => [])).filter(isSound),
    change: (put, remove) =>
      isDone(
        database.transaction('rw', [versions], async () => {
          await versions.bulkDelete([...remove]);
          await versions.bulkPut([...put]);
        }),
      ),
    removeOf: (personaIds) => isDone(of(personaIds).delete()),
  };
}

const isDone = (task: PromiseLike<unknown>): Promise<boolean> =>
  Promise.resolve(task).then(
    () => true,
    () => false,
  );
