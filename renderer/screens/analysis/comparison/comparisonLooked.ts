import { ALL_SHOWN, type Shown } from '@shared/analysis/differenceSigns';
import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import { useStore } from 'zustand/react';
import { createStore } from 'zustand/vanilla';

/** What a journey is compared with. */
export interface OtherSide {
  readonly name: string;
  readonly read: () => JourneyMapDoc;
  /** It shows what should be: it comes second. */
  readonly isLater: boolean;
}

/** How the journey on screen is compared; kept while the window lives, so that one comes back from the map to the same list. */
interface ComparisonLooked {
  readonly boardId: string;
  readonly choice: string;
  readonly other: OtherSide | null;
  /** True when what was chosen does not hold this map. */
  readonly isAbsent: boolean;
  readonly shown: Shown;
  /** Rows of the stages that are closed in the list. */
  readonly closed: ReadonlySet<number>;
}

const NOTHING = { choice: '', other: null, isAbsent: false, shown: ALL_SHOWN, closed: new Set<number>() };

const looked = createStore<ComparisonLooked>(() => ({ boardId: '', ...NOTHING }));

const isOf = (boardId: string) => (state: ComparisonLooked) =>
  state.boardId === boardId ? state : { boardId, ...NOTHING };

/** How this journey was compared last; nothing of another one. */
export function useComparisonLooked(boardId: string): ComparisonLooked {
  return isOf(boardId)(useStore(looked));
}

export const comparisonLooked = (boardId: string): ComparisonLooked => isOf(boardId)(looked.getState());

export function lookAtComparison(boardId: string, change: Partial<Omit<ComparisonLooked, 'boardId'>>): void {
  looked.setState({ ...comparisonLooked(boardId), ...change });
}

/** Another other side: all of it is shown. */
export function chooseCompared(boardId: string, chosen: Pick<ComparisonLooked, 'choice' | 'other' | 'isAbsent'>): void {
  looked.setState({ ...NOTHING, boardId, ...chosen });
}
