import type { PersonaId } from '@shared/base/ids';
import type { PersonaDoc } from '@shared/boards/persona/model';
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand/react';
import { createStore } from 'zustand/vanilla';
import { useApp, workspace } from '@/app/appStore';
import { boardForFacts, personaForFacts } from '@/app/tables';
import type { PersonaCard } from '@/session/library';
import type { SelectOption } from '@/ui/Select';
import { useWords } from './tableContext';

/** Values of the list that are no persona. */
export const BOARD = 'board';
export const OTHER = 'other';

/** Personas of the library that are offered without a search, those edited last. */
const OFFERED = 12;

const NOTHING = createStore<{ readonly doc: PersonaDoc | null }>(() => ({ doc: null }));

/** A persona of the library, open or not, kept open while it is looked at: undo then reaches what is pinned to it. */
export function usePersona(id: PersonaId | null): PersonaDoc | null {
  const [store, setStore] = useState(NOTHING);
  useEffect(() => {
    if (!id) return;
    let isGone = false;
    let close = () => {};
    void workspace()
      .openDoc<PersonaDoc>(id)
      .then((opened) => {
        if (!opened.ok) return;
        const session = opened.value;
        if (isGone) return void session.close();
        const doc = createStore<{ readonly doc: PersonaDoc | null }>(() => ({ doc: session.store.getState().doc }));
        const stop = session.store.subscribe((state) => doc.setState({ doc: state.doc }));
        close = () => {
          stop();
          void session.close();
        };
        setStore(doc);
      });
    return () => {
      isGone = true;
      close();
      setStore(NOTHING);
    };
  }, [id]);
  return useStore(store, (state) => state.doc);
}

/** Where facts go at first: to the persona or to the board that this screen was opened from; from elsewhere it is chosen. */
export const firstTarget = (): string | null => personaForFacts() ?? (boardForFacts() ? BOARD : null);

/** What facts can go to: the board behind this screen, the personas of its workshop, those of the library. */
export function useTargets(chosen: string | null): readonly SelectOption<string>[] {
  const { t } = useWords();
  const cards = useStore(workspace().library, (state) => state.personas);
  const open = useApp((state) => state.open);
  return useMemo(() => {
    const board = boardForFacts();
    const linked = new Set(Object.keys(open?.session.store.getState().doc.personas ?? {}));
    const option = ({ id, name }: PersonaCard, group: string): SelectOption<string> => ({
      value: id,
      label: name.trim() || t('persona.unnamed'),
      group,
    });
    const here = cards.filter(({ id }) => linked.has(id));
    const others = cards.filter(({ id, archived }) => !linked.has(id) && (!archived || id === chosen));
    // The chosen one is always among those that are offered.
    const offered = others.filter(({ id }, at) => at < OFFERED || id === chosen);
    return [
      ...(board
        ? [{ value: BOARD, label: t('tables.pin.notesOf', { board: board.title }), group: t('tables.pin.board') }]
        : []),
      ...here.map((card) => option(card, t(open?.alone ? 'tables.pin.alone' : 'tables.pin.personas'))),
      ...offered.map((card) => option(card, t('library.section.library'))),
      ...(others.length > offered.length
        ? [{ value: OTHER, label: t('tables.pin.other'), group: t('library.section.library') }]
        : []),
    ];
  }, [cards, open, chosen, t]);
}
