import type { BoardId, PersonaId } from '@shared/base/ids';
import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import type { SnapshotInfo } from '@shared/ipc';
import { boardsInOrder } from '@shared/model/workshopCommands';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand/react';
import { dayText, timeText } from '@/app/dateText';
import type { OpenWorkshop } from '@/app/openWorkshop';
import { desktop } from '@/platform/desktop';
import { useLang } from '@/ui/preferences';
import type { SelectOption } from '@/ui/Select';
import { useT } from '@/ui/useT';
import { backedUpMap, type Compared, factsOf, mapInFile, otherMap } from './comparedSides';
import { type ComparedWith, comparedWith } from './comparedWith';
import { chooseCompared, type OtherSide, useComparisonLooked } from './comparisonLooked';

export interface ComparedView {
  readonly options: readonly SelectOption<string>[];
  readonly choice: string;
  readonly choose: (choice: string) => void;
  readonly compared: Compared | null;
  /** What was chosen, to be found anew for a map that goes on being edited. */
  readonly chosen: ComparedWith | null;
  /** True when what was chosen does not hold this map. */
  readonly isAbsent: boolean;
}

/** What the journey on screen can be compared with, and the two sides of what was chosen. */
export function useCompared(open: OpenWorkshop, boardId: string, doc: JourneyMapDoc): ComparedView {
  const t = useT();
  const lang = useLang();
  const workshop = useStore(open.session.store, (state) => state.doc);
  const personas = useStore(open.personas);
  const [backups, setBackups] = useState<readonly SnapshotInfo[]>([]);
  const { choice, other, isAbsent } = useComparisonLooked(boardId);
  useEffect(() => {
    let isHere = true;
    void desktop()
      .snapshotList(open.id)
      .then((list) => isHere && setBackups([...list].sort((a, b) => b.savedAt - a.savedAt)));
    return () => {
      isHere = false;
    };
  }, [open.id]);
  const facts = useMemo(() => factsOf(doc), [doc]);
  const curves = [...new Set(facts.emotions.map(({ curve }) => curve))];
  const nameOf = (id: string) => personas[id as PersonaId]?.info.name.trim() || t('persona.unnamed');
  const titleOf = (board: { readonly title: string }) => board.title || t('home.card.untitled');
  const here = boardsInOrder(workshop).filter(({ kind }) => kind === 'journey-map');
  const whenOf = (at: number) => `${dayText(at, Date.now(), lang, t)} ${timeText(at, lang)}`;
  const options: readonly SelectOption<string>[] = [
    { value: '', label: t('opinions.compare.choose') },
    ...here.filter(({ id }) => id !== boardId).map((board) => ({ value: `map ${board.id}`, label: titleOf(board) })),
    ...curves.slice(1).map((curve) => ({
      value: `curve ${curve}`,
      label: t('opinions.compare.persona', { a: nameOf(curves[0] ?? ''), b: nameOf(curve) }),
    })),
    ...backups.map(({ token, savedAt }) => ({
      value: `backup ${token}`,
      label: t('opinions.compare.backup', { when: whenOf(savedAt) }),
    })),
    { value: 'file', label: t('opinions.compare.file') },
  ];
  // What was asked for last: an earlier answer that comes late is none.
  const asked = useRef(0);
  const choose = (wanted: string) => {
    asked.current += 1;
    const turn = asked.current;
    const [kind, id = ''] = wanted.split(' ');
    const take = (name: string, read: OtherSide['read'] | null, isLater: boolean) => {
      if (turn === asked.current)
        chooseCompared(boardId, { choice: wanted, other: read && { name, read, isLater }, isAbsent: !read });
    };
    if (kind === 'map')
      void otherMap(open, id as BoardId).then((read) =>
        take(
          titleOf(here.find((one) => one.id === id) ?? { title: '' }),
          read,
          read?.().info.state === 'target' && doc.info.state !== 'target',
        ),
      );
    else if (kind === 'backup') {
      const savedAt = backups.find(({ token }) => token === id)?.savedAt ?? 0;
      void backedUpMap(id, boardId).then((read) => take(whenOf(savedAt), read, false));
    } else if (kind === 'file') void mapInFile(boardId).then((found) => found && take(found.name, found.read, false));
    else chooseCompared(boardId, { choice: wanted, other: null, isAbsent: false });
  };
  const ours = choice.startsWith('map ')
    ? titleOf(here.find(({ id }) => id === boardId) ?? doc.info)
    : t('opinions.compare.now');
  const chosen = comparedWith({ boardId, choice, other, ours, nameOf });
  return { options, choice, choose, compared: chosen?.source(doc) ?? null, chosen, isAbsent };
}
