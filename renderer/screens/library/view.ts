import type { PersonaId } from '@shared/base/ids';
import type { HitReasons } from '@shared/search/textIndex';
import { createRef } from 'react';
import { createStore } from 'zustand/vanilla';
import { chosenPersonas } from '@/app/library/chosen';
import type { PersonaCard } from '@/session/library';
import type { FoundTexts } from '@/session/search/search';
import type { Choices, Found, Order } from './filters';

/** What the library shows; kept while other screens are on show, so that coming back finds it as it was. */
export interface LibraryView {
  /** The trash is on show in place of the cards. */
  readonly trash: boolean;
  readonly query: string;
  /** How what is searched stands: what fits best comes first, until another order is chosen for this search. */
  readonly order: Order;
  readonly choices: Choices;
  /** The answer to the query on show; null without a query or before the first answer. */
  readonly answer: FoundTexts | null;
  /** Why further hits of an answer were found: those that somebody scrolled to. */
  readonly explained: (HitReasons & { readonly of: FoundTexts }) | null;
}

export const libraryView = createStore<LibraryView>(() => ({
  trash: false,
  query: '',
  order: 'relevance',
  choices: {},
  answer: null,
  explained: null,
}));

/** The field that the library is searched by. */
export const searchField = createRef<HTMLInputElement>();

/** Searches for something else; without words the order of a search is forgotten. */
export const setQuery = (query: string): void =>
  libraryView.setState(query.trim() === '' ? { query, order: 'relevance' } : { query });

/** Choosing a filter comes back from the trash: it has none. */
export const choose = (choices: Choices): void => libraryView.setState({ choices, trash: false });

export function showTrash(trash: boolean): void {
  selectNone();
  libraryView.setState({ trash });
}

export function select(ids: readonly PersonaId[], on: boolean): void {
  const selected = new Set(chosenPersonas.getState());
  for (const id of ids) {
    if (on) selected.add(id);
    else selected.delete(id);
  }
  chosenPersonas.setState(selected, true);
}

/** The chosen that are shown: what is done with several leaves those alone that the search or a filter hides. */
export const chosenIn = ({ cards }: Found): readonly PersonaCard[] =>
  cards.filter(({ id }) => chosenPersonas.getState().has(id));

export const selectNone = (): void => chosenPersonas.setState(new Set(), true);

/** No filter and no search. */
export const clearAll = (): void => libraryView.setState({ query: '', order: 'relevance', choices: {}, answer: null });
