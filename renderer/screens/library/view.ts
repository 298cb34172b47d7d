import type { PersonaId } from '@shared/base/ids';
import type { SearchAnswer } from '@shared/search/textIndex';
import { createStore } from 'zustand/vanilla';
import type { Choices } from './filters';

/** What the library shows; kept while other screens are on show, so that coming back finds it as it was. */
export interface LibraryView {
  readonly query: string;
  readonly choices: Choices;
  readonly selected: ReadonlySet<PersonaId>;
  /** The answer to the query on show; null without a query or before the first answer. */
  readonly answer: SearchAnswer | null;
}

export const libraryView = createStore<LibraryView>(() => ({
  query: '',
  choices: {},
  selected: new Set(),
  answer: null,
}));

export const choose = (choices: Choices): void => libraryView.setState({ choices });

export function select(ids: readonly PersonaId[], on: boolean): void {
  const selected = new Set(libraryView.getState().selected);
  for (const id of ids) {
    if (on) selected.add(id);
    else selected.delete(id);
  }
  libraryView.setState({ selected });
}

export const selectNone = (): void => libraryView.setState({ selected: new Set() });

/** No filter and no search. */
export const clearAll = (): void => libraryView.setState({ query: '', choices: {}, answer: null });
