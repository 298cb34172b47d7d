import type { DocId } from '@shared/base/ids';
import { filters } from '@shared/boards/pieces/noteFilter';
import { type BoardChoice, WHOLE_BOARD } from '@shared/posterChoice/boardChoice';
import { leavesOut } from '@shared/posterChoice/chosenBoard';
import { useStore } from 'zustand/react';
import { createStore } from 'zustand/vanilla';

/** What posters show of their boards, until the app ends: a poster must not come back months later without something that nobody remembers having left out. */
const choices = createStore<ReadonlyMap<DocId, BoardChoice>>(() => new Map());

export const useChoices = (): ReadonlyMap<DocId, BoardChoice> => useStore(choices);

/** Changes what the poster of a board shows; never the board. */
export function changeChoice(id: DocId, change: Partial<BoardChoice>): void {
  const known = choices.getState();
  const next = new Map(known);
  const wanted = { ...(known.get(id) ?? WHOLE_BOARD), ...change };
  const choice = { ...wanted, filter: filters(wanted.filter) ? wanted.filter : undefined };
  if (leavesOut(choice)) next.set(id, choice);
  else next.delete(id);
  choices.setState(next, true);
}
