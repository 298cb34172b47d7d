import type { WorkshopId } from '@shared/base/ids';
import type { LastPlace } from '@shared/ipc';
import { desktop } from '@/platform/desktop';
import { lastFit, lastView, onViewRemembered, rememberView } from '@/session/lastViews';
import type { SheetId } from '@/session/sheetRef';
import { appStore } from './appStore';
import { rememberBoard } from './navigate';

const MAX_DOCS = 50;

/**
 * Tells the main process where the person is, so that the next start comes back there, also after a crash. `last` is where
 * the start before this one ended: its workshop opens on that board and that view.
 */
export function followPlace(last: LastPlace | null): void {
  let told = last;
  if (last) {
    rememberBoard(last.workshopId as WorkshopId, last.boardId as SheetId);
    rememberView(last.boardId, { zoom: last.zoom, cx: last.cx, cy: last.cy }, last.fit);
  }
  const tell = () => {
    const next = placeNow(told);
    if (!next || JSON.stringify(next) === JSON.stringify(told)) return;
    told = next;
    void desktop().setPreferences({ last: next });
  };
  appStore.subscribe((state, before) => {
    if (state.open !== before.open || state.boardId !== before.boardId) tell();
  });
  onViewRemembered(tell);
}

/** null while there is nothing to tell: a board whose view is not settled, or nothing visited yet. */
function placeNow(before: LastPlace | null): LastPlace | null {
  const { open, boardId } = appStore.getState();
  if (!open || open.alone) return before && { ...before, shown: false };
  const view = boardId ? lastView(boardId) : null;
  if (!boardId || !view) return null;
  const docs = [open.id, boardId, ...Object.keys(open.personas.getState())].slice(0, MAX_DOCS);
  return { workshopId: open.id, boardId, ...view, fit: lastFit(boardId), shown: true, docs };
}
