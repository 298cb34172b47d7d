import type { BoardId } from '@shared/base/ids';
import { personaLinks } from '@shared/boards/persona/linkPieces';
import type { PersonaDoc } from '@shared/boards/persona/model';
import { type LinkNode, linkGraph } from '@shared/model/linkGraph';
import type { Target } from '@shared/scene/primitives';
import { useMemo } from 'react';
import { type Places, useBoards } from '@/editor/inspector/LinkPicker';
import { TakenUpBy } from '@/editor/inspector/TakenUpBy';
import type { OtherBoards } from '@/session/otherBoards';
import { useT } from '@/ui/useT';

interface TakenUpProps {
  readonly doc: PersonaDoc;
  /** An entry or a source of the persona. */
  readonly target: Target;
  readonly others: OtherBoards;
}

/** What on the boards of the workshop rests on something of a persona. Of the persona itself nothing is offered: it is of several workshops. */
export function TakenUp({ doc, target, others }: TakenUpProps) {
  const t = useT();
  const boards = useBoards(others);
  const graph = useMemo(() => linkGraph([...boards, personaLinks(others.self, doc)]), [boards, doc, others]);
  const choice = useMemo(() => linkGraph(boards), [boards]);
  if (boards.length === 0) return null;
  const whereOf = ({ board, kind, id }: LinkNode): string => {
    const home = boards.find((one) => one.id === board);
    const what = home?.nameOf({ kind, id }, t) ?? '';
    return t('editing.inspector.linkedIn', { board: home?.title || t('board.untitled'), what });
  };
  const places: Places = {
    graph,
    whereOf,
    go: ({ board, kind, id }) => void others.show(board as BoardId, { kind, id }),
  };
  return <TakenUpBy target={target} places={places} choice={choice} boards={boards} others={others} relinkOwn={null} />;
}
