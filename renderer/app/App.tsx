import { lazy, Suspense, useEffect } from 'react';
import { HomeScreen } from '@/screens/home/HomeScreen';
import { ToastRegion } from '@/ui/Toast';
import { TooltipLayer } from '@/ui/Tooltip';
import { useT } from '@/ui/useT';
import { useApp } from './appStore';
import { DialogHost } from './dialogs/DialogHost';
import { DropTarget } from './DropTarget';
import { ScreenGuard } from './ScreenGuard';
import { StoreFailure } from './StoreFailure';

// The home screen is in the first load; the rest comes when it is asked for.
const BoardScreen = lazy(async () => ({ default: (await import('@/screens/board/BoardScreen')).BoardScreen }));
const ExportScreen = lazy(async () => ({ default: (await import('./ExportHost')).ExportHost }));

/** The window: one screen, at most one dialog, messages, tooltips. */
export function App() {
  return (
    <>
      <ScreenGuard>
        <Suspense>
          <CurrentScreen />
        </Suspense>
        <Suspense>
          <DialogHost />
        </Suspense>
      </ScreenGuard>
      <ToastRegion />
      <TooltipLayer />
      <DropTarget />
      <WindowTitle />
    </>
  );
}

function CurrentScreen() {
  const screen = useApp((state) => state.screen);
  const failure = useApp((state) => state.failure);
  if (failure) return <StoreFailure error={failure} />;
  if (screen === 'board') return <BoardScreen />;
  if (screen === 'export') return <ExportScreen />;
  return <HomeScreen />;
}

/** The workshop's title on the window, as its task bar shows it. */
function WindowTitle() {
  const open = useApp((state) => state.open);
  const t = useT();
  const appName = t('common.appName');
  const untitled = t('home.card.untitled');
  useEffect(() => {
    const tell = () => {
      const title = open?.session.store.getState().doc.info.title;
      document.title = open ? `${title || untitled} – ${appName}` : appName;
    };
    tell();
    return open?.session.store.subscribe(tell);
  }, [open, appName, untitled]);
  return null;
}
