import 'fake-indexeddb/auto';
import { IDBObjectStore } from 'fake-indexeddb';
import { afterEach, expect, it, vi } from 'vitest';
import { openDatabase3 } from '../../tests/support/database3';
import { openDatabase } from './openDatabase';

afterEach(() => vi.restoreAllMocks());

const OPEN_MS = 500;

it('a database that is being brought up to the schema is waited for, longer than one that does not answer', async () => {
  const before = openDatabase3();
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
