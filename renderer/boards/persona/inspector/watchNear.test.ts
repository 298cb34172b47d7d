import type { Id, NewId, PersonaId } from '@shared/base/ids';
import { setMeta } from '@shared/boards/persona/commands/info';
import type { PersonaDoc } from '@shared/boards/persona/model';
import { defineCommand } from '@shared/document/command';
import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openWorkspace } from '@/session/workspace';
import type { Workspace } from '@/session/workspaceApi';
import { personaSaying } from '../../../../tests/support/personaCommands';
import { createStorageRig, type StorageRig } from '../../../../tests/support/storageRig';
import { runWorkersHere } from '../../../../tests/support/workerHere';
import { MOST_READ, type People, watchNear } from './watchNear';

let rig: StorageRig;
const newId: NewId = <T extends Id<string>>() => 'id' as T;

beforeEach(async () => {
  Dexie.dependencies.indexedDB = new IDBFactory();
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
  vi.stubGlobal('requestIdleCallback', (call: () => void) => setTimeout(call));
  vi.stubGlobal('cancelIdleCallback', clearTimeout);
  runWorkersHere(() => import('@/session/search/searchWorker'));
  rig = await createStorageRig(() => 1);
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await rig.remove();
});

async function value<T>(result: Promise<{ ok: true; value: T } | { ok: false; error: { code: string } }>): Promise<T> {
  const settled = await result;
  if (!settled.ok) throw new Error(JSON.stringify(settled.error));
  return settled.value;
}

/** Words that stand for no other number. */
const words = (number: number): string => Array.from({ length: 14 }, (_, at) => `mot${number}x${at}`).join(' ');
const unlike = (number: number): PersonaDoc => personaSaying(words(number));

const PAGE = 'page' as PersonaId;
const TWIN = 'twin' as PersonaId;

/** More personas than are read one by one; of the last of them, edited longest ago, the page is a twin. */
async function largeLibrary(): Promise<Workspace> {
  let clock = 1_000_000;
  const workspace = await openWorkspace(rig.desktop, { newId, now: () => clock++ });
  const others = Array.from({ length: MOST_READ + 20 }, (_, at) => ({ id: `m-${at}` as PersonaId, doc: unlike(at) }));
  const personas = [{ id: TWIN, doc: unlike(1000) }, ...others, { id: PAGE, doc: unlike(1000) }];
  const set = { personas: personas.map((each) => ({ ...each, state: null })), assets: {}, isWhole: true };
  await value(workspace.importPersonas(set, new Map()));
  return workspace;
}

const say = defineCommand<PersonaDoc, string>('persona.say', (draft, tagline) => {
  draft.info.tagline = tagline;
});

it('finds a twin beyond those that were edited last, and follows what becomes of it and of the page', async () => {
  const workspace = await largeLibrary();
  const cards = workspace.library.getState().personas;
  expect(cards.findIndex(({ id }) => id === TWIN)).toBeGreaterThan(MOST_READ);

  const page = await value(workspace.openDoc<PersonaDoc>(PAGE));
  let shown: People = {};
  const stop = watchNear(
    workspace,
    PAGE,
    () => page.store.getState().doc,
    (near) => {
      shown = near;
    },
  );
  const expectShown = (...ids: readonly string[]) =>
    vi.waitFor(() => expect(Object.keys(shown)).toEqual(ids), { timeout: 20_000, interval: 5 });
  await expectShown(TWIN);

  await value(workspace.trashPersonas([TWIN]));
  expect(shown).toEqual({});
  await value(workspace.restorePersonas([TWIN]));
  await expectShown(TWIN);

  const twin = await value(workspace.openDoc<PersonaDoc>(TWIN));
  twin.run(setMeta, { fields: { archived: true } });
  await workspace.flushAll();
  await expectShown();
  twin.run(setMeta, { fields: { archived: false } });
  await workspace.flushAll();
  await expectShown(TWIN);

  page.run(say, words(7));
  await workspace.flushAll();
  await expectShown('m-7');
  twin.run(say, words(7));
  await workspace.flushAll();
  await expectShown('m-7', TWIN);
  await twin.close();

  await value(workspace.erasePersonas(['m-7' as PersonaId]));
  await expectShown(TWIN);
  const other = await value(workspace.openDoc<PersonaDoc>('m-8' as PersonaId));
  other.run(say, words(7));
  await other.close();
  await expectShown('m-8', TWIN);
  stop();
  await page.close();
});
