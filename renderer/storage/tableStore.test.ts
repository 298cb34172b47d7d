import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { describe, expect, it } from 'vitest';
import { createDatabase } from './database';
import { createTableStore } from './tableStore';

const table = { id: 't1', name: 'clients.csv', size: 3, keptAt: 1 };

describe('kept tables', () => {
  it('are listed latest first, read as they were, and gone when deleted', async () => {
    const database = createDatabase('kept-1');
    await database.open();
    const store = createTableStore(database);
    expect(await store.keep(table, Uint8Array.of(1, 2, 3))).toBe(true);
    expect(await store.keep({ ...table, id: 't2', keptAt: 2 }, Uint8Array.of(4))).toBe(true);
    expect((await store.list()).map(({ id }) => id)).toEqual(['t2', 't1']);
    expect(await store.read('t1')).toEqual(Uint8Array.of(1, 2, 3));
    await store.remove('t1');
    expect(await store.read('t1')).toBeNull();
    expect(await database.keptTableBytes.count()).toBe(1);
  });

  it('are not read when their bytes changed on disk', async () => {
    const database = createDatabase('kept-2');
    await database.open();
    const store = createTableStore(database);
    await store.keep(table, Uint8Array.of(1, 2, 3));
    const row = await database.keptTableBytes.get('t1');
    await database.keptTableBytes.put({ ...row!, bytes: Uint8Array.of(1, 2, 4) });
    expect(await store.read('t1')).toBeNull();
  });

  it('come to a database of the first version without touching what is in it', async () => {
    const before = new Dexie('kept-3');
    before.version(1).stores({ docs: 'id', updates: '[docId+seq]', snapshots: 'docId', assets: 'hash', state: 'key' });
    await before.table('docs').put({ id: 'd1', seq: 4 });
    before.close();
    const database = createDatabase('kept-3');
    await database.open();
    expect(await database.docs.toArray()).toEqual([{ id: 'd1', seq: 4 }]);
    expect(await createTableStore(database).keep(table, Uint8Array.of(1))).toBe(true);
  });
});
