import type { BoardId } from '@shared/base/ids';
import type { EmpathyNote } from '@shared/boards/empathy-map/model';
import type { NoteLink } from '@shared/model/note';
import type { Target } from '@shared/scene/primitives';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand/react';
import { Section } from '@/editor/inspector/parts';
import type { OtherBoard, OtherBoards } from '@/session/otherBoards';
import { Icon } from '@/ui/Icon';
import { useT } from '@/ui/useT';
import styles from './empathyPanels.module.css';

interface TakenUpProps {
  readonly note: EmpathyNote;
  readonly others: OtherBoards;
}

interface Taken {
  readonly board: OtherBoard;
  readonly target: Target;
}

const leadsTo = (link: NoteLink, board: BoardId, id: string): boolean => link.board === board && link.id === id;

/** What the other boards made of a note: what it links to, and what links back to it; each once. */
async function takenUp({ note, others }: TakenUpProps): Promise<readonly Taken[]> {
  const read = await Promise.all(others.list().map(({ id }) => others.read(id)));
  const boards = read.filter((board) => board !== null);
  return boards.flatMap((board) => {
    const back = board.linked.flatMap(({ target, links }) =>
      links.some((link) => leadsTo(link, others.self, note.id)) ? [target] : [],
    );
    const forth = note.links.flatMap(({ board: id, kind, id: target }) =>
      id === board.id && !back.some((one) => one.id === target) ? [{ kind, id: target }] : [],
    );
    return [...forth, ...back].map((target) => ({ board, target }));
  });
}

/** Where journeys took the note up, each one press away. Links whose other end is gone are left out. */
export function TakenUp({ note, others }: TakenUpProps) {
  const t = useT();
  const version = useStore(others.version);
  const [taken, setTaken] = useState<readonly Taken[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says that other boards may have changed.
  useEffect(() => {
    let isWanted = true;
    void takenUp({ note, others }).then((found) => isWanted && setTaken(found));
    return () => {
      isWanted = false;
    };
  }, [note, others, version]);
  const shown = taken.flatMap(({ board, target }) => {
    const name = board.nameOf(target, t);
    return name === null ? [] : [{ board, target, name }];
  });
  if (shown.length === 0) return null;
  return (
    <Section title={t('empathy.panel.takenUp')}>
      {shown.map(({ board, target, name }) => {
        const title = board.title || t('board.untitled');
        const text = board.textOf(target);
        return (
          <button
            key={`${board.id} ${target.id}`}
            type="button"
            className={styles.taken}
            onClick={() => void others.show(board.id, target)}
          >
            <Icon name="path" size={17} />
            <span>
              <b>{t('empathy.panel.takenUpIn', { board: title, what: name })}</b>
              {text && ` ${t('empathy.panel.quoted', { text })}`}
            </span>
          </button>
        );
      })}
    </Section>
  );
}
