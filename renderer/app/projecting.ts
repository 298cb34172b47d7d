import type { ThemeName } from '@shared/model/theme';
import { desktop } from '@/platform/desktop';
import { closeToast, notices, showToast } from '@/ui/notices';
import { preferences } from '@/ui/preferences';
import { currentT } from '@/ui/useT';
import { appStore } from './appStore';
import { setTheme } from './setPreferences';

/** The theme before; null while nothing is projected. */
let before: ThemeName | null = null;

/**
 * For the projector: full screen, the dark theme, only the board with its title and the time left. A second call, or Escape,
 * puts everything back; the board itself keeps its view and its selection for then.
 */
export async function toggleProjecting(): Promise<void> {
  if (before) return stopProjecting();
  before = preferences.getState().theme;
  appStore.setState({ projecting: true });
  setTheme('projectorDark', false);
  showToast({ text: currentT()('board.projectHint'), icon: 'presentation' });
  await desktop().lendFullScreen(true);
}

export async function stopProjecting(): Promise<void> {
  if (!before) return;
  const theme = before;
  before = null;
  appStore.setState({ projecting: false });
  if (notices.getState().toast?.text === currentT()('board.projectHint')) closeToast();
  setTheme(theme, false);
  await desktop().lendFullScreen(false);
}
