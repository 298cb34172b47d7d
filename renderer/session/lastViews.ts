/** What of a board is in view: screen pixels per scene unit, and the scene point in the middle. */
export interface BoardView {
  readonly zoom: number;
  readonly cx: number;
  readonly cy: number;
}

const views = new Map<string, BoardView>();
const listeners = new Set<() => void>();

/** The view a board was left with; null for one not seen yet. */
export const lastView = (boardId: string): BoardView | null => views.get(boardId) ?? null;

/** Keeps the view of a board, for when it is shown again. */
export function rememberView(boardId: string, { zoom, cx, cy }: BoardView): void {
  views.set(boardId, { zoom, cx, cy });
  for (const listener of listeners) listener();
}

/** Hears of every view that is kept, for the life of the window. */
export function onViewRemembered(listener: () => void): void {
  listeners.add(listener);
}
