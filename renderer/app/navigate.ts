import type { BoardId, WorkshopId } from '@shared/base/ids';
import { boardsInOrder } from '@shared/model/workshopCommands';
import { appStore, workspace } from './appStore';
import { showError } from './errors';
import { openWorkshop } from './openWorkshop';
import { preloadBoard } from './screens';
import { boardEdited } from './undo';

const PLACE = 'personarium.place';

/** Where the window was, for a window that starts again after its page died. */
export function lastPlace(): { readonly workshopId: WorkshopId; readonly boardId: BoardId | null } | null {
  const [workshopId, boardId] = (sessionStorage.getItem(PLACE) ?? '').split('/');
  return workshopId ? { workshopId: workshopId as WorkshopId, boardId: (boardId as BoardId) || null } : null;
}

function rememberPlace(workshopId: WorkshopId | null, boardId: BoardId | null): void {
  sessionStorage.setItem(PLACE, workshopId ? `${workshopId}/${boardId ?? ''}` : '');
}

let opening = 0;

/** Shows a workshop: the board asked for, else its first one. */
export async function showWorkshop(id: WorkshopId, wanted: BoardId | null = null): Promise<void> {
  const turn = ++opening;
  const { open } = appStore.getState();
  if (open?.id === id) {
    await showBoard(wanted);
    return;
  }
  await closeOpenWorkshop();
  const opened = await openWorkshop(workspace(), id);
  if (!opened.ok) {
    showError(opened.error);
    return;
  }
  // A later click won: this one is released again.
  if (turn !== opening) {
    await opened.value.close();
    return;
  }
  boardEdited();
  appStore.setState({ open: opened.value });
  await showBoard(wanted);
}

/** Shows a board of the open workshop; null or one that is gone shows the first. */
export async function showBoard(wanted: BoardId | null): Promise<void> {
  const { open } = appStore.getState();
  if (!open) return;
  const boards = boardsInOrder(open.session.store.getState().doc);
  const board = boards.find(({ id }) => id === wanted) ?? boards[0];
  if (board) {
    const [opened] = await Promise.all([open.board(board.id), preloadBoard(board.kind)]);
    if (!opened.ok) showError(opened.error);
  }
  if (appStore.getState().open !== open) return;
  boardEdited();
  rememberPlace(open.id, board?.id ?? null);
  appStore.setState({ screen: 'board', boardId: board?.id ?? null });
}

/** Leaves the workshop: everything is flushed, then its sessions are released. */
async function closeOpenWorkshop(): Promise<void> {
  const { open } = appStore.getState();
  if (!open) return;
  appStore.setState({ open: null, boardId: null, screen: 'home', projecting: false, dialog: null });
  await open.close();
}

export async function goHome(): Promise<void> {
  opening += 1;
  rememberPlace(null, null);
  await closeOpenWorkshop();
}

export const showExport = (): void => appStore.setState({ screen: 'export' });
export const leaveExport = (): void => appStore.setState({ screen: 'board' });
