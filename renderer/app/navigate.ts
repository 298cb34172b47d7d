import type { PersonaId, WorkshopId } from '@shared/base/ids';
import type { Result } from '@shared/base/result';
import type { SheetId } from '@/session/sheetRef';
import { appStore, workspace } from './appStore';
import { commitField } from './commitField';
import { showError } from './errors';
import { focusBoard } from './focusBoard';
import { type OpenWorkshop, openWorkshop } from './openWorkshop';
import { preloadBoard } from './preloadBoard';
import { sheetsOf } from './sheets';
import { boardEdited } from './undo';

const PLACE = 'personarium.place';

/** Where the window was, for a window that starts again after its page died. */
export function placeBeforeReload(): { readonly workshopId: WorkshopId; readonly boardId: SheetId | null } | null {
  const [workshopId, boardId] = (sessionStorage.getItem(PLACE) ?? '').split('/');
  return workshopId ? { workshopId: workshopId as WorkshopId, boardId: (boardId as SheetId) || null } : null;
}

/** The board each workshop was left on: it is the one that comes back. */
const lastBoards = new Map<WorkshopId, SheetId>();

/** The board a workshop was left on in an earlier start. */
export function rememberBoard(workshopId: WorkshopId, boardId: SheetId): void {
  lastBoards.set(workshopId, boardId);
}

function rememberPlace(workshopId: WorkshopId | null, boardId: SheetId | null): void {
  if (workshopId && boardId) rememberBoard(workshopId, boardId);
  const place = workshopId ? `${workshopId}/${boardId ?? ''}` : '';
  // The first access waits for another process: not while a screen is coming up.
  setTimeout(() => sessionStorage.setItem(PLACE, place), 300);
}

let opening = 0;
let showing = 0;

/** Says that something else is to be shown now; the answer says later whether it still is, or whether somebody went elsewhere meanwhile. */
export function wantToShow(): () => boolean {
  const turn = ++opening;
  return () => turn === opening;
}

/** Shows a workshop: the board asked for, else its first one. */
export async function showWorkshop(id: WorkshopId, wanted: SheetId | null = null): Promise<void> {
  if (appStore.getState().open?.id === id) {
    wantToShow();
    await showBoard(wanted);
    return;
  }
  await showOpened(() => openWorkshop(workspace(), id), wanted);
}

/** Shows a persona of the library by itself, as a page that is edited like one of a workshop; leaving it leads to the library. */
export async function showAlone(id: PersonaId): Promise<void> {
  if (appStore.getState().open?.alone === id) return showBoard(id);
  await showOpened(async () => (await import('./openAlone')).openAlone(workspace(), id), id);
  appStore.setState({ section: 'library' });
}

async function showOpened(open: () => Promise<Result<OpenWorkshop>>, wanted: SheetId | null): Promise<void> {
  const isWanted = wantToShow();
  await closeOpenWorkshop();
  const opened = await open();
  if (!opened.ok) {
    showError(opened.error);
    return;
  }
  // A later click won: this one is released again.
  if (!isWanted()) {
    await opened.value.close();
    return;
  }
  boardEdited();
  appStore.setState({ open: opened.value });
  await showBoard(wanted);
  void focusBoard();
}

/** Shows a board or a persona of the open workshop; null shows the one it was left on; one that is gone, the first. */
export async function showBoard(wanted: SheetId | null): Promise<void> {
  const turn = ++showing;
  const { open } = appStore.getState();
  if (!open) return;
  const boards = sheetsOf(open);
  const asked = wanted ?? lastBoards.get(open.id);
  const board = boards.find(({ id }) => id === asked) ?? boards[0];
  if (board) {
    const [opened] = await Promise.all([open.board(board.id), preloadBoard(board.kind)]);
    if (!opened.ok) showError(opened.error);
  }
  // A later tab won, or the workshop was left meanwhile.
  if (turn !== showing || appStore.getState().open !== open) return;
  boardEdited();
  rememberPlace(open.id, board?.id ?? null);
  appStore.setState({ screen: 'board', boardId: board?.id ?? null });
  // The library names those that were on screen lately, wherever that was.
  if (board?.kind === 'persona')
    void import('./library/libraryStore').then(({ rememberUsed }) => rememberUsed(board.id as PersonaId));
}

/** Leaves the workshop: everything is flushed, then its sessions are released. */
async function closeOpenWorkshop(): Promise<void> {
  commitField();
  const { open } = appStore.getState();
  if (!open) {
    appStore.setState({ screen: 'home' });
    return;
  }
  appStore.setState({ open: null, boardId: null, screen: 'home', projecting: false, dialog: null });
  await open.close();
}

export async function goHome(): Promise<void> {
  wantToShow();
  rememberPlace(null, null);
  await closeOpenWorkshop();
}

export function showExport(): void {
  commitField();
  appStore.setState({ screen: 'export' });
}
/** Shows what the persona on screen was, version by version. */
export function showVersions(): void {
  appStore.setState({ screen: 'versions' });
}

/** Shows where the journey on screen hurts, and what could be done. */
export function showFriction(): void {
  commitField();
  appStore.setState({ screen: 'friction' });
}

/** Shows what each of the participants thinks of the journey on screen. */
export function showOpinions(): void {
  commitField();
  appStore.setState({ screen: 'opinions' });
}

/** Shows the journey on screen beside another one, or beside what it was. */
export function showComparison(): void {
  commitField();
  appStore.setState({ screen: 'comparison' });
}

/** Shows every touchpoint of the workshop's journeys. */
export function showTouchpoints(): void {
  commitField();
  appStore.setState({ screen: 'touchpoints' });
}

/** Presents the journey on screen to a room, stage by stage. */
export function showPresentation(): void {
  commitField();
  appStore.setState({ screen: 'present' });
}

/** Back from a page over the board. */
export const leavePage = (): void => appStore.setState({ screen: 'board' });

export const leaveExport = (): void => appStore.setState({ screen: 'board' });
