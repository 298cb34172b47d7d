import { crc32 } from '@shared/base/crc32';
import type { Database } from './database';

/** What a list shows of a kept table. */
export interface KeptTable {
  readonly id: string;
  /** Name of the file it came from. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Epoch ms. */
  readonly keptAt: number;
}

/** Files of customers or answers that the user chose to keep on this computer: their bytes as they were. */
export interface TableStore {
  /** Latest first. */
  readonly list: () => Promise<readonly KeptTable[]>;
  /** True once it is on disk, whole. */
  readonly keep: (table: KeptTable, bytes: Uint8Array) => Promise<boolean>;
  /** null when it is not here or damaged. */
  readonly read: (id: string) => Promise<Uint8Array | null>;
  readonly remove: (id: string) => Promise<void>;
}

export function createTableStore(database: Database): TableStore {
  const { keptTables, keptTableBytes } = database;
  return {
    list: async () => {
      const rows = await keptTables.toArray().catch(() => []);
      return rows.sort((a, b) => b.keptAt - a.keptAt);
    },
    keep: async (table, bytes) => {
      try {
        await database.transaction('rw', [keptTables, keptTableBytes], async () => {
          await keptTables.put(table);
          await keptTableBytes.put({ id: table.id, bytes, crc: crc32(bytes) });
        });
        return true;
      } catch {
        return false;
      }
    },
    read: async (id) => {
      const row = await keptTableBytes.get(id).catch(() => undefined);
      return row?.bytes instanceof Uint8Array && row.crc === crc32(row.bytes) ? row.bytes : null;
    },
    remove: (id) =>
      database.transaction('rw', [keptTables, keptTableBytes], async () => {
        await Promise.all([keptTables.delete(id), keptTableBytes.delete(id)]);
      }),
  };
}
