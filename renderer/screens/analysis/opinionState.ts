import type { ParticipantId, PersonaId } from '@shared/base/ids';
import { useStore } from 'zustand/react';
import { createStore } from 'zustand/vanilla';

/** A round: everybody rates on this computer, one after another, and nobody sees what the others said. */
export interface Round {
  readonly boardId: string;
  readonly order: readonly ParticipantId[];
  /** Whose turn it is. */
  readonly at: number;
  /** False while the computer is being handed over. */
  readonly isOpen: boolean;
}

interface OpinionsLooked {
  readonly view: 'results' | 'entry';
  /** Whose journey is rated; null is the map's first persona. */
  readonly personaId: PersonaId | null;
  /** Answers stay hidden until it ends, whatever else is looked at meanwhile. */
  readonly round: Round | null;
}

/** How opinions are looked at; kept while the window lives. */
const looked = createStore<OpinionsLooked>(() => ({ view: 'results', personaId: null, round: null }));

export const useOpinionsLooked = (): OpinionsLooked => useStore(looked);
export const lookAtOpinions = (change: Partial<OpinionsLooked>): void => looked.setState(change);

/** The next one's turn; after the last one the results are shown. */
export function nextTurn(round: Round): void {
  const at = round.at + 1;
  if (at >= round.order.length) lookAtOpinions({ round: null, view: 'results' });
  else lookAtOpinions({ round: { ...round, at, isOpen: false } });
}
