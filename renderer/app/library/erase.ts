import type { PersonaId } from '@shared/base/ids';
import type { EraseStep } from '@/session/erase';
import { showToast } from '@/ui/notices';
import { currentT } from '@/ui/useT';
import { openDialog, workspace } from '../appStore';
import { showError } from '../errors';
import { forgetPersonas } from './libraryStore';
import { forgetSteps } from './steps';

/** Asks whether personas shall be gone for good. */
export const askErase = (ids: readonly PersonaId[]): void => {
  if (ids.length > 0) openDialog({ kind: 'persona-erase', ids });
};

/** Erases personas for good, and says how far that came; `onStep` is told what is being done. */
export async function erasePersonas(ids: readonly PersonaId[], onStep: (step: EraseStep) => void): Promise<void> {
  const t = currentT();
  forgetSteps(ids);
  const { personas, personaTrash } = workspace().library.getState();
  const gone = new Set(ids);
  forgetPersonas(
    ids,
    [...personas, ...personaTrash].filter(({ id }) => !gone.has(id)),
  );
  const erased = await workspace().erasePersonas(ids, onStep);
  if (!erased.ok) return showError(erased.error, t('library.erase.unfinished'));
  const done = t('library.erase.done', { count: ids.length });
  showToast({ icon: 'check', text: erased.value.files === 'gone' ? done : `${done} ${t('library.erase.later')}` });
}

/** Finishes what a stop cut off, without a word when it works. */
export async function finishErasing(ids: readonly PersonaId[]): Promise<void> {
  const erased = await workspace().erasePersonas(ids);
  if (!erased.ok) showError(erased.error, currentT()('library.erase.unfinished'));
}
