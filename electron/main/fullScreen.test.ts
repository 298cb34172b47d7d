import { expect, test } from 'vitest';
import { createFullScreen } from './fullScreen';

const BOUNDS = { x: 40, y: 30, width: 1200, height: 800 };

/** A window that says of itself what it was told, as the engine's does. */
function pretended(fullScreen = false, maximized = false) {
  const now = { fullScreen, maximized, bounds: BOUNDS, gone: false };
  return {
    now,
    window: {
      isDestroyed: () => now.gone,
      isFullScreen: () => now.fullScreen,
      setFullScreen: (wanted: boolean) => {
        now.fullScreen = wanted;
      },
      // Some systems no longer call a window maximised once it is full screen.
      isMaximized: () => now.maximized && !now.fullScreen,
      getNormalBounds: () => now.bounds,
    },
  };
}

test('what is lent is not stored, and ends with what is shown', () => {
  const { now, window } = pretended(false, true);
  const { lend, state } = createFullScreen(window);
  lend(true);
  expect(now.fullScreen).toBe(true);
  expect(state()).toEqual({ bounds: BOUNDS, maximized: true, fullScreen: false });
  lend(false);
  expect(now.fullScreen).toBe(false);
  expect(state()).toEqual({ bounds: BOUNDS, maximized: true, fullScreen: false });
});

test('a window that was full screen before stays so and is stored so', () => {
  const { now, window } = pretended(true);
  const { lend, state } = createFullScreen(window);
  lend(true);
  expect(state().fullScreen).toBe(true);
  lend(false);
  expect(now.fullScreen).toBe(true);
  expect(state().fullScreen).toBe(true);
});

test('asked for twice it still knows what was before; given back twice it takes nothing away', () => {
  const { now, window } = pretended();
  const { lend, toggle } = createFullScreen(window);
  lend(true);
  lend(true);
  lend(false);
  expect(now.fullScreen).toBe(false);
  expect(toggle()).toBe(true);
  lend(false);
  expect(now.fullScreen).toBe(true);
});

test('whoever leaves full screen while something is shown does not get it back', () => {
  const { now, window } = pretended(true);
  const { lend, toggle, state } = createFullScreen(window);
  lend(true);
  expect(toggle()).toBe(false);
  now.bounds = { ...BOUNDS, width: 1000 };
  expect(state()).toEqual({ bounds: now.bounds, maximized: false, fullScreen: false });
  lend(false);
  expect(now.fullScreen).toBe(false);
});

test('a window that is gone is left alone', () => {
  const { now, window } = pretended();
  const { lend, toggle } = createFullScreen(window);
  lend(true);
  now.gone = true;
  lend(false);
  expect(toggle()).toBe(false);
  expect(now.fullScreen).toBe(true);
});
