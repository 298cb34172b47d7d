import type { BootInfo } from '@shared/ipc';
import { createRoot } from 'react-dom/client';
import { appStore } from '@/app/appStore';
import { listenToInputs } from '@/app/inputs';
import { followMenuState } from '@/app/menuState';
import { openStore } from '@/app/openStore';
import { keepAuthor } from '@/app/setPreferences';
import type { Workspace } from '@/session/workspaceApi';
import { preferences } from '@/ui/preferences';
import { App } from './App';

/** Starts the interface: the frame is painted first, the store is being opened meanwhile. */
export function startApp(boot: BootInfo, opening: Promise<Workspace>): void {
  preferences.setState({ lang: boot.lang, theme: boot.theme, platform: boot.platform, author: boot.author });
  keepAuthor();
  document.documentElement.lang = boot.lang;
  appStore.setState({ boot, isOpeningBoard: boot.openSample || boot.benchNotes > 0 || boot.last?.shown === true });
  void openStore(boot, opening);
  listenToInputs();
  followMenuState();
  const root = document.getElementById('root');
  if (root) createRoot(root).render(<App />);
}
