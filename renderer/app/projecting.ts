import type { ThemeName } from '@shared/model/theme';
import { desktop } from '@/platform/desktop';
import { closeToast, notices, showToast } from '@/ui/notices';
import { preferences } from '@/ui/preferences';
import { currentT } from '@/ui/useT';
import { appStore } from './appStore';
import { setTheme } from './setPreferences';

interface Before {
  readonly theme: ThemeName;
  readonly madeFullScreen: boolean;
}

let before: Before | null = null;

/** Makes the window full screen, or not; true when that changed it. */
export async function setFullScreen(wanted: boolean): Promise<boolean> {
  if ((await desktop().toggleFullScreen()) === wanted) return true;
  // It was so already: put it back.
  await desktop().toggleFullScreen();
  return false;
}

/**
 * For the projector: full screen, the dark theme, only the board with its title and the time left. A second call, or Escape,
 * puts everything back; the board itself keeps its view and its selection for then.
 */
export async function toggleProjecting(): Promise<void> {
  if (before) return stopProjecting();
  before = { theme: preferences.getState().theme, madeFullScreen: false };
  appStore.setState({ projecting: true });
  setTheme('projectorDark', false);
  showToast({ text: currentT()('board.projectHint'), icon: 'presentation' });
  before = { ...before, madeFullScreen: await setFullScreen(true) };
}

export async function stopProjecting(): Promise<void> {
  if (!before) return;
  const { theme, madeFullScreen } = before;
  before = null;
  appStore.setState({ projecting: false });
  if (notices.getState().toast?.text === currentT()('board.projectHint')) closeToast();
  setTheme(theme, false);
  if (madeFullScreen) await setFullScreen(false);
}
