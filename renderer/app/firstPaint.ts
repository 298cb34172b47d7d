import { desktop } from '@/platform/desktop';
import { appStore } from './appStore';

const LONGEST_PAINT_MS = 2_000;

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
const twoFrames = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));

/** The engine has shown something; a window nobody sees is not waited for. */
const firstContent = (): Promise<void> =>
  new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      if (list.getEntriesByName('first-contentful-paint').length === 0) return;
      observer.disconnect();
      resolve();
    });
    observer.observe({ type: 'paint', buffered: true });
    setTimeout(resolve, LONGEST_PAINT_MS);
  });

/** Tells the main process when the first screen of this start is there and can be used. */
export async function tellFirstPaint(): Promise<void> {
  await boardIsUsable();
  await Promise.all([twoFrames(), firstContent()]);
  await desktop().painted();
}
