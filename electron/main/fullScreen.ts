import type { Rect, WindowState } from './windowState';

/** What of a window this needs. */
interface Screened {
  readonly isDestroyed: () => boolean;
  readonly isFullScreen: () => boolean;
  readonly setFullScreen: (wanted: boolean) => void;
  readonly isMaximized: () => boolean;
  readonly getNormalBounds: () => Rect;
}

export interface FullScreen {
  /** As a person asks for it; returns whether the window is full screen now. */
  readonly toggle: () => boolean;
  /** For as long as something is shown to a room; false puts back what was before. */
  readonly lend: (wanted: boolean) => void;
  /** What to store of the window, for `openingState` at the next start: what is only lent is not stored. */
  readonly state: () => WindowState;
}

/** Knows which full screen a person wants, and which ends with what is shown, however that ends. */
export function createFullScreen(window: Screened): FullScreen {
  /** How the window was before it was lent; null while it is not. */
  let before: WindowState | null = null;
  const now = (): WindowState => ({
    bounds: window.getNormalBounds(),
    maximized: window.isMaximized(),
    fullScreen: window.isFullScreen(),
  });
  return {
    toggle: () => {
      if (window.isDestroyed()) return false;
      const next = !window.isFullScreen();
      // Whoever leaves it while something is shown does not want it back afterwards.
      if (before && !next) before = { ...before, fullScreen: false };
      window.setFullScreen(next);
      return next;
    },
    lend: (wanted) => {
      if (window.isDestroyed() || wanted === (before !== null)) return;
      const stays = before?.fullScreen ?? true;
      before = wanted ? now() : null;
      if (window.isFullScreen() !== stays) window.setFullScreen(stays);
    },
    state: () => (before && window.isFullScreen() ? before : now()),
  };
}
