import type { BoardId } from '@shared/base/ids';
import type { NoteLink } from '@shared/model/note';
import type { Target } from '@shared/scene/primitives';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand/react';
import type { OtherBoard, OtherBoards } from '@/session/otherBoards';
import { Icon } from '@/ui/Icon';
import { useT } from '@/ui/useT';
import { partStyles, Section } from './parts';

interface LinkedPiecesProps {
  /** What these are to the note: where it comes from, where it was taken up. */
  readonly title: string;
  readonly note: { readonly id: string; readonly links: readonly NoteLink[] };
  readonly others: OtherBoards;
}

interface Linked {
  readonly board: OtherBoard;
  readonly target: Target;
}

const leadsTo = (link: NoteLink, board: BoardId, id: string): boolean => link.board === board && link.id === id;

/** Where a note leads on the other boards: what it links to, and what links to it; each once. */
async function linkedTo(note: LinkedPiecesProps['note'], others: OtherBoards): Promise<readonly Linked[]> {
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

/** Things on other boards that a note is linked with, each one press away. Links whose other end is gone are left out. */
export function LinkedPieces({ title, note, others }: LinkedPiecesProps) {
  const t = useT();
  const version = useStore(others.version);
  const [linked, setLinked] = useState<readonly Linked[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says that other boards may have changed.
  useEffect(() => {
    let isWanted = true;
    void linkedTo(note, others).then((found) => isWanted && setLinked(found));
    return () => {
      isWanted = false;
    };
  }, [note, others, version]);
  const shown = linked.flatMap(({ board, target }) => {
    const name = board.nameOf(target, t);
    return name === null ? [] : [{ board, target, what: name }];
  });
  if (shown.length === 0) return null;
  return (
    <Section title={title}>
      {shown.map(({ board, target, what }) => {
        const name = board.title || t('board.untitled');
        const text = board.textOf(target);
        return (
          <button
            key={`${board.id} ${target.id}`}
            type="button"
            className={partStyles.linked}
            onClick={() => void others.show(board.id, target)}
          >
            <Icon name={board.icon} size={17} />
            <span>
              <b>{t('editing.inspector.linkedIn', { board: name, what })}</b>
              {text && ` ${t('editing.inspector.quoted', { text })}`}
            </span>
          </button>
        );
      })}
    </Section>
  );
}
