import { readFile } from 'node:fs/promises';
import type { Id, NewId, PersonaId } from '@shared/base/ids';
import { setMeta, setPersonaFields } from '@shared/boards/persona/commands/info';
import { restoreVersion } from '@shared/boards/persona/commands/versions';
import type { PersonaDoc } from '@shared/boards/persona/model';
import { jsonEqual } from '@shared/document/jsonEqual';
import Dexie, { type Table } from 'dexie';
import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { VersionRow } from '@/storage/versionStore';
import { type Seed, seeds } from '../../tests/support/journeyCommands';
import { personaStep, richPersona } from '../../tests/support/personaCommands';
import { createStorageRig, type StorageRig } from '../../tests/support/storageRig';
import type { Session } from './session';
import type { PersonaVersion } from './versions';
import { openWorkspace } from './workspace';

const ID = 'p-1' as PersonaId;
let rig: StorageRig;
let clock: number;
let count: number;
const newId: NewId = <T extends Id<string>>() => {
  count += 1;
  return `id-${count}` as T;
};

const freshDatabase = () => {
  Dexie.dependencies.indexedDB = new IDBFactory();
};

beforeEach(async () => {
  freshDatabase();
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
  count = 0;
  clock = Date.parse('2026-05-04T14:32:00Z');
  rig = await createStorageRig(() => clock);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rig.remove();
});

const open = () => openWorkspace(rig.desktop, { now: () => ++clock, newId, openMs: 500 });

async function withPersona() {
  const workspace = await open();
  expect((await workspace.addDoc(ID, richPersona())).ok).toBe(true);
  const opened = await workspace.openDoc<PersonaDoc>(ID);
  if (!opened.ok) throw new Error(opened.error.code);
  await expect.poll(() => opened.value.store.getState().editable).toBe(true);
  return { workspace, session: opened.value };
}

const docOf = (session: Session<PersonaDoc>) => session.store.getState().doc;
const tag = (session: Session<PersonaDoc>, tagline: string) => session.run(setPersonaFields, { fields: { tagline } });

const taglines = (list: readonly PersonaVersion[]) => list.map((one) => one.read()?.info.tagline);

async function onDisk<T>(act: (table: Table<VersionRow, string>) => PromiseLike<T>): Promise<T> {
  const raw = new Dexie('personarium');
  await raw.open();
  const done = await act(raw.table('versions'));
  raw.close();
  return done;
}
const rowsOnDisk = () => onDisk((table) => table.toArray());
const putOnDisk = (row: VersionRow) => onDisk((table) => table.put(row));

describe('versions of a persona', () => {
  it('keep what it was before the first edit, and what it was each time hands had rested', async () => {
    const { workspace, session } = await withPersona();
    workspace.versions.signAs(() => 'AB');
    const first = docOf(session);
    tag(session, 'un');
    tag(session, 'deux');
    await workspace.versions.settle();
    tag(session, 'trois');
    const list = await workspace.versions.list(ID);
    expect(taglines(list)).toEqual([first.info.tagline, 'deux', 'trois']);
    expect(list[0]?.read()).toEqual(first);
    expect(list.map(({ number, author, name }) => [number, author, name])).toEqual([
      [1, 'AB', ''],
      [2, 'AB', ''],
      [3, 'AB', ''],
    ]);
  });

  it('are none where nothing was edited, and none twice where nothing differs', async () => {
    const { workspace, session } = await withPersona();
    expect(await workspace.versions.list(ID)).toEqual([]);
    tag(session, 'un');
    session.undo();
    expect(await workspace.versions.list(ID)).toHaveLength(1);
    expect(await workspace.versions.list(ID)).toHaveLength(1);
  });

  it('are not made of tags, favourites and archiving alone, but have them', async () => {
    const { workspace, session } = await withPersona();
    session.run(setMeta, { fields: { tags: ['Pilote'], favourite: true } });
    expect(await workspace.versions.list(ID)).toEqual([]);
    tag(session, 'un');
    const list = await workspace.versions.list(ID);
    expect(list.map((one) => one.read()?.info.tags)).toEqual([['Pilote'], ['Pilote']]);
  });

  it('get a name: the latest save point takes it, a second name is one more', async () => {
    const { workspace, session } = await withPersona();
    tag(session, 'un');
    expect(await workspace.versions.save(ID, 'Avant les entretiens')).toBe(true);
    expect(await workspace.versions.save(ID, 'Pour le comité')).toBe(true);
    const list = await workspace.versions.list(ID);
    expect(list.map(({ name }) => name)).toEqual(['', 'Avant les entretiens', 'Pour le comité']);
    await workspace.versions.rename(list[1]?.id ?? '', 'Avril');
    await workspace.versions.remove(list[2]?.id ?? '');
    expect((await workspace.versions.list(ID)).map(({ name }) => name)).toEqual(['', 'Avril']);
  });

  it('all stay, however many and however old, and each reads as it was', async () => {
    const { workspace, session } = await withPersona();
    const kept = [docOf(session)];
    await fc.assert(
      fc.asyncProperty(seeds(6), fc.integer({ min: 9_000, max: 40 * 86_400_000 }), async (all, later) => {
        clock += later;
        for (const seed of all) {
          const { command, args } = personaStep(docOf(session), seed, newId, [richPersona(), kept[0]!]);
          session.run(command as never, args as never);
        }
        await workspace.versions.settle();
        if (!jsonEqual(kept.at(-1), docOf(session))) kept.push(docOf(session));
      }),
      { numRuns: 300, endOnFailure: true },
    );
    await session.close();
    clock += 400 * 86_400_000;
    await rig.restart();
    const list = await (await open()).versions.list(ID);
    expect(list.map(({ number }) => number)).toEqual(kept.map((_, at) => at + 1));
    expect(list.map((one) => one.read())).toEqual(kept);
    // Most of them are little more than what changed.
    const rows = await rowsOnDisk();
    expect(rows.filter(({ base }) => base !== undefined).length).toBeGreaterThan(rows.length / 2);
  }, 60_000);

  it('any of them is deleted and brought back, and the others stay what they were', async () => {
    const { workspace, session } = await withPersona();
    for (let at = 0; at < 6; at += 1) {
      tag(session, `n${at}`);
      await workspace.versions.settle();
    }
    const before = await workspace.versions.list(ID);
    for (const at of [0, 3]) {
      const left = before.filter((_, place) => place !== at);
      const bringBack = await workspace.versions.remove(before[at]!.id);
      expect(taglines(await workspace.versions.list(ID))).toEqual(taglines(left));
      expect(await bringBack?.()).toBe(true);
      expect(taglines(await workspace.versions.list(ID))).toEqual(taglines(before));
    }
    // The one that others rest on, while another waits to be brought back.
    const second = await workspace.versions.remove(before[1]!.id);
    await workspace.versions.remove(before[0]!.id);
    await second?.();
    expect(taglines(await workspace.versions.list(ID))).toEqual(taglines(before.slice(1)));
  });

  it('kept by an app that wrote each one whole are read, and gone on from', async () => {
    const old = new Dexie('personarium');
    old.version(3).stores({
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
    const rows = JSON.parse(await readFile('tests/fixtures/database3/versions.json', 'utf8')) as VersionRow[];
    await old.table('versions').bulkPut(rows);
    old.close();
    const { workspace, session } = await withPersona();
    count = 1000;
    const list = await workspace.versions.list(ID);
    expect(list.map((one) => one.read())).toEqual(rows.map(({ json }) => JSON.parse(json)));
    expect(list.map(({ number, name, restored }) => name || restored || number)).toEqual(
      rows.map(({ number, name, restored }) => name || restored || number),
    );
    const { tagline } = docOf(session).info;
    tag(session, 'plus tard');
    const more = await workspace.versions.list(ID);
    expect(taglines(more)).toEqual([...taglines(list), tagline, 'plus tard']);
    expect(more.at(-1)?.number).toBe(rows.length + 2);
    // They are in the journal by now.
    await session.close();
    expect((await workspace.flushAll()).status).toBe('saved');
    freshDatabase();
    await rig.restart();
    expect(taglines(await (await open()).versions.list(ID))).toEqual(taglines(more));
  });

  it('are forgotten with the persona that is erased, and only they', async () => {
    const { workspace, session } = await withPersona();
    const other = 'p-2' as PersonaId;
    await workspace.addDoc(other, richPersona());
    await workspace.versions.save(other, 'La sienne');
    tag(session, 'un');
    expect(await workspace.versions.list(ID)).toHaveLength(2);
    tag(session, 'deux');
    expect(await workspace.versions.drop([ID])).toBe(true);
    await workspace.versions.settle();
    expect(await workspace.versions.list(ID)).toEqual([]);
    expect(await workspace.versions.list(other)).toHaveLength(1);
  });

  it('that are damaged on disk say so, and those that rest on them', async () => {
    const { workspace, session } = await withPersona();
    tag(session, 'un');
    await workspace.versions.settle();
    tag(session, 'deux');
    const sound = taglines(await workspace.versions.list(ID));
    for (const [at, readable] of [
      [2, sound.slice(0, 2)],
      [0, []],
    ] as const) {
      const row = (await rowsOnDisk()).find(({ number }) => number === at + 1)!;
      await putOnDisk({ ...row, json: row.json.replace('d', 'e') });
      expect(taglines(await workspace.versions.list(ID)).filter((one) => one !== undefined)).toEqual(readable);
    }
    tag(session, 'trois');
    expect(taglines(await workspace.versions.list(ID))).toEqual([undefined, undefined, undefined, 'deux', 'trois']);
  });

  it('and own templates come along when a sick database is made anew', async () => {
    const { workspace, session } = await withPersona();
    tag(session, 'un');
    await workspace.versions.save(ID, 'Avant');
    await workspace.templates.put([{ id: 't1', madeAt: 1, template: { name: 'Le nôtre' } }]);
    expect((await workspace.flushAll()).status).toBe('saved');
    const put = IDBObjectStore.prototype.put;
    let refused = 0;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, row, key) {
      if (this.name === 'docs' && refused < 1) {
        refused += 1;
        throw new DOMException('sick', 'UnknownError');
      }
      return put.call(this, row, key);
    });
    tag(session, 'deux');
    expect((await workspace.flushAll()).status).toBe('saved');
    expect(refused).toBe(1);
    expect(workspace.recovery.getState().report).toMatchObject({ cause: 'database-damaged' });
    expect((await workspace.versions.list(ID)).map((one) => one.name || one.read()?.info.tagline)).toEqual([
      richPersona().info.tagline,
      'Avant',
      'deux',
    ]);
    expect(await workspace.templates.list()).toMatchObject([{ id: 't1', template: { name: 'Le nôtre' } }]);
  });

  it('and own templates come back from the journal when the database is gone, and what was deleted does not', async () => {
    const { workspace, session } = await withPersona();
    for (const text of ['un', 'deux', 'trois']) {
      tag(session, text);
      await workspace.versions.settle();
    }
    await workspace.versions.save(ID, 'Avant');
    const [, second] = await workspace.versions.list(ID);
    await workspace.versions.remove(second!.id);
    await workspace.templates.put([1, 2].map((at) => ({ id: `t${at}`, madeAt: at, template: { name: `n${at}` } })));
    await workspace.templates.remove('t1');
    const [before, templates] = [await workspace.versions.list(ID), await workspace.templates.list()];
    await session.close();
    expect((await workspace.flushAll()).status).toBe('saved');
    freshDatabase();
    await rig.restart();
    const again = await open();
    const after = await again.versions.list(ID);
    expect(after.map(({ number, name }) => [number, name])).toEqual(before.map(({ number, name }) => [number, name]));
    expect(after.map((one) => one.read())).toEqual(before.map((one) => one.read()));
    expect(await again.templates.list()).toEqual(templates);
    expect(templates).toMatchObject([{ id: 't2' }]);
  });

  it('are kept although the journal refuses, which gets them later; none is deleted meanwhile', async () => {
    const { workspace, session } = await withPersona();
    tag(session, 'un');
    await workspace.versions.settle();
    rig.refuseAppends = { ok: false, error: { code: 'disk-full', name: 'journal' } };
    expect(await workspace.versions.save(ID, 'Malgré tout')).toBe(true);
    const list = await workspace.versions.list(ID);
    expect(list.map(({ name }) => name)).toEqual(['', 'Malgré tout']);
    expect(await workspace.versions.remove(list[0]!.id)).toBeNull();
    expect(await workspace.versions.rename(list[0]!.id, 'D’abord')).toBe(true);
    rig.refuseAppends = null;
    expect(await workspace.versions.list(ID)).toHaveLength(2);
    await session.close();
    expect((await workspace.flushAll()).status).toBe('saved');
    freshDatabase();
    await rig.restart();
    const again = await (await open()).versions.list(ID);
    expect(taglines(again)).toEqual(taglines(list));
    expect(again.map(({ name }) => name)).toEqual(['D’abord', 'Malgré tout']);
  });

  it('come back whole when restored, after whatever edits, and undo is one step', async () => {
    const { workspace, session } = await withPersona();
    await fc.assert(
      fc.asyncProperty(seeds(12), seeds(12), async (first, later) => {
        const play = (all: readonly Seed[]) => {
          for (const seed of all) {
            const { command, args } = personaStep(docOf(session), seed, newId, [richPersona()]);
            session.run(command as never, args as never);
          }
        };
        play(first);
        expect(await workspace.versions.save(ID, 'Essai')).toBe(true);
        const saved = docOf(session);
        clock += 5000;
        play(later);
        const present = docOf(session);
        const version = (await workspace.versions.list(ID)).findLast(({ name }) => name === 'Essai');
        expect(version?.read()).toEqual(saved);
        clock += 5000;
        session.run(restoreVersion, { version: version!.read()! });
        expect(docOf(session)).toEqual(saved);
        expect(await workspace.versions.restored(ID, version!.number)).toBe(true);
        expect((await workspace.versions.list(ID)).at(-1)?.read()).toEqual(saved);
        if (JSON.stringify(present) !== JSON.stringify(saved)) {
          session.undo();
          expect(docOf(session)).toEqual(present);
          session.redo();
          expect(docOf(session)).toEqual(saved);
        }
      }),
      { numRuns: 10, endOnFailure: true },
    );
  }, 60_000);
});
