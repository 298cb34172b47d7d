import { useEffect } from 'react';
import { useApp } from '@/app/appStore';
import { HomeScreen } from '@/screens/home/HomeScreen';
import { ToastRegion } from '@/ui/Toast';
import { TooltipLayer } from '@/ui/Tooltip';
import { useT } from '@/ui/useT';
import { DialogHost } from './DialogHost';
import { DropTarget } from './DropTarget';
import { ScreenGuard } from './ScreenGuard';
import { StoreFailure } from './StoreFailure';
import {
  BoardScreen,
  ComparisonScreen,
  ExportScreen,
  FrictionScreen,
  OpinionScreen,
  PresentScreen,
  TableScreen,
  TouchpointScreen,
  VersionsScreen,
} from './screens';

/** The window: one screen, at most one dialog, messages, tooltips. */
export function App() {
  return (
    <>
      <ScreenGuard>
        <CurrentScreen />
        <DialogHost />
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
  const isOpeningBoard = useApp((state) => state.isOpeningBoard);
  if (failure) return <StoreFailure error={failure} />;
  if (isOpeningBoard) return null;
  if (screen === 'board') return <BoardScreen />;
  if (screen === 'export') return <ExportScreen />;
  if (screen === 'table') return <TableScreen />;
  if (screen === 'friction') return <FrictionScreen />;
  if (screen === 'opinions') return <OpinionScreen />;
  if (screen === 'comparison') return <ComparisonScreen />;
  if (screen === 'touchpoints') return <TouchpointScreen />;
  if (screen === 'present') return <PresentScreen />;
  if (screen === 'versions') return <VersionsScreen />;
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
      const title = open?.alone
        ? open.personas.getState()[open.alone]?.info.name
        : open?.session.store.getState().doc.info.title;
      document.title = open ? `${title || untitled} – ${appName}` : appName;
    };
    tell();
    return open?.alone ? open.personas.subscribe(tell) : open?.session.store.subscribe(tell);
  }, [open, appName, untitled]);
  return null;
}
