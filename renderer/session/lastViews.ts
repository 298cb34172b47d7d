/** What of a board is in view: screen pixels per scene unit, and the scene point in the middle. */
export interface BoardView {
  readonly zoom: number;
  readonly cx: number;
  readonly cy: number;
}

/** How a view was made to fit: the whole board, or as a board opens. A view that a hand chose has none. */
export type ViewFit = 'whole' | 'opening';

const views = new Map<string, BoardView>();
const fits = new Map<string, ViewFit>();
const listeners = new Set<() => void>();

/** The view a board was left with; null for one not seen yet. */
export const lastView = (boardId: string): BoardView | null => views.get(boardId) ?? null;

/** How the view a board was left with had been made; null when a hand chose it. */
export const lastFit = (boardId: string): ViewFit | null => fits.get(boardId) ?? null;

/** Keeps the view of a board, for when it is shown again. */
export function rememberView(boardId: string, { zoom, cx, cy }: BoardView, fit: ViewFit | null = null): void {
  views.set(boardId, { zoom, cx, cy });
  if (fit) fits.set(boardId, fit);
  else fits.delete(boardId);
  for (const listener of listeners) listener();
}

/** Hears of every view that is kept, for the life of the window. */
export function onViewRemembered(listener: () => void): void {
  listeners.add(listener);
}
