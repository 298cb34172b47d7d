import type { BoardId } from '@shared/base/ids';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand/react';
import { showWorkshop } from '@/app/navigate';
import type { FoundTexts } from '@/session/search/search';
import type { Workspace } from '@/session/workspaceApi';
import { Icon } from '@/ui/Icon';
import { useT } from '@/ui/useT';
import styles from './BoardHits.module.css';
import { marked } from './marked';
import { useRested } from './useRested';

const SHOWN = 3;

interface HitsProps {
  readonly workspace: Workspace;
  readonly answer: FoundTexts | null;
}

/** Boards that hold the words too: the best of them, each with the text that was found. */
export function BoardHits({ workspace, answer: latest }: HitsProps) {
  const t = useT();
  // The cards stay where they are while somebody types: what stands above them waits.
  const answer = useRested(latest);
  const workshops = useStore(workspace.library, (state) => state.workshops);
  const hits = useMemo(() => {
    const places = new Map(
      workshops.flatMap((card) => card.boards.map((board) => [board.id as string, { card, board }] as const)),
    );
    return (answer?.boards ?? []).flatMap((id) => places.get(id) ?? []);
  }, [workshops, answer]);
  const [allOf, setAllOf] = useState<string | null>(null);
  const marks = useMemo(() => (answer?.words ?? []).join(' '), [answer]);
  if (hits.length === 0 || !answer || !latest) return null;
  const foundIn = (id: BoardId) => answer.details.find((detail) => detail.id === id)?.found?.text ?? '';
  const isAll = allOf === answer.query;
  return (
    <section className={styles.hits}>
      <h2>{t('library.boards.title', { count: hits.length, query: answer.query.trim() })}</h2>
      <ul className={isAll ? styles.all : undefined}>
        {(isAll ? hits : hits.slice(0, SHOWN)).map(({ card, board }) => (
          <li key={board.id}>
            <button type="button" onClick={() => void showWorkshop(card.id, board.id)}>
              <Icon name={board.kind === 'empathy-map' ? 'brain' : 'path'} size={15} />
              <b>
                {card.title || t('home.card.untitled')}, {board.title || t('board.untitled')}
              </b>
              <span>{marked(foundIn(board.id), marks)}</span>
            </button>
          </li>
        ))}
      </ul>
      {hits.length > SHOWN && (
        <button
          type="button"
          className={styles.more}
          aria-expanded={isAll}
          onClick={() => setAllOf(isAll ? null : answer.query)}
        >
          {isAll ? t('library.boards.fewer') : t('library.boards.all', { count: hits.length })}
        </button>
      )}
    </section>
  );
}
