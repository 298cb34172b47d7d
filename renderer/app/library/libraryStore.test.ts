import type { PersonaId } from '@shared/base/ids';
import type { BootInfo, Preferences } from '@shared/ipc';
import { beforeEach, expect, it, vi } from 'vitest';

const written: Preferences[] = [];

beforeEach(() => {
  vi.resetModules();
  localStorage.clear();
  written.length = 0;
  Object.assign(window, {
    desktop: { setPreferences: async (change: Preferences) => void written.push(change) },
  });
});

/** The store of a fresh start, with what main knew. */
async function started(library: BootInfo['library']) {
  const [{ appStore }, store] = await Promise.all([import('../appStore'), import('./libraryStore')]);
  appStore.setState({ boot: { library } as BootInfo });
  store.recallLibrary();
  return store;
}

const KEPT = { used: ['p1'], saved: [{ name: 'Pilotes', choices: { tags: ['Pilote'] } }], view: 'list', sort: 'name' };

it('takes over once what an earlier version kept in the window, and leaves nothing there', async () => {
  localStorage.setItem('personarium.library', JSON.stringify(KEPT));
  const { libraryMemory } = await started(null);
  expect(libraryMemory.getState()).toEqual(KEPT);
  expect(written).toEqual([{ library: KEPT }]);
  expect(localStorage.getItem('personarium.library')).toBeNull();
});

it('starts with what the preferences hold, whatever the window has', async () => {
  localStorage.setItem('personarium.library', '{"view":"cards"}');
  const { libraryMemory, rememberUsed, forgetPersonas } = await started(KEPT as unknown as BootInfo['library']);
  expect(libraryMemory.getState()).toEqual(KEPT);
  rememberUsed('p2' as PersonaId);
  expect(written.at(-1)?.library?.used).toEqual(['p2', 'p1']);
  forgetPersonas(['p1' as PersonaId], [{ sector: '', role: '', tags: ['PILOTE'] }]);
  expect(written.at(-1)?.library).toMatchObject({ used: ['p2'], saved: KEPT.saved });
});

it('keeps no word in saved filters that only an erased persona had', async () => {
  const saved = [
    { name: 'À voir', choices: { tags: ['Pilote', 'Perdu'], sector: [''] } },
    { name: 'Clients perdus', choices: { tags: ['Perdu', 'Pilote'] } },
    { name: 'Seul', choices: { occupation: ['Alchimiste'], sector: ['Magie'] } },
    { name: 'Solides', choices: { strength: ['solid'] } },
  ];
  const { forgetPersonas } = await started({ ...KEPT, saved } as unknown as BootInfo['library']);
  forgetPersonas(['p1' as PersonaId], [{ sector: 'Santé', role: 'Infirmier', tags: ['pilote'] }]);
  expect(written.at(-1)?.library?.saved).toEqual([
    { name: 'À voir', choices: { tags: ['Pilote'], sector: [''] } },
    { name: 'Solides', choices: { strength: ['solid'] } },
  ]);
});

it('forgets what cannot be read', async () => {
  localStorage.setItem('personarium.library', '{broken');
  const { libraryMemory } = await started(null);
  expect(libraryMemory.getState()).toMatchObject({ used: [], saved: [], view: 'cards' });
});
