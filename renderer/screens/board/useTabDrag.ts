import type { BoardId } from '@shared/base/ids';
import type { BoardRef } from '@shared/model/workshop';
import { type PointerEvent, type RefObject, useState } from 'react';

/** Below this many pixels a press is a click. */
const SLACK = 6;
/** So near to an end of a list that is too long, it moves on; by so much at a time. */
const END = 34;
const STEP = 14;

export interface TabDrag {
  readonly dragged: BoardId | null;
  /** Where the tab would land: px from the list's left edge. */
  readonly mark: number | null;
  readonly start: (event: PointerEvent<HTMLElement>, board: BoardRef) => void;
}

interface Shown {
  readonly dragged: BoardId;
  readonly mark: number;
}

/** Dragging tabs into another order; Escape leaves them as they are. */
export function useTabDrag(
  list: RefObject<HTMLElement | null>,
  boards: readonly BoardRef[],
  move: (board: BoardRef, to: number) => void,
): TabDrag {
  const [shown, setShown] = useState<Shown | null>(null);

  const start = (event: PointerEvent<HTMLElement>, board: BoardRef) => {
    if (event.button !== 0) return;
    const from = event.clientX;
    const tabs = [...(list.current?.querySelectorAll<HTMLElement>('[data-board-tab]') ?? [])];
    const view = list.current?.getBoundingClientRect() ?? new DOMRect();
    // Places count from the start of the list, however far it is scrolled.
    const scrolled = () => list.current?.scrollLeft ?? 0;
    const boxes = tabs.map((tab) => {
      const { left, right } = tab.getBoundingClientRect();
      return { left: left - view.left + scrolled(), right: right - view.left + scrolled() };
    });
    let to: number | null = null;
    const end = () => {
      window.removeEventListener('pointermove', moved);
      window.removeEventListener('pointerup', released);
      window.removeEventListener('pointercancel', end);
      window.removeEventListener('keydown', escaped, true);
      setShown(null);
    };
    const moved = (next: globalThis.PointerEvent) => {
      if (to === null && Math.abs(next.clientX - from) < SLACK) return;
      const by = next.clientX > view.right - END ? STEP : next.clientX < view.left + END ? -STEP : 0;
      if (by !== 0) list.current?.scrollBy({ left: by, behavior: 'instant' });
      const x = next.clientX - view.left + scrolled();
      to = boxes.filter((box) => (box.left + box.right) / 2 < x).length;
      setShown({ dragged: board.id, mark: boxes[to]?.left ?? boxes.at(-1)?.right ?? 0 });
    };
    const released = () => {
      const at = boards.indexOf(board);
      end();
      if (to === null) return;
      // The place counts the other tabs only.
      const place = to > at ? to - 1 : to;
      if (place !== at) move(board, place);
    };
    const escaped = (key: KeyboardEvent) => {
      if (key.key !== 'Escape') return;
      key.preventDefault();
      end();
    };
    window.addEventListener('pointermove', moved);
    window.addEventListener('pointerup', released);
    window.addEventListener('pointercancel', end);
    window.addEventListener('keydown', escaped, true);
  };
  return { dragged: shown?.dragged ?? null, mark: shown?.mark ?? null, start };
}
