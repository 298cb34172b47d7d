import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { IDBObjectStore } from 'fake-indexeddb';
import { afterEach, expect, it, vi } from 'vitest';
import { openDatabase } from './openDatabase';

afterEach(() => vi.restoreAllMocks());

const OPEN_MS = 500;

it('a database that is being brought up to the schema is waited for, longer than one that does not answer', async () => {
  const before = new Dexie('personarium');
  before.version(3).stores({
    docs: 'id',
    updates: '[docId+seq]',
    snapshots: 'docId',
    assets: 'hash',
    state: 'key',
    keptTables: 'id',
    keptTableBytes: 'id',
    versions: 'id, personaId',
    templates: 'id',
  });
  await before.table('versions').put({ id: 'v1', personaId: 'p1', number: 1 });
  before.close();
  const createIndex = IDBObjectStore.prototype.createIndex;
  vi.spyOn(IDBObjectStore.prototype, 'createIndex').mockImplementation(function (this: IDBObjectStore, ...args) {
    const until = performance.now() + 2 * OPEN_MS;
    while (performance.now() < until);
    return createIndex.apply(this, args);
  });
  const opened = await openDatabase({
    memory: { read: () => null, write: () => undefined },
    reset: () => Promise.reject(new Error('was not to be removed')),
    openMs: OPEN_MS,
  });
  expect(opened.recreated).toBe(false);
  expect(await opened.database.versions.where('[personaId+number]').equals(['p1', 1]).count()).toBe(1);
  opened.database.close();
});
