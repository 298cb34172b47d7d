import type { DocId } from '@shared/base/ids';
import type { Search } from '@/session/search/search';
import { libraryView } from './view';

/**
 * Asks whatever stands in the library's search field, in the very event of a key press, and again when the texts have changed; only the
 * latest answer comes. Returns the way to stop.
 */
export function keepAsking(search: Search): () => void {
  const ask = (): void => {
    const { query, answer } = libraryView.getState();
    if (query.trim() === '') {
      if (answer) libraryView.setState({ answer: null });
      return;
    }
    void search.ask(query).then((found) => {
      if (found && libraryView.getState().query === query) libraryView.setState({ answer: found });
    });
  };
  // The letter comes first: were it looked up at once, the worker and the picture of the letter would take the processors from each other.
  const askOnceSeen = (): void => void requestAnimationFrame(() => setTimeout(ask));
  const stopQuery = libraryView.subscribe((now, before) => {
    if (now.query !== before.query) askOnceSeen();
  });
  const stopIndex = search.state.subscribe((now, before) => {
    if (now.changes !== before.changes) ask();
  });
  ask();
  return () => {
    stopQuery();
    stopIndex();
  };
}

/** Asks why hits were found that the answer on show says nothing of. */
export async function explainHits(search: Search, ids: readonly DocId[]): Promise<void> {
  const { answer } = libraryView.getState();
  const more = answer && (await search.explain(answer.query, ids));
  const { answer: shown, explained } = libraryView.getState();
  if (!more || shown !== answer) return;
  const before = explained?.of === answer ? explained : { details: [], words: [] };
  libraryView.setState({
    explained: {
      of: answer,
      details: [...before.details, ...more.details],
      words: [...before.words, ...more.words],
    },
  });
}
