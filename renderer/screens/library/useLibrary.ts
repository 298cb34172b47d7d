import type { HitDetail } from '@shared/search/textIndex';
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand/react';
import { chosenPersonas } from '@/app/library/chosen';
import { libraryMemory, recallLibrary } from '@/app/library/libraryStore';
import type { Workspace } from '@/session/workspaceApi';
import { keepAsking } from './asking';
import { type Found, findPersonas, type Order, SORTS } from './filters';
import { hitPlaces } from './hitPlaces';
import { keepWarm } from './keepWarm';
import { libraryView } from './view';

const NO_WORDS: ReadonlySet<string> = new Set();
const NO_DETAILS: ReadonlyMap<string, HitDetail> = new Map();

/** The library as its filters and the answer of its search leave it. What is being typed is the search field's own business. */
export function useLibrary(workspace: Workspace) {
  const personas = useStore(workspace.library, (state) => state.personas);
  const choices = useStore(libraryView, (state) => state.choices);
  const selected = useStore(chosenPersonas);
  const answer = useStore(libraryView, (state) => state.answer);
  const explained = useStore(libraryView, (state) => (state.explained?.of === state.answer ? state.explained : null));
  const searchOrder = useStore(libraryView, (state) => state.order);
  const isTrash = useStore(libraryView, (state) => state.trash);
  const memory = useStore(libraryMemory);
  useEffect(recallLibrary, []);
  useEffect(() => keepAsking(workspace.search), [workspace]);
  // The texts are read once the cards stand: the first letter typed shall not have to wait for it.
  useEffect(() => {
    const idle = requestIdleCallback(() => workspace.search.start(), { timeout: 3000 });
    return () => cancelIdleCallback(idle);
  }, [workspace]);
  useEffect(() => keepWarm(workspace.search, personas), [workspace, personas]);

  const usual = SORTS.find((known) => known === memory.sort) ?? 'recent';
  const sort: Order = answer ? searchOrder : usual;
  const found: Found = useMemo(() => {
    const hits = answer && hitPlaces(personas, answer.personas, workspace.search.names());
    return findPersonas(personas, { choices, sort, hits, used: memory.used });
  }, [workspace, personas, choices, sort, answer, memory.used]);
  const words = useMemo(
    () => (answer ? new Set([...answer.words, ...(explained?.words ?? [])]) : NO_WORDS),
    [answer, explained],
  );
  const details = useMemo(
    () =>
      answer
        ? new Map([...answer.details, ...(explained?.details ?? [])].map((detail) => [detail.id, detail]))
        : NO_DETAILS,
    [answer, explained],
  );
  return { personas, found, words, details, choices, selected, sort, memory, answer, isTrash };
}
