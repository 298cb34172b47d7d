import type { AppError } from '@shared/base/appError';
import type { PersonaId, WorkshopId } from '@shared/base/ids';
import type { BootInfo } from '@shared/ipc';
import { desktop } from '@/platform/desktop';
import { loadFonts } from '@/platform/fonts';
import type { SheetId } from '@/session/sheetRef';
import type { Workspace } from '@/session/workspaceApi';
import { closeNotice, showNotice } from '@/ui/notices';
import { preferences } from '@/ui/preferences';
import { currentT } from '@/ui/useT';
import { appStore, workspace } from './appStore';
import { asError } from './errors';
import { openPendingFiles } from './files';
import { tellFirstPaint } from './firstPaint';
import { placeBeforeReload, showAlone, showWorkshop } from './navigate';
import { followPlace } from './place';
import { followRecovery } from './recoveryNotice';
import { followSaving } from './saveNotice';
import { openSample } from './workshops';

const isAppError = (cause: unknown): cause is AppError =>
  typeof cause === 'object' && cause !== null && 'code' in cause;

/** Opens what is stored, says what had to be repaired, and shows what this start was asked to show. */
export async function openStore(boot: BootInfo, opening: Promise<Workspace> = openAgain(boot)): Promise<void> {
  appStore.setState({ failure: null });
  try {
    // Whatever is shown of a workshop is measured first.
    const [opened] = await Promise.all([opening, loadFonts()]);
    appStore.setState({ workspace: opened });
    followRecovery(opened);
    followSaving(opened);
    opened.versions.signAs(() => preferences.getState().author);
    if (boot.benchNotes === 0) followPlace(boot.last);
  } catch (cause) {
    // Never an empty app in place of one that could not be read.
    appStore.setState({ failure: isAppError(cause) ? cause : asError(cause) });
    return;
  }
  try {
    await showAsked(boot);
  } finally {
    appStore.setState({ isOpeningBoard: false });
  }
  // Main is asked for them only now: the board does not wait for its answer.
  await Promise.all([tellFirstPaint(), openPendingFiles()]);
  if (boot.erasing.length > 0) await (await import('./library/erase')).finishErasing(boot.erasing as PersonaId[]);
  if (import.meta.env.MODE !== 'release') (await import('./benchHook')).installBenchHook();
}

async function openAgain({ database }: BootInfo): Promise<Workspace> {
  const { openWorkspace } = await import('@/session/workspace');
  return openWorkspace(desktop(), { hints: Promise.resolve({ database, docs: [] }) });
}

async function showAsked(boot: BootInfo): Promise<void> {
  // A constant of the build: a release has neither the generator nor the hook below.
  if (import.meta.env.MODE !== 'release' && boot.benchPersonas > 0)
    await (await import('./benchBoard')).fillBenchLibrary(boot.benchPersonas);
  if (import.meta.env.MODE !== 'release' && boot.benchNotes > 0) {
    const { openBenchBoard } = await import('./benchBoard');
    await openBenchBoard(boot.benchNotes);
  } else if (boot.restarted) await comeBack();
  else if (boot.openSample) await openSample();
  else if (boot.last?.shown) await showIfThere(boot.last.workshopId as WorkshopId, boot.last.boardId as SheetId);
}

/** After the page died: back to where the user was, saying so. */
async function comeBack(): Promise<void> {
  const t = currentT();
  const place = placeBeforeReload();
  const id = 'restarted';
  showNotice({
    id,
    kind: 'notice',
    title: t('common.failure.restarted'),
    text: t('common.failure.restartedText'),
    buttons: [{ label: t('common.understood'), run: () => closeNotice(id) }],
  });
  const { personas } = workspace().library.getState();
  // A persona that was shown by itself: no workshop was open.
  const alone = place?.workshopId === 'alone' && personas.find(({ id }) => id === place.boardId);
  if (alone) await showAlone(alone.id);
  else if (place) await showIfThere(place.workshopId, place.boardId);
}

async function showIfThere(workshopId: WorkshopId, boardId: SheetId | null): Promise<void> {
  const { workshops } = workspace().library.getState();
  if (workshops.some(({ id }) => id === workshopId)) await showWorkshop(workshopId, boardId);
}
