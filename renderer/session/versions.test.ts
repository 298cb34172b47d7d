import type { Id, NewId, PersonaId } from '@shared/base/ids';
import { setMeta, setPersonaFields } from '@shared/boards/persona/commands/info';
import { restoreVersion } from '@shared/boards/persona/commands/versions';
import type { PersonaDoc } from '@shared/boards/persona/model';
import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Seed, seeds } from '../../tests/support/journeyCommands';
import { personaStep, richPersona } from '../../tests/support/personaCommands';
import { createStorageRig, type StorageRig } from '../../tests/support/storageRig';
import type { Session } from './session';
import { openWorkspace } from './workspace';

const ID = 'p-1' as PersonaId;
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
    expect(list.map(({ doc }) => doc.info.tagline)).toEqual([first.info.tagline, 'deux', 'trois']);
    expect(list[0]?.doc).toEqual(first);
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
    expect(list.map(({ doc }) => doc.info.tags)).toEqual([['Pilote'], ['Pilote']]);
  });

  it('get a name: the latest save point takes it, a second name is one more', async () => {
    const { workspace, session } = await withPersona();
    tag(session, 'un');
    expect(await workspace.versions.save(ID, 'Avant les entretiens')).toBe(true);
    expect(await workspace.versions.save(ID, 'Pour le comité')).toBe(true);
    const list = await workspace.versions.list(ID);
    expect(list.map(({ name }) => name)).toEqual(['', 'Avant les entretiens', 'Pour le comité']);
    await workspace.versions.rename(ID, list[1]?.id ?? '', 'Avril');
    await workspace.versions.remove(ID, list[2]?.id ?? '');
    expect((await workspace.versions.list(ID)).map(({ name }) => name)).toEqual(['', 'Avril']);
  });

  it('are there again after a restart, and thin with age but for the named ones', async () => {
    const { workspace, session } = await withPersona();
    for (let at = 0; at < 40; at += 1) {
      clock += 60_000;
      tag(session, `n${at}`);
      if (at === 10) await workspace.versions.save(ID, 'Dix');
      else await workspace.versions.settle();
    }
    expect(await workspace.versions.list(ID)).toHaveLength(41);
    await session.close();
    clock += 40 * 86_400_000;
    await rig.restart();
    const again = await open();
    const opened = await again.openDoc<PersonaDoc>(ID);
    if (!opened.ok) throw new Error(opened.error.code);
    await expect.poll(() => opened.value.store.getState().editable).toBe(true);
    tag(opened.value, 'plus tard');
    const left = await again.versions.list(ID);
    expect(left.map(({ doc, name }) => name || doc.info.tagline)).toEqual([
      richPersona().info.tagline,
      'Dix',
      'n39',
      'plus tard',
    ]);
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

  it('that are damaged on disk are left out', async () => {
    const { workspace, session } = await withPersona();
    tag(session, 'un');
    await workspace.versions.list(ID);
    const raw = new Dexie('personarium');
    await raw.open();
    const [row] = await raw.table('versions').toArray();
    await raw.table('versions').put({ ...row, json: `${row.json} ` });
    raw.close();
    expect(await workspace.versions.list(ID)).toHaveLength(1);
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
    expect((await workspace.versions.list(ID)).map(({ name, doc }) => name || doc.info.tagline)).toEqual([
      richPersona().info.tagline,
      'Avant',
      'deux',
    ]);
    expect(await workspace.templates.list()).toMatchObject([{ id: 't1', template: { name: 'Le nôtre' } }]);
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
        expect(version?.doc).toEqual(saved);
        clock += 5000;
        session.run(restoreVersion, { version: version!.doc });
        expect(docOf(session)).toEqual(saved);
        expect(await workspace.versions.restored(ID, version!.number)).toBe(true);
        expect((await workspace.versions.list(ID)).at(-1)?.doc).toEqual(saved);
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
