import type { BoardHandle } from '@/session/boardHandle';
import type { SheetId } from '@/session/sheetRef';
import { appStore } from './appStore';
import { boardIsUsable } from './firstPaint';

const LONGEST_MS = 5_000;

/** Resolves with the handle of a sheet that is about to be shown, once it can be driven; null when something else came instead. */
export async function whenBoardShows(id: SheetId): Promise<BoardHandle | null> {
  const before = appStore.getState().open?.handle.getState().handle ?? null;
  const isShown = () => appStore.getState().screen === 'board' && appStore.getState().boardId === id;
  const handleNow = () => appStore.getState().open?.handle.getState().handle ?? null;
  if (isShown() && before) return before;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(() => done(), LONGEST_MS);
    const stop = appStore.subscribe(() => isShown() && done());
    const done = () => {
      clearTimeout(timer);
      stop();
      resolve();
    };
  });
  if (!isShown()) return null;
  // The handle of the sheet before may still be there: the next one is waited for.
  const { open } = appStore.getState();
  if (open && handleNow() === before && before)
    await new Promise<void>((resolve) => {
      const stop = open.handle.subscribe(({ handle }) => {
        if (!handle || handle === before) return;
        stop();
        resolve();
      });
    });
  else await boardIsUsable();
  return isShown() ? handleNow() : null;
}
