import type { BoardId, DocId, Id, NewId, WorkshopId } from '@shared/base/ids';
import type { JourneyMapDoc, Note } from '@shared/boards/journey-map/model';
import { defineCommand } from '@shared/document/command';
import { readWorkshopFile, type WorkshopBundle } from '@shared/file/workshopFile';
import type { WorkshopDoc } from '@shared/model/workshop';
import { sampleWorkshop } from '@shared/sample/sampleWorkshop';
import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStorageRig, type StorageRig } from '../../tests/support/storageRig';
import type { Session } from './session';
import { openWorkspace } from './workspace';

let rig: StorageRig;
let clock: number;
let count: number;
const newId: NewId = <T extends Id<string>>() => {
  count += 1;
  return `id-${count}` as T;
};

beforeEach(async () => {
  Dexie.dependencies.indexedDB = new IDBFactory();
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
  count = 0;
  clock = Date.parse('2026-05-04T14:32:00Z');
  rig = await createStorageRig(() => clock);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rig.remove();
});

const tick = (): number => {
  clock += 1000;
  return clock;
};
const open = () => openWorkspace(rig.desktop, { now: tick, newId, openMs: 500 });
/** The window and the main process start anew. */
const reopen = async () => {
  await rig.restart();
  return open();
};

const sample = () => sampleWorkshop({ lang: 'fr', newId, date: '2026-05-04' });
const setText = defineCommand<JourneyMapDoc, { id: string; text: string }>(
  'journey.setNoteText',
  (draft, { id, text }) => {
    const note = (draft.notes as Record<string, Note>)[id];
    if (note) note.text = text;
  },
);
const setTitle = defineCommand<WorkshopDoc, string>('workshop.rename', (draft, title) => {
  draft.info.title = title;
});

async function value<T>(result: Promise<{ ok: true; value: T } | { ok: false; error: { code: string } }>): Promise<T> {
  const settled = await result;
  if (!settled.ok) throw new Error(JSON.stringify(settled.error));
  return settled.value;
}

/** A workspace with the sample in it, and its journey maps; `board` is the first. */
async function withSample() {
  const workspace = await open();
  const made = sample();
  await value(workspace.createWorkshop(made));
  const boardIds = Object.keys(made.workshop.boards) as BoardId[];
  const boards = boardIds.map((boardId) => made.docs[boardId] as unknown as JourneyMapDoc);
  return { workspace, id: made.id, boardId: boardIds[0]!, board: boards[0]!, boards };
}

const infoOf = (bundle: WorkshopBundle, id: WorkshopId) => (bundle.docs[id]!.doc as unknown as WorkshopDoc).info;

const editable = async <S extends Session>(session: S): Promise<S> => {
  await expect.poll(() => session.store.getState().editable).toBe(true);
  return session;
};

describe('a workspace', () => {
  it('is empty at first, and there again with its workshops after a restart', async () => {
    const { id, board, boardId, boards } = await withSample();
    const again = await reopen();
    expect(again.recovery.getState().report).toBeNull();
    expect(again.library.getState().workshops.map((card) => card.id)).toEqual([id]);
    const [card] = again.library.getState().workshops;
    const sum = (name: 'stages' | 'steps' | 'notes') =>
      boards.reduce((total, each) => total + Object.keys(each[name] ?? {}).length, 0);
    expect(card).toMatchObject({
      sample: true,
      boardCount: boards.length,
      stageCount: sum('stages'),
      stepCount: sum('steps'),
      noteCount: sum('notes'),
    });
    expect(await again.peek<JourneyMapDoc>(boardId)).toEqual(board);
    expect(again.knows(id)).toBe(true);
  });

  it('keeps edits, names what undo takes back, and says when they are saved', async () => {
    const { workspace, boardId, board } = await withSample();
    const session = await editable(await value(workspace.openDoc<JourneyMapDoc>(boardId)));
    const [noteId] = Object.keys(board.notes);
    session.run(setText, { id: noteId!, text: 'Texte changé' });
    expect(session.store.getState()).toMatchObject({ undoLabel: 'journey.setNoteText', redoLabel: null });
    expect(workspace.saveState.getState().status).toBe('saving');
    expect((await session.flush()).status).toBe('saved');
    session.undo();
    session.redo();
    await session.close();
    const again = await reopen();
    const reopened = await value(again.openDoc<JourneyMapDoc>(boardId));
    expect((reopened.store.getState().doc.notes as Record<string, Note>)[noteId!]?.text).toBe('Texte changé');
  });

  it('paints at once from the snapshot, and makes edits that came before the document was there', async () => {
    const { workspace, boardId, board } = await withSample();
    const first = await editable(await value(workspace.openDoc<JourneyMapDoc>(boardId)));
    await first.close();
    const again = await reopen();
    const session = await value(again.openDoc<JourneyMapDoc>(boardId));
    const painted = session.store.getState();
    expect(painted).toMatchObject({ editable: false, doc: { notes: board.notes } });
    const [noteId, otherId] = Object.keys(board.notes);
    session.run(setText, { id: noteId!, text: 'tôt' });
    await editable(session);
    const { doc } = session.store.getState();
    expect((doc.notes as Record<string, Note>)[noteId!]?.text).toBe('tôt');
    expect((doc.notes as Record<string, Note>)[otherId!]).toBe((painted.doc.notes as Record<string, Note>)[otherId!]);
    await session.close();
  });

  it('shares one document between those who open it', async () => {
    const { workspace, id } = await withSample();
    const a = await editable(await value(workspace.openDoc<WorkshopDoc>(id)));
    const b = await value(workspace.openDoc<WorkshopDoc>(id));
    a.run(setTitle, 'Un');
    expect(b.store.getState().doc.info.title).toBe('Un');
    await a.close();
    await a.close();
    b.run(setTitle, 'Deux');
    expect((await b.flush()).status).toBe('saved');
    expect(workspace.library.getState().workshops[0]?.title).toBe('Deux');
    await b.close();
    expect(await workspace.openDoc('nobody' as DocId)).toEqual({
      ok: false,
      error: { code: 'document-missing', id: 'nobody' },
    });
  });
});

describe('"saved"', () => {
  it('waits for both stores', async () => {
    const { workspace, id } = await withSample();
    const session = await editable(await value(workspace.openDoc<WorkshopDoc>(id)));
    let release: () => void = () => undefined;
    rig.holdAppends = new Promise<void>((resolve) => {
      release = resolve;
    });
    session.run(setTitle, 'Un');
    const states: string[] = [];
    workspace.saveState.subscribe((state) => states.push(state.status));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(workspace.saveState.getState().status).toBe('saving');
    release();
    expect((await workspace.flushAll()).status).toBe('saved');
    expect(states).toEqual(['saved']);
  });

  it('is not said while the journal refuses; the failure stays, edits go on, and all of it lands later', async () => {
    const { workspace, id } = await withSample();
    const session = await editable(await value(workspace.openDoc<WorkshopDoc>(id)));
    rig.refuseAppends = { ok: false, error: { code: 'disk-full', name: '' } };
    session.run(setTitle, 'Un');
    await expect
      .poll(() => workspace.saveState.getState())
      .toEqual({ status: 'failed', error: { code: 'disk-full', name: '' } });
    session.run(setTitle, 'Deux');
    expect((await workspace.flushAll()).status).toBe('failed');
    expect(session.store.getState().doc.info.title).toBe('Deux');
    rig.refuseAppends = null;
    await expect.poll(() => workspace.saveState.getState().status, { timeout: 5000 }).toBe('saved');
    Dexie.dependencies.indexedDB = new IDBFactory();
    const again = await reopen();
    expect(again.library.getState().workshops[0]?.title).toBe('Deux');
  });

  it('is not said while the database refuses', async () => {
    const { workspace, id } = await withSample();
    const session = await editable(await value(workspace.openDoc<WorkshopDoc>(id)));
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    session.run(setTitle, 'Un');
    await expect
      .poll(() => workspace.saveState.getState())
      .toEqual({ status: 'failed', error: { code: 'disk-full', name: '' } });
    put.mockRestore();
    expect((await workspace.flushAll()).status).toBe('saved');
    expect((await reopen()).library.getState().workshops[0]?.title).toBe('Un');
  });

  it('is asked for before the window closes', async () => {
    const { workspace, id } = await withSample();
    const session = await editable(await value(workspace.openDoc<WorkshopDoc>(id)));
    session.run(setTitle, 'Un');
    rig.emit('closeRequested', null);
    await expect.poll(() => rig.closeAnswers).toEqual(['flushed']);
    expect((await rig.snapshots.list(id)).length).toBe(1);
    rig.refuseAppends = { ok: false, error: { code: 'storage-write-failed', detail: 'EROFS' } };
    session.run(setTitle, 'Deux');
    rig.emit('closeRequested', null);
    await expect.poll(() => rig.closeAnswers).toEqual(['flushed', 'unsaved']);
    rig.refuseAppends = null;
    await workspace.flushAll();
  });
});

describe('workshops', () => {
  it('go to the trash and come back, across restarts and rebuilds', async () => {
    const { workspace, id } = await withSample();
    await value(workspace.trashWorkshop(id));
    expect(workspace.library.getState()).toMatchObject({ workshops: [], trash: [{ id }] });
    expect(workspace.knows(id)).toBe(false);
    Dexie.dependencies.indexedDB = new IDBFactory();
    const again = await reopen();
    expect(again.library.getState()).toMatchObject({ workshops: [], trash: [{ id }] });
    await value(again.restoreWorkshop(id));
    expect((await reopen()).library.getState().workshops.map((card) => card.id)).toEqual([id]);
  });

  it('are duplicated under new ids everywhere', async () => {
    const { workspace, id } = await withSample();
    const before = await value(workspace.exportBundle(id));
    const copyId = await value(workspace.duplicateWorkshop(id, 'Copie'));
    const copy = await value(workspace.exportBundle(copyId));
    expect(infoOf(copy, copyId)).toMatchObject({ title: 'Copie', sample: false });
    const idsIn = (bundle: typeof copy) =>
      new Set(JSON.stringify(Object.values(bundle.docs).map(({ doc }) => doc)).match(/id-\d+/g));
    const [old, fresh] = [idsIn(before), idsIn(copy)];
    expect(fresh.size).toBe(old.size);
    expect([...fresh].filter((each) => old.has(each))).toEqual([]);
    const texts = (bundle: typeof copy) =>
      JSON.stringify(Object.values(bundle.docs).map(({ doc }) => doc)).replaceAll(/id-\d+/g, '');
    expect(texts(copy).length).toBeCloseTo(texts(before).length, -2);
  });

  it('come in whole or not at all', async () => {
    const { workspace, id } = await withSample();
    const bundle = await value(workspace.exportBundle(id));
    const other = { ...bundle, workshopId: 'other' as WorkshopId, docs: { ...bundle.docs, other: bundle.docs[id]! } };
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, row, key) {
      // The second of the tables it writes to: the first has its rows by then.
      if (this.name === 'docs') throw new DOMException('full', 'QuotaExceededError');
      return put.call(this, row, key);
    });
    expect(await workspace.importBundle(other, 'new')).toEqual({ ok: false, error: { code: 'disk-full', name: '' } });
    vi.restoreAllMocks();
    expect(workspace.saveState.getState().status).toBe('saved');
    for (const each of [workspace, await reopen()]) {
      expect(each.library.getState().workshops.map((card) => card.id)).toEqual([id]);
    }
  });

  it('are replaced, with a backup of what was there, and open documents follow', async () => {
    const { workspace, id } = await withSample();
    const bundle = await value(workspace.exportBundle(id));
    const session = await editable(await value(workspace.openDoc<WorkshopDoc>(id)));
    session.run(setTitle, 'Changé depuis');
    await session.flush();
    await value(workspace.importBundle(bundle, 'replace'));
    expect(session.store.getState().doc).toEqual(bundle.docs[id]?.doc);
    session.run(setTitle, 'Après');
    await session.flush();
    const [backup] = await rig.snapshots.list(id);
    const file = readWorkshopFile(await value(rig.snapshots.read(backup!.token)), 'x');
    expect(file.ok && infoOf(file.value, id).title).toBe('Changé depuis');
    expect((await reopen()).library.getState().workshops[0]?.title).toBe('Après');
  });

  it('are merged: edits of both sides stay, open documents follow, undo leaves theirs alone', async () => {
    const { workspace, id, boardId, board } = await withSample();
    const theirs = await value(workspace.exportBundle(id));
    const [first, second] = Object.keys(board.notes);
    const session = await editable(await value(workspace.openDoc<JourneyMapDoc>(boardId)));
    session.run(setText, { id: first!, text: 'ici' });
    await session.flush();

    const elsewhere = await createStorageRig(() => clock);
    Dexie.dependencies.indexedDB = new IDBFactory();
    const there = await openWorkspace(elsewhere.desktop, { now: tick, newId });
    await value(there.importBundle(theirs, 'new'));
    const other = await editable(await value(there.openDoc<JourneyMapDoc>(boardId)));
    other.run(setText, { id: second!, text: 'là-bas' });
    await other.flush();
    const changed = await value(there.exportBundle(id));
    await elsewhere.remove();

    await value(workspace.importBundle(changed, 'merge'));
    const texts = () => Object.values(session.store.getState().doc.notes).map((note) => note.text);
    expect(texts()).toEqual(expect.arrayContaining(['ici', 'là-bas']));
    session.undo();
    expect(texts()).toContain('là-bas');
    expect(texts()).not.toContain('ici');
    session.redo();
    await session.flush();
    const stored = await workspace.peek<JourneyMapDoc>(boardId);
    expect(Object.values(stored!.notes).map((note) => note.text)).toEqual(expect.arrayContaining(['ici', 'là-bas']));
  });

  it('keep both: the file comes in beside what is here', async () => {
    const { workspace, id } = await withSample();
    const bundle = await value(workspace.exportBundle(id));
    const copy = await value(workspace.importBundle(bundle, 'keep-both'));
    expect(copy).not.toBe(id);
    expect(workspace.library.getState().workshops).toHaveLength(2);
  });

  it('are backed up when they are closed after edits, and read back whole', async () => {
    const { workspace, id } = await withSample();
    const session = await editable(await value(workspace.openDoc<WorkshopDoc>(id)));
    session.run(setTitle, 'Sauvegardé');
    await session.close();
    await expect.poll(async () => (await rig.snapshots.list(id)).length).toBe(1);
    const bundle = await value(workspace.exportBundle(id));
    const [backup] = await rig.snapshots.list(id);
    expect(backup?.title).toBe('Sauvegardé');
    const file = readWorkshopFile(await value(rig.snapshots.read(backup!.token)), 'x');
    expect(file.ok && file.value.docs).toEqual(bundle.docs);
  });
});
