import { desktop } from '@/platform/desktop';
import { appStore } from './appStore';

/** Resolves once the board on screen can be used, or at once where there is none. */
export function boardIsUsable(): Promise<void> {
  const { screen, open } = appStore.getState();
  if (screen !== 'board' || !open || open.handle.getState().handle) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = open.handle.subscribe(({ handle }) => {
      if (!handle) return;
      stop();
      resolve();
    });
  });
}

/** Two frames later what was drawn before is on the screen. */
const painted = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));

/** Tells the main process when the first screen of this start is there and can be used. */
export async function tellFirstPaint(): Promise<void> {
  await boardIsUsable();
  await painted();
  await desktop().painted();
}
