import Dexie from 'dexie';

/** A database as version 3 of its schema left it: frozen. */
export function openDatabase3(): Dexie {
  const database = new Dexie('personarium');
  database.version(3).stores({
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
  return database;
}
