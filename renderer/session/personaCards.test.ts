import type { DocId, Id, NewId, PersonaId } from '@shared/base/ids';
import { setMeta } from '@shared/boards/persona/commands/info';
import type { PersonaDoc } from '@shared/boards/persona/model';
import { PORTRAITS } from '@shared/boards/persona/portraits';
import { portraitOf } from '@shared/boards/persona/portraitText';
import { personaNamed } from '@shared/sample/samplePersonas';
import { sampleWorkshop } from '@shared/sample/sampleWorkshop';
import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { DocSummary } from '@/storage/database';
import { createStorageRig, type StorageRig } from '../../tests/support/storageRig';
import { createPersonaCards } from './personaCards';
import { openWorkspace } from './workspace';
import type { Workspace } from './workspaceApi';

let rig: StorageRig;
let count = 0;
const newId: NewId = <T extends Id<string>>() => {
  count += 1;
  return `id-${count}` as T;
};
const open = () => openWorkspace(rig.desktop, { newId, openMs: 500 });
const cards = (workspace: Workspace) => workspace.library.getState().personas;
const named = (workspace: Workspace, name: string) => cards(workspace).find((card) => card.name.startsWith(name));

beforeEach(async () => {
  Dexie.dependencies.indexedDB = new IDBFactory();
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
  rig = await createStorageRig();
});
afterEach(() => rig.remove());

async function withSample(): Promise<Workspace> {
  const workspace = await open();
  await workspace.createWorkshop(sampleWorkshop({ lang: 'fr', newId, date: '2026-05-04' }));
  return workspace;
}

it('shows a persona with what its card says, where it stands, and follows its edits', async () => {
  const workspace = await withSample();
  const solene = named(workspace, 'Solène');
  expect(solene).toMatchObject({ kind: 'primary', archived: false });
  expect(portraitOf(solene?.portrait ?? '')).toEqual(PORTRAITS.pony);
  expect(solene?.squares).not.toBeNull();
  expect(solene?.uses.length).toBeGreaterThan(0);
  expect(solene?.workshops).toHaveLength(1);
  const opened = await workspace.openDoc<PersonaDoc>(solene?.id as PersonaId);
  if (!opened.ok) throw new Error(opened.error.code);
  opened.value.run(setMeta, { fields: { tags: ['course'], favourite: true } });
  await opened.value.close();
  expect(named(workspace, 'Solène')).toMatchObject({ tags: ['course'], favourite: true });
});

it('leaves cards of other personas as they are when one changes', async () => {
  const workspace = await withSample();
  await workspace.addDoc('alone' as PersonaId, personaNamed('runner', 'en', newId));
  const [, ...before] = cards(workspace);
  const opened = await workspace.openDoc<PersonaDoc>('alone' as PersonaId);
  if (!opened.ok) throw new Error(opened.error.code);
  opened.value.run(setMeta, { fields: { archived: true } });
  await opened.value.close();
  expect(before.every((card) => cards(workspace).includes(card))).toBe(true);
});

it('counts no board of a workshop in the trash, and no persona that was deleted', async () => {
  const workspace = await withSample();
  const [workshop] = workspace.library.getState().workshops;
  const solene = named(workspace, 'Solène');
  if (!workshop || !solene) throw new Error('no sample');
  await workspace.trashWorkshop(workshop.id);
  expect(named(workspace, 'Solène')).toMatchObject({ uses: [], workshops: [] });
  await workspace.restoreWorkshop(workshop.id);
  expect(named(workspace, 'Solène')?.uses).toEqual(solene.uses);
  await workspace.trashPersonas([solene.id]);
  expect(named(workspace, 'Solène')).toBeUndefined();
  await workspace.restorePersonas([solene.id]);
  expect(named(workspace, 'Solène')).toBeDefined();
});

it('makes the summaries of an earlier version anew', async () => {
  await withSample();
  const stored = await new Dexie('personarium').open();
  await stored
    .table('docs')
    .toCollection()
    .modify((row) => {
      delete row.summary.version;
      delete row.summary.persona;
      delete row.summary.about;
    });
  const { docRow } = await import('@/storage/rows');
  await stored.table('docs').bulkPut((await stored.table('docs').toArray()).map(docRow));
  stored.close();
  await rig.restart();
  const again = await open();
  await vi.waitFor(() => expect(named(again, 'Solène')).toMatchObject({ kind: 'primary' }));
  await vi.waitFor(() => expect(named(again, 'Solène')?.portrait).toBeTruthy());
  expect(named(again, 'Solène')?.uses.length).toBeGreaterThan(0);
});

it('shows a portrait that an earlier version kept as an object', () => {
  const portrait = PORTRAITS.afro;
  const summary = { version: 2, title: 'Awa', persona: { portrait } } as unknown as DocSummary;
  const entry = {
    id: 'p' as DocId,
    kind: 'persona',
    seq: 1,
    createdAt: 1,
    updatedAt: 1,
    trashedAt: null,
    summary,
  } as const;
  const [card] = createPersonaCards()(new Map([[entry.id, entry]])).personas;
  expect(portraitOf(card?.portrait ?? '')).toEqual(portrait);
});
