import { useState } from 'react';
import type { SheetId } from '@/session/sheetRef';
import type { QueuedBoard } from './useSources';

export interface QueueOrder {
  /** In the order of export. */
  readonly boards: readonly QueuedBoard[];
  readonly chosen: ReadonlySet<SheetId>;
  readonly shown: SheetId | null;
  readonly show: (id: SheetId) => void;
  readonly choose: (id: SheetId, isChosen: boolean) => void;
  readonly move: (id: SheetId, by: -1 | 1) => void;
}

/** Boards in the order somebody gave them, those nobody moved after them in tab order. */
function inOrder(boards: readonly QueuedBoard[], order: readonly SheetId[]): readonly QueuedBoard[] {
  const placed = order.flatMap((id) => boards.filter(({ ref }) => ref.id === id));
  return [...placed, ...boards.filter((board) => !placed.includes(board))];
}

/** Which boards are printed and in which order; starts with the board one comes from, or with all of them. */
export function useQueueOrder(all: readonly QueuedBoard[], initial: SheetId | null): QueueOrder {
  const [order, setOrder] = useState<readonly SheetId[]>([]);
  const [left, setLeft] = useState<ReadonlySet<SheetId>>(
    () => new Set(initial === null ? [] : all.map(({ ref }) => ref.id).filter((id) => id !== initial)),
  );
  const [wanted, setWanted] = useState(initial);
  const boards = inOrder(all, order);
  const ids = boards.map(({ ref }) => ref.id);
  const isChoosable = (id: SheetId) => boards.some(({ ref, source }) => ref.id === id && source !== 'missing');
  return {
    boards,
    chosen: new Set(ids.filter((id) => !left.has(id) && isChoosable(id))),
    shown: wanted !== null && ids.includes(wanted) ? wanted : (ids[0] ?? null),
    show: setWanted,
    choose: (id, isChosen) => {
      const next = new Set(left);
      if (isChosen) next.delete(id);
      else next.add(id);
      setLeft(next);
    },
    move: (id, by) => {
      const from = ids.indexOf(id);
      const to = from + by;
      if (from < 0 || to < 0 || to >= ids.length) return;
      const next = [...ids];
      next.splice(from, 1);
      next.splice(to, 0, id);
      setOrder(next);
    },
  };
}
