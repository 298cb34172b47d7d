import type { BoardId, Id, NewId, PersonaId } from '@shared/base/ids';
import { setMeta } from '@shared/boards/persona/commands/info';
import type { PersonaDoc } from '@shared/boards/persona/model';
import { type PersonaSet, personasOf } from '@shared/exchange/personaSet';
import type { WorkshopBundle } from '@shared/file/workshopFile';
import type { WorkshopDoc } from '@shared/model/workshop';
import { sampleWorkshop } from '@shared/sample/sampleWorkshop';
import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createStorageRig, type StorageRig } from '../../tests/support/storageRig';
import { isChanged, type PersonaDecision } from './incoming';
import { openWorkspace } from './workspace';
import type { Workspace } from './workspaceApi';

let rig: StorageRig;
let count: number;
const newId: NewId = <T extends Id<string>>() => {
  count += 1;
  return `id-${count}` as T;
};

beforeEach(async () => {
  Dexie.dependencies.indexedDB = new IDBFactory();
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
  count = 0;
  rig = await createStorageRig();
});
afterEach(() => rig.remove());

async function value<T>(result: Promise<{ ok: true; value: T } | { ok: false; error: { code: string } }>): Promise<T> {
  const settled = await result;
  if (!settled.ok) throw new Error(JSON.stringify(settled.error));
  return settled.value;
}

interface Scene {
  readonly workspace: Workspace;
  readonly bundle: WorkshopBundle;
  readonly id: PersonaId;
  readonly other: PersonaId;
}

/** The sample taken as a file; since then one of its personas got a tag in the file's copy and another one here. */
async function withChanged(): Promise<Scene> {
  const workspace = await openWorkspace(rig.desktop, { newId, openMs: 500 });
  const made = sampleWorkshop({ lang: 'fr', newId, date: '2026-05-04' });
  await value(workspace.createWorkshop(made));
  const [id, other] = Object.keys(made.workshop.personas) as PersonaId[];
  if (!id || !other) throw new Error('the sample has two personas');
  const tag = async (tags: string[], tagline: string) => {
    const session = await value(workspace.openDoc<PersonaDoc>(id));
    session.run(setMeta, { fields: { tags } });
    session.run(setMeta, { fields: { owner: tagline } });
    await session.close();
  };
  await tag(['du fichier'], 'le fichier');
  const bundle = await value(workspace.exportBundle(made.id));
  await tag(['d’ici'], '');
  return { workspace, bundle, id, other };
}

const tagsOf = async (workspace: Workspace, id: PersonaId) => (await workspace.peek<PersonaDoc>(id))?.info.tags;
const names = (workspace: Workspace) =>
  workspace.library
    .getState()
    .personas.map(({ name }) => name)
    .sort();

async function decide(scene: Scene, decision: PersonaDecision, mode: 'keep-both' | 'replace' = 'keep-both') {
  const { workspace, bundle, id } = scene;
  const workshopId = await value(workspace.importBundle(bundle, mode, new Map([[id, decision]])));
  const workshop = await workspace.peek<WorkshopDoc>(workshopId);
  return Object.keys(workshop?.personas ?? {}) as PersonaId[];
}

describe('a workshop’s file', () => {
  it('says which of its personas the library has as they are, and which differ, field by field', async () => {
    const { workspace, bundle, id, other } = await withChanged();
    const incoming = await workspace.comparePersonas(personasOf(bundle));
    expect(incoming.filter(isChanged).map((one) => one.id)).toEqual([id]);
    const changes = incoming.find((one) => one.id === id)?.comparison?.changes ?? [];
    expect(changes.map(({ field }) => 'name' in field && field.name)).toEqual(['tags', 'owner']);
    expect(incoming.find((one) => one.id === other)?.comparison?.changes).toEqual([]);
  });

  it('links what is unchanged, and what was kept', async () => {
    const scene = await withChanged();
    const before = names(scene.workspace);
    expect((await decide(scene, 'mine')).sort()).toEqual([scene.id, scene.other].sort());
    expect(names(scene.workspace)).toEqual(before);
    expect(await tagsOf(scene.workspace, scene.id)).toEqual(['d’ici']);
  });

  it('replaces everywhere', async () => {
    const scene = await withChanged();
    expect((await decide(scene, 'replace', 'replace')).sort()).toEqual([scene.id, scene.other].sort());
    expect(await tagsOf(scene.workspace, scene.id)).toEqual(['du fichier']);
  });

  it('merges: what either says stays', async () => {
    const scene = await withChanged();
    await decide(scene, 'merge');
    const doc = await scene.workspace.peek<PersonaDoc>(scene.id);
    expect([...(doc?.info.tags ?? [])].sort()).toEqual(['du fichier', 'd’ici'].sort());
    expect(doc?.info.owner).toBe('le fichier');
  });

  it.each([
    ['replace', 'replace'],
    ['replace', 'keep-both'],
    ['merge', 'keep-both'],
  ] as const)(
    'keeps as versions what a persona was before %s (%s) and what it is after, and none of the others',
    async (decision, mode) => {
      const scene = await withChanged();
      const { workspace, id, other } = scene;
      const before = await workspace.peek<PersonaDoc>(id);
      await decide(scene, decision, mode);
      const after = await workspace.peek<PersonaDoc>(id);
      const kept = (await workspace.versions.list(id)).map((one) => one.read()?.info.owner);
      expect(kept.slice(-2)).toEqual([before?.info.owner, after?.info.owner]);
      expect(after?.info.owner).toBe('le fichier');
      expect(await workspace.versions.list(other)).toEqual([]);
    },
  );

  it('keeps both: its maps are about the one it came with', async () => {
    const scene = await withChanged();
    const { workspace, id } = scene;
    const before = names(workspace).length;
    const linked = await decide(scene, 'both');
    expect(linked).not.toContain(id);
    expect(names(workspace)).toHaveLength(before + 1);
    const fresh = linked.find((one) => one !== scene.other);
    expect(await tagsOf(workspace, fresh!)).toEqual(['du fichier']);
    expect(await tagsOf(workspace, id)).toEqual(['d’ici']);
    const card = workspace.library.getState().personas.find((one) => one.id === fresh);
    expect(card?.uses.length).toBeGreaterThan(0);
    const boards = card?.uses.map(({ boardId }) => boardId) ?? [];
    for (const boardId of boards as BoardId[])
      expect(JSON.stringify(await workspace.peek(boardId))).not.toContain(`"${id}"`);
  });

  it('changes nothing when the disk refuses', async () => {
    const { workspace, bundle, id } = await withChanged();
    const before = names(workspace);
    const transaction = Dexie.prototype.transaction;
    Dexie.prototype.transaction = () =>
      Promise.reject(Object.assign(new Error('full'), { name: 'QuotaExceededError' })) as never;
    const done = await workspace.importBundle(bundle, 'keep-both', new Map([[id, 'both' as const]]));
    Dexie.prototype.transaction = transaction;
    expect(done.ok).toBe(false);
    expect(names(workspace)).toEqual(before);
    expect(await tagsOf(workspace, id)).toEqual(['d’ici']);
  });
});

describe('a file of personas', () => {
  it('adds what is new, leaves what is the same, and changes what was decided; an export comes back as it was', async () => {
    const { workspace, bundle, id, other } = await withChanged();
    const exported = await value(workspace.exportPersonas([id, other]));
    const again = await value(workspace.importPersonas(exported, new Map()));
    expect(again).toEqual({ added: [], changed: new Map(), same: 2 });
    const [first] = exported.personas;
    const fresh: PersonaSet = { ...exported, personas: [{ ...first!, id: 'new-one' as PersonaId, state: null }] };
    expect(await value(workspace.importPersonas(fresh, new Map()))).toEqual({
      added: ['new-one'],
      changed: new Map(),
      same: 0,
    });
    const file = personasOf(bundle);
    const before = await workspace.peek<PersonaDoc>(id);
    expect(await value(workspace.importPersonas(file, new Map([[id, 'replace' as const]])))).toMatchObject({
      changed: new Map([[id, before]]),
    });
    expect(await tagsOf(workspace, id)).toEqual(['du fichier']);
  });

  it('brings back from the trash what it holds, and never takes the id of a board', async () => {
    const { workspace, id } = await withChanged();
    const exported = await value(workspace.exportPersonas([id]));
    await value(workspace.trashPersonas([id]));
    await value(workspace.importPersonas(exported, new Map()));
    expect(workspace.library.getState().personas.map((card) => card.id)).toContain(id);
    const [workshop] = workspace.library.getState().workshops;
    const boardId = workshop!.boards[0]!.id as string as PersonaId;
    const odd = { ...exported, personas: [{ ...exported.personas[0]!, id: boardId }] };
    await value(workspace.importPersonas(odd, new Map()));
    expect((await workspace.peek(boardId))?.kind).not.toBe('persona');
  });
});
