import type { BootInfo } from '@shared/ipc';
import { createRoot } from 'react-dom/client';
import { desktop } from '@/platform/desktop';
import { preferences } from '@/ui/preferences';
import { App } from './App';
import { appStore } from './appStore';
import { listenToInputs } from './inputs';
import { followMenuState } from './menuState';
import { openStore } from './openStore';

/** Starts the interface: the frame is painted first, the store is opened meanwhile. */
export function startApp(boot: BootInfo): void {
  preferences.setState({ lang: boot.lang, theme: boot.theme, platform: boot.platform });
  document.documentElement.lang = boot.lang;
  appStore.setState({ boot, isOpeningBoard: boot.openSample || boot.benchNotes > 0 || boot.last?.shown === true });
  void openStore(desktop(), boot);
  listenToInputs();
  followMenuState();
  const root = document.getElementById('root');
  if (root) createRoot(root).render(<App />);
}
