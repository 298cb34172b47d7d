import type { HitDetail } from '@shared/search/textIndex';
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand/react';
import { libraryMemory, recallLibrary } from '@/app/library/libraryStore';
import type { Workspace } from '@/session/workspaceApi';
import { type Found, findPersonas, SORTS } from './filters';
import { libraryView } from './view';

const NO_WORDS: ReadonlySet<string> = new Set();
const NO_DETAILS: ReadonlyMap<string, HitDetail> = new Map();

/** The library as its filters and its search leave it. */
export function useLibrary(workspace: Workspace) {
  const personas = useStore(workspace.library, (state) => state.personas);
  const search = useStore(workspace.search.state);
  const { query, choices, selected, answer, trash: isTrash } = useStore(libraryView);
  const memory = useStore(libraryMemory);
  useEffect(recallLibrary, []);
  // The texts are read once the cards stand: the first letter typed shall not have to wait for it.
  useEffect(() => {
    const idle = requestIdleCallback(() => workspace.search.start(), { timeout: 3000 });
    return () => cancelIdleCallback(idle);
  }, [workspace]);

  // Asked for every letter, and again when the texts have changed; only the latest answer comes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the index asks again.
  useEffect(() => {
    if (query.trim() === '') {
      libraryView.setState({ answer: null });
      return;
    }
    void workspace.search.ask(query).then((found) => found && libraryView.setState({ answer: found }));
  }, [workspace, query, search.changes]);

  const sort = SORTS.find((known) => known === memory.sort) ?? 'recent';
  const hits = useMemo(() => answer && new Map(answer.ids.map((id, at) => [id, at])), [answer]);
  const found: Found = useMemo(
    () => findPersonas(personas, { choices, sort, hits, used: memory.used }),
    [personas, choices, sort, hits, memory.used],
  );
  const words = useMemo(() => (answer ? new Set(answer.words) : NO_WORDS), [answer]);
  const details = useMemo(
    () => (answer ? new Map(answer.details.map((detail) => [detail.id, detail])) : NO_DETAILS),
    [answer],
  );
  return { personas, found, words, details, query, choices, selected, sort, memory, search, answer, isTrash };
}
