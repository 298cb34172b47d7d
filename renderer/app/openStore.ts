import type { AppError } from '@shared/base/appError';
import type { BootInfo, DesktopApi } from '@shared/ipc';
import { loadFonts } from '@/platform/fonts';
import { closeNotice, showNotice } from '@/ui/notices';
import { currentT } from '@/ui/useT';
import { appStore } from './appStore';
import { asError } from './errors';
import { openPendingFiles } from './files';
import { tellFirstPaint } from './firstPaint';
import { lastPlace, showWorkshop } from './navigate';
import { followRecovery } from './recoveryNotice';
import { followSaving } from './saveNotice';
import { openSample } from './workshops';

const isAppError = (cause: unknown): cause is AppError =>
  typeof cause === 'object' && cause !== null && 'code' in cause;

/** Opens what is stored, says what had to be repaired, and shows what this start was asked to show. */
export async function openStore(desktop: DesktopApi, boot: BootInfo): Promise<void> {
  appStore.setState({ failure: null });
  try {
    const { openWorkspace } = await import('@/session/workspace');
    // Whatever is shown of a workshop is measured first.
    const [workspace] = await Promise.all([openWorkspace(desktop), loadFonts()]);
    appStore.setState({ workspace });
    followRecovery(workspace);
    followSaving(workspace);
  } catch (cause) {
    // Never an empty app in place of one that could not be read.
    appStore.setState({ failure: isAppError(cause) ? cause : asError(cause) });
    return;
  }
  await showAsked(boot);
  appStore.setState({ isOpeningBoard: false });
  await tellFirstPaint();
  if (import.meta.env.MODE !== 'release') (await import('./benchHook')).installBenchHook();
}

async function showAsked(boot: BootInfo): Promise<void> {
  // A constant of the build: a release has neither the generator nor the hook below.
  if (import.meta.env.MODE !== 'release' && boot.benchNotes > 0) {
    const { openBenchBoard } = await import('./benchBoard');
    await openBenchBoard(boot.benchNotes);
  } else if (boot.restarted) await comeBack();
  else if (boot.openSample) await openSample();
  await openPendingFiles();
}

/** After the page died: back to where the user was, saying so. */
async function comeBack(): Promise<void> {
  const t = currentT();
  const place = lastPlace();
  const id = 'restarted';
  showNotice({
    id,
    kind: 'notice',
    title: t('common.failure.restarted'),
    text: t('common.failure.restartedText'),
    buttons: [{ label: t('common.understood'), run: () => closeNotice(id) }],
  });
  if (place && appStore.getState().workspace?.knows(place.workshopId))
    await showWorkshop(place.workshopId, place.boardId);
}
