import type { Lang } from '@shared/i18n/translate';
import type { AnyDoc } from '@shared/model/document';
import type { WorkshopDoc } from '@shared/model/workshop';
import { boardsInOrder } from '@shared/model/workshopCommands';
import { inLanguage } from '@shared/translate/texts';
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand/react';
import type { OpenWorkshop } from '@/app/openWorkshop';
import { personaSheets } from '@/app/sheets';
import { chosenSource } from '@/export/chosenSource';
import { type PosterSource, posterSource } from '@/export/posterScene';
import type { SheetId, SheetRef } from '@/session/sheetRef';
import { preferences } from '@/ui/preferences';
import { useChoices } from './boardChoices';

/** A board or a persona of the workshop with its content: `null` while it is opened, `missing` when it cannot be. */
export interface QueuedBoard {
  readonly ref: SheetRef;
  readonly source: PosterSource | 'missing' | null;
  /** The same with all of its board, whatever its poster shows. */
  readonly whole: PosterSource | null;
}

type Docs = ReadonlyMap<SheetId, AnyDoc | 'missing'>;

/** The source of a board, read in a language where that is asked for; each reading is made once. */
function sourceOf(
  workshop: WorkshopDoc,
  ref: SheetRef,
  docOf: (id: string) => AnyDoc | null,
  isTranslated: boolean,
): PosterSource | null {
  const source = posterSource(workshop, ref, docOf);
  if (!source) return null;
  // The poster shows what the map shows.
  const { opinions } = preferences.getState();
  if (!isTranslated) return { ...source, opinions };
  const made = new Map<Lang, PosterSource>();
  const read = (lang: Lang): PosterSource => {
    const own = inLanguage(workshop, lang);
    const title = own.boards[ref.id as keyof typeof own.boards]?.title ?? ref.title;
    const said = (id: string) => {
      const doc = docOf(id);
      return doc && inLanguage(doc, lang);
    };
    return { ...(posterSource(own, { ...ref, title }, said) ?? source), opinions };
  };
  const readIn = (lang: Lang): PosterSource => {
    const known = made.get(lang) ?? read(lang);
    made.set(lang, known);
    return known;
  };
  return { ...source, opinions, readIn };
}

/** The same, each with what was chosen of it. */
export function useChosenSources(boards: readonly QueuedBoard[]): readonly QueuedBoard[] {
  const choices = useChoices();
  return useMemo(
    () =>
      boards.map((board) => {
        const choice = choices.get(board.ref.id);
        return board.whole && choice ? { ...board, source: chosenSource(board.whole, choice) } : board;
      }),
    [boards, choices],
  );
}

/** Every board of the workshop in tab order, then its personas, followed live: an edit made elsewhere reaches the preview. */
export function useSources(open: OpenWorkshop, isTranslated: boolean): readonly QueuedBoard[] {
  const workshop = useStore(open.session.store, (state) => state.doc);
  const personas = useStore(open.personas);
  const boards = useMemo<readonly SheetRef[]>(
    () => [...boardsInOrder(workshop), ...personaSheets(workshop, personas)],
    [workshop, personas],
  );
  const docs = useBoardDocs(open, boards);
  return useMemo(
    () =>
      boards.map((ref): QueuedBoard => {
        const doc = docs.get(ref.id);
        if (doc === undefined) return { ref, source: null, whole: null };
        if (doc === 'missing') return { ref, source: 'missing', whole: null };
        const docOf = (id: string) => (id === ref.id ? doc : (personas[id as keyof typeof personas] ?? null));
        const whole = sourceOf(workshop, ref, docOf, isTranslated);
        return { ref, source: whole, whole };
      }),
    [boards, docs, workshop, personas, isTranslated],
  );
}

function useBoardDocs(open: OpenWorkshop, boards: readonly SheetRef[]): Docs {
  const [docs, setDocs] = useState<Docs>(new Map());
  const ids = boards.map(({ id }) => id).join(' ');
  useEffect(() => {
    let isHere = true;
    const stops: (() => void)[] = [];
    const show = (id: SheetId, doc: AnyDoc | 'missing') => {
      if (isHere) setDocs((before) => new Map(before).set(id, doc));
    };
    for (const id of ids.split(' ') as SheetId[]) {
      if (id === ('' as SheetId)) continue;
      void open.board(id).then((board) => {
        if (!isHere) return;
        show(id, board.ok ? board.value.store.getState().doc : 'missing');
        if (board.ok) stops.push(board.value.store.subscribe((state) => show(id, state.doc)));
      });
    }
    return () => {
      isHere = false;
      for (const stop of stops) stop();
    };
  }, [open, ids]);
  return docs;
}
