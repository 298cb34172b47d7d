import type { ThemeName } from '@shared/model/theme';
import { desktop } from '@/platform/desktop';
import { preferences } from '@/ui/preferences';
import { appStore } from './appStore';
import { setTheme } from './setPreferences';

interface Before {
  readonly theme: ThemeName;
  readonly madeFullScreen: boolean;
}

let before: Before | null = null;

async function enterFullScreen(): Promise<boolean> {
  if (await desktop().toggleFullScreen()) return true;
  // It was full screen already: put it back.
  await desktop().toggleFullScreen();
  return false;
}

/** The window takes its new size a moment after it was asked to. */
const RESIZE_MS = 250;

/** Shows the whole board in the window's new size. */
function fitBoard(): void {
  setTimeout(() => appStore.getState().open?.handle.getState().handle?.perform('zoomFit'), RESIZE_MS);
}

/** For the projector: full screen, the dark theme, panels away. A second call puts everything back. */
export async function toggleProjecting(): Promise<void> {
  if (before) return stopProjecting();
  before = { theme: preferences.getState().theme, madeFullScreen: false };
  appStore.setState({ projecting: true });
  setTheme('projectorDark', false);
  before = { ...before, madeFullScreen: await enterFullScreen() };
  fitBoard();
}

export async function stopProjecting(): Promise<void> {
  if (!before) return;
  const { theme, madeFullScreen } = before;
  before = null;
  appStore.setState({ projecting: false });
  setTheme(theme, false);
  if (madeFullScreen) await desktop().toggleFullScreen();
  fitBoard();
}
