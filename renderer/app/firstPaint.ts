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

/** When the engine first showed something, in the page's time; a window nobody sees is not waited for. */
const firstContent = (): Promise<number> =>
  new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      const [entry] = list.getEntriesByName('first-contentful-paint');
      if (!entry) return;
      observer.disconnect();
      resolve(entry.startTime);
    });
    observer.observe({ type: 'paint', buffered: true });
    setTimeout(() => resolve(0), LONGEST_PAINT_MS);
  });

/** Tells the main process since when the first screen of this start is there and can be used. */
export async function tellFirstPaint(): Promise<void> {
  await boardIsUsable();
  const usable = performance.now();
  const framesLater = twoFrames().then(() => performance.now());
  const shown = await firstContent();
  // The engine says afterwards when it was; where something else was shown before the board, the board's own frames count.
  const at = shown > usable ? shown : await framesLater;
  await desktop().painted(performance.timeOrigin + at);
}
