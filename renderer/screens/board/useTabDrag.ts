import type { BoardId } from '@shared/base/ids';
import type { BoardRef } from '@shared/model/workshop';
import { type PointerEvent, type RefObject, useState } from 'react';

/** Below this many pixels a press is a click. */
const SLACK = 6;

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
    const boxes = tabs.map((tab) => tab.getBoundingClientRect());
    const left = list.current?.getBoundingClientRect().left ?? 0;
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
      to = boxes.filter((box) => box.left + box.width / 2 < next.clientX).length;
      const edge = boxes[to]?.left ?? boxes.at(-1)?.right ?? left;
      setShown({ dragged: board.id, mark: edge - left });
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
