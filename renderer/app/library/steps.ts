import type { PersonaId } from '@shared/base/ids';
import type { IconName } from '@shared/scene/icons';
import { showToast } from '@/ui/notices';
import { currentT } from '@/ui/useT';
import { appStore } from '../appStore';

/** So many of the latest actions can be taken back, for as long as the window lives. */
const MOST = 50;

/** Something that was done in the library. */
interface Step {
  /** What was done, in words. */
  readonly text: string;
  /** What takes it back for each persona; one that is erased for good leaves it. */
  readonly before: Map<PersonaId, unknown>;
  readonly takeBack: () => Promise<void>;
}

let steps: readonly Step[] = [];
/** What is being taken back: one thing after the other, however fast the keys are. */
let last: Promise<void> = Promise.resolve();

export interface Done<Before> {
  readonly icon: IconName;
  readonly text: string;
  /** By persona; it may still be filled while the action runs. */
  readonly before: Map<PersonaId, Before>;
  readonly takeBack: (before: ReadonlyMap<PersonaId, Before>) => Promise<void>;
}

/** Says what was done, with a button that takes it back; `Ctrl+Z` in the library does so too when the toast is gone. */
export function tellDone<Before>({ icon, text, before, takeBack }: Done<Before>): void {
  const step: Step = { text, before, takeBack: () => takeBack(before) };
  steps = [...steps, step].slice(-MOST);
  const run = (): void => takeStepBack(step);
  showToast({ icon, text, action: { label: currentT()('common.undo'), shortcut: 'CmdOrCtrl+Z', run } });
}

function takeStepBack(step: Step): void {
  // Its persona may have been erased meanwhile.
  if (!steps.includes(step)) return;
  steps = steps.filter((other) => other !== step);
  last = last.then(step.takeBack, step.takeBack);
  showToast({ icon: 'arrow-u-up-left', text: currentT()('library.done.undone', { text: step.text }) });
}

const isLibraryShown = (): boolean => {
  const { screen, section } = appStore.getState();
  return screen === 'home' && section === 'library';
};

/** What `Ctrl+Z` takes back in the library, in words; empty where another screen is on show or nothing is left. */
export const libraryUndoLabel = (): string => (isLibraryShown() ? (steps.at(-1)?.text ?? '') : '');

/** Takes back what was done last in the library. */
export function undoLibrary(): void {
  const step = steps.at(-1);
  if (step) takeStepBack(step);
}

/** Personas go for good: nothing of them is kept here, and what was done to them alone is no longer taken back. */
export function forgetSteps(ids: readonly PersonaId[]): void {
  steps = steps.filter(({ before }) => {
    const gone = ids.filter((id) => before.delete(id));
    return gone.length === 0 || before.size > 0;
  });
}
