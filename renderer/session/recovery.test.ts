import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BoardId, DocId, Id, NewId } from '@shared/base/ids';
import type { JourneyMapDoc, Note } from '@shared/boards/journey-map/model';
import { defineCommand } from '@shared/document/command';
import { sampleWorkshop } from '@shared/sample/sampleWorkshop';
import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDatabase, type Database, type DocRow, type UpdateRow } from '@/storage/database';
import { createStorageRig, type StorageRig } from '../../tests/support/storageRig';
import type { RecoveryReport } from './recoveryReport';
import { openWorkspace } from './workspace';
import type { Workspace } from './workspaceApi';

let rig: StorageRig;
let count = 0;
const newId: NewId = <T extends Id<string>>() => {
  count += 1;
  return `id-${count}` as T;
};
const freshDatabase = () => {
  Dexie.dependencies.indexedDB = new IDBFactory();
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
};

beforeEach(async () => {
  freshDatabase();
  rig = await createStorageRig();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rig.remove();
});

const open = () =>
  openWorkspace(rig.desktop, {
    newId,
    openMs: 400,
    hints: rig.desktop.boot().then(({ database }) => ({ database, docs: [] })),
  });
const reopen = async () => {
  await rig.restart();
  return open();
};

const setText = defineCommand<JourneyMapDoc, { id: string; text: string }>(
  'journey.setNoteText',
  (draft, { id, text }) => {
    const note = (draft.notes as Record<string, Note>)[id];
    if (note) note.text = text;
  },
);

async function value<T>(result: Promise<{ ok: true; value: T } | { ok: false; error: { code: string } }>): Promise<T> {
  const settled = await result;
  if (!settled.ok) throw new Error(JSON.stringify(settled.error));
  return settled.value;
}

/** What was acknowledged, kept outside the app: the content of every document. */
type Truth = ReadonlyMap<DocId, unknown>;

async function contentOf(workspace: Workspace): Promise<Truth> {
  const content = new Map<DocId, unknown>();
  for (const card of workspace.library.getState().workshops) {
    const bundle = await value(workspace.exportBundle(card.id));
    for (const [id, { doc }] of Object.entries(bundle.docs)) content.set(id as DocId, doc);
  }
  return content;
}

/** A workshop with edits that were all said to be saved. */
async function savedWork(edits = 6): Promise<Truth> {
  const workspace = await open();
  const made = sampleWorkshop({ lang: 'fr', newId, date: '2026-05-04' });
  await value(workspace.createWorkshop(made));
  const [boardId] = Object.keys(made.workshop.boards) as BoardId[];
  const session = await value(workspace.openDoc<JourneyMapDoc>(boardId!));
  await expect.poll(() => session.store.getState().editable).toBe(true);
  for (const [at, id] of Object.keys(session.store.getState().doc.notes).slice(0, edits).entries()) {
    session.run(setText, { id, text: `changé ${at}` });
    expect((await session.flush()).status).toBe('saved');
  }
  return contentOf(workspace);
}

async function inDatabase(task: (database: Database) => Promise<unknown>): Promise<void> {
  const database = createDatabase('personarium');
  await database.open();
  await task(database);
  database.close();
}

const reportOf = (workspace: Workspace): RecoveryReport | null => workspace.recovery.getState().report;

/** The start after it finds nothing to repair any more, and the same content. */
async function expectHealed(truth: Truth): Promise<void> {
  await rig.restart();
  const workspace = await open();
  await workspace.flushAll();
  expect(reportOf(workspace)).toBeNull();
  expect(await contentOf(workspace)).toEqual(truth);
}

describe('a database', () => {
  it('that is gone is rebuilt from the journal, and said', async () => {
    const truth = await savedWork();
    freshDatabase();
    const workspace = await reopen();
    expect(reportOf(workspace)).toMatchObject({
      cause: 'database-missing',
      sources: ['journal'],
      docCount: truth.size,
      lost: 0,
    });
    expect(reportOf(workspace)!.replayed).toBeGreaterThanOrEqual(6);
    expect(await contentOf(workspace)).toEqual(truth);
    await expectHealed(truth);
  });

  it('that cannot be opened is made anew', async () => {
    const truth = await savedWork();
    const openReal = IDBFactory.prototype.open;
    let calls = 0;
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(function (this: IDBFactory, name, version) {
      calls += 1;
      // Hangs for ever, as Chromium may on a damaged folder.
      return calls === 1 ? (new EventTarget() as unknown as IDBOpenDBRequest) : openReal.call(this, name, version);
    });
    const workspace = await reopen();
    expect(reportOf(workspace)).toMatchObject({ cause: 'database-unopenable', lost: 0 });
    expect(await contentOf(workspace)).toEqual(truth);
    vi.restoreAllMocks();
    await expectHealed(truth);
  });

  it('that can neither be opened nor deleted gives way to another one, for good', async () => {
    const truth = await savedWork();
    const openReal = IDBFactory.prototype.open;
    const isDead = (name: string) => name === 'personarium';
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(function (this: IDBFactory, name, version) {
      if (isDead(name)) throw new DOMException('damaged', 'UnknownError');
      return openReal.call(this, name, version);
    });
    vi.spyOn(IDBFactory.prototype, 'deleteDatabase').mockImplementation(() => {
      throw new DOMException('damaged', 'UnknownError');
    });
    const workspace = await reopen();
    expect(reportOf(workspace)).toMatchObject({ cause: 'database-unopenable', lost: 0 });
    expect(await contentOf(workspace)).toEqual(truth);
    await expectHealed(truth);
  });

  it('that lost its last edits gets them back', async () => {
    const truth = await savedWork();
    await inDatabase(async (database) => {
      const rows = await database.updates.toArray();
      const last = rows.reduce((a, b) => (a.seq > b.seq ? a : b));
      const row = await database.docs.get(last.docId);
      await database.updates.delete([last.docId, last.seq]);
      const { docRow } = await import('@/storage/rows');
      await database.docs.put(docRow({ ...row!, seq: last.prev }));
      await database.state.put({ key: 'lastSeq', value: last.seq - 1 });
    });
    const workspace = await reopen();
    expect(reportOf(workspace)).toMatchObject({ cause: 'database-behind', replayed: 1, lost: 0, docCount: 1 });
    expect(await contentOf(workspace)).toEqual(truth);
    await expectHealed(truth);
  });

  it('damaged in any rows loses nothing: what start does not see, opening does', async () => {
    const damage = fc.array(
      fc.record({
        table: fc.constantFrom('docs' as const, 'updates' as const, 'snapshots' as const),
        row: fc.nat(1000),
        how: fc.constantFrom('delete' as const, 'flip' as const, 'truncate' as const),
        at: fc.nat(100_000),
      }),
      { minLength: 1, maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(damage, async (list) => {
        await rig.remove();
        rig = await createStorageRig();
        freshDatabase();
        const truth = await savedWork(3);
        await inDatabase(async (database) => {
          for (const each of list) await damageRow(database, each);
        });
        const workspace = await reopen();
        expect(await contentOf(workspace)).toEqual(truth);
        expect(reportOf(workspace)?.lost ?? 0).toBe(0);
        await expectHealed(truth);
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});

describe('a database that goes bad while the app runs', () => {
  it('is made anew with everything in it, unsaved edits included', async () => {
    await savedWork();
    const workspace = await reopen();
    const [card] = workspace.library.getState().workshops;
    const session = await value(workspace.openDoc<JourneyMapDoc>(card!.boards[0]!.id));
    await expect.poll(() => session.store.getState().editable).toBe(true);
    const put = IDBObjectStore.prototype.put;
    let sick = true;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, row, key) {
      if (sick) throw new DOMException('corrupt', 'UnknownError');
      return put.call(this, row, key);
    });
    const reset = rig.desktop.resetDatabase;
    const desktop = rig.desktop as { resetDatabase: typeof reset };
    desktop.resetDatabase = async () => {
      sick = false;
      return reset();
    };
    const [id] = Object.keys(session.store.getState().doc.notes);
    session.run(setText, { id: id!, text: 'pendant la panne' });
    expect((await workspace.flushAll()).status).toBe('saved');
    expect(reportOf(workspace)).toMatchObject({ cause: 'database-damaged', lost: 0 });
    session.run(setText, { id: id!, text: 'après la panne' });
    expect((await workspace.flushAll()).status).toBe('saved');
    const truth = await contentOf(workspace);
    expect(JSON.stringify([...truth])).toContain('après la panne');
    await expectHealed(truth);
    freshDatabase();
    expect(await contentOf(await reopen())).toEqual(truth);
  });
});

interface RowDamage {
  readonly table: 'docs' | 'updates' | 'snapshots';
  readonly row: number;
  readonly how: 'delete' | 'flip' | 'truncate';
  readonly at: number;
}

async function damageRow(database: Database, { table, row, how, at }: RowDamage): Promise<void> {
  const rows: object[] = await database.table(table).toArray();
  const chosen = rows[row % rows.length];
  if (!chosen) return;
  if (how === 'delete') {
    const key =
      'bytes' in chosen
        ? [(chosen as UpdateRow).docId, (chosen as UpdateRow).seq]
        : ((chosen as DocRow).id ?? (chosen as { docId: string }).docId);
    await database.table(table).delete(key as never);
  } else if ('bytes' in chosen) {
    const bytes = new Uint8Array((chosen as UpdateRow).bytes);
    bytes[at % bytes.length]! ^= 1;
    await database.updates.put({ ...(chosen as UpdateRow), bytes: how === 'flip' ? bytes : bytes.slice(0, -1) });
  } else if ('json' in chosen) await database.table(table).put({ ...chosen, json: '{"kind":"journey-map"' });
  else if (how === 'flip') await database.docs.put({ ...(chosen as DocRow), seq: (chosen as DocRow).seq + 3 });
  else await database.docs.put({ ...(chosen as DocRow), summary: { title: '', counts: {}, workshop: null } });
}

const journalFolder = () => join(rig.dir, 'journal');
const segmentPath = async () => {
  const names = (await readdir(journalFolder())).filter((name) => name.endsWith('.log')).sort();
  return join(journalFolder(), names[0]!);
};

describe('a journal', () => {
  it('that is gone is written anew from the database, and said', async () => {
    const truth = await savedWork();
    await rm(journalFolder(), { recursive: true });
    const workspace = await reopen();
    expect(reportOf(workspace)).toMatchObject({ cause: 'journal-missing', lost: 0 });
    expect((await workspace.flushAll()).status).toBe('saved');
    freshDatabase();
    const rebuilt = await reopen();
    expect(reportOf(rebuilt)).toMatchObject({ cause: 'database-missing', lost: 0 });
    expect(await contentOf(rebuilt)).toEqual(truth);
  });

  it('with a torn end is completed from the database without a word', async () => {
    const truth = await savedWork();
    await rig.restart();
    const path = await segmentPath();
    const bytes = await readFile(path);
    await writeFile(path, bytes.subarray(0, bytes.length - 7));
    const workspace = await reopen();
    expect(reportOf(workspace)).toBeNull();
    expect((await workspace.flushAll()).status).toBe('saved');
    freshDatabase();
    expect(await contentOf(await reopen())).toEqual(truth);
  });

  it('damaged in the middle is completed from the database, and said', async () => {
    const truth = await savedWork();
    await rig.restart();
    const path = await segmentPath();
    const bytes = await readFile(path);
    bytes.writeUInt8(bytes.readUInt8(500) ^ 255, 500);
    await writeFile(path, bytes);
    const workspace = await reopen();
    expect(reportOf(workspace)).toMatchObject({ cause: 'journal-damaged', lost: 0, keptCopy: true });
    expect((await workspace.flushAll()).status).toBe('saved');
    freshDatabase();
    const rebuilt = await reopen();
    expect(reportOf(rebuilt)).toMatchObject({ cause: 'database-missing', lost: 0 });
    expect(await contentOf(rebuilt)).toEqual(truth);
  });

  it('that cannot be read does not keep the workshops from opening, and the failure is shown at the first edit', async () => {
    const truth = await savedWork();
    const unreadable = { ok: false as const, error: { code: 'storage-unopenable' as const, detail: 'EACCES' } };
    const desktop = { ...rig.desktop, journalStatus: async () => unreadable, journalAppend: async () => unreadable };
    const workspace = await openWorkspace(desktop, { newId });
    expect(await contentOf(workspace)).toEqual(truth);
    await value(workspace.trashWorkshop(workspace.library.getState().workshops[0]!.id));
    expect(workspace.saveState.getState()).toEqual({ status: 'failed', error: unreadable.error });
  });

  it('of a newer app stops everything before the database is touched', async () => {
    await savedWork();
    await rig.restart();
    await writeFile(join(rig.dir, 'state.json'), JSON.stringify({ format: 99, app: '3.0.0', chromium: '200' }));
    const opened = vi.spyOn(IDBFactory.prototype, 'open');
    await expect(open()).rejects.toMatchObject({ code: 'storage-newer', appVersion: '3.0.0' });
    expect(opened).not.toHaveBeenCalled();
  });
});

describe('both copies damaged', () => {
  it('fill in each other', async () => {
    const truth = await savedWork();
    await inDatabase(async (database) => {
      const rows = await database.updates.toArray();
      const byDoc = rows.filter((row) => row.prev > 0);
      await database.updates.delete([byDoc[1]!.docId, byDoc[1]!.seq]);
    });
    await rig.restart();
    const path = await segmentPath();
    const bytes = await readFile(path);
    // The last frame but one holds another edit than the row that is gone.
    bytes.writeUInt8(
      bytes.readUInt8(bytes.lastIndexOf('PJR1', bytes.lastIndexOf('PJR1') - 1) + 30) ^ 255,
      bytes.lastIndexOf('PJR1', bytes.lastIndexOf('PJR1') - 1) + 30,
    );
    await writeFile(path, bytes);
    const workspace = await reopen();
    expect(reportOf(workspace)).toMatchObject({ cause: 'both-damaged', sources: ['journal', 'database'] });
    expect(await contentOf(workspace)).toEqual(truth);
    await workspace.flushAll();
    await expectHealed(truth);
  });

  it('beyond repair come back from the backups', async () => {
    const truth = await savedWork();
    const workspace = await open();
    for (const card of workspace.library.getState().workshops) await value(workspace.snapshotNow(card.id, 'asked'));
    await rig.restart();
    await rm(journalFolder(), { recursive: true });
    freshDatabase();
    const restored = await reopen();
    expect(reportOf(restored)).toMatchObject({ sources: ['backups'], keptCopy: true });
    expect(await contentOf(restored)).toEqual(truth);
    await expectHealed(truth);
  });

  it('say what is lost when a part is in no copy', async () => {
    await savedWork();
    await rig.restart();
    freshDatabase();
    const path = await segmentPath();
    const bytes = await readFile(path);
    const second = bytes.lastIndexOf('PJR1', bytes.lastIndexOf('PJR1') - 1);
    bytes.writeUInt8(bytes.readUInt8(second + 30) ^ 255, second + 30);
    await writeFile(path, bytes);
    const workspace = await reopen();
    const report = reportOf(workspace);
    expect(report?.lost).toBeGreaterThanOrEqual(1);
    expect(workspace.library.getState().workshops).toHaveLength(1);
  });
});
