import type { BoardId } from '@shared/base/ids';
import { personaLinks } from '@shared/boards/persona/linkPieces';
import type { PersonaDoc } from '@shared/boards/persona/model';
import type { TranslateFn } from '@shared/i18n/translate';
import { type LinkNode, type LinkPiece, linkGraph, linkKey, whyHere } from '@shared/model/linkGraph';
import { MAX_LINKS, type NoteLink } from '@shared/model/note';
import type { Target } from '@shared/scene/primitives';
import { useMemo } from 'react';
import type { BoardViewProps } from '@/session/boardHandle';
import type { OtherBoard, OtherBoards } from '@/session/otherBoards';
import { IconButton } from '@/ui/IconButton';
import { useT } from '@/ui/useT';
import { Linked, LinkPicker, type Places, useBoards } from './LinkPicker';
import { partStyles, Section } from './parts';
import { TakenUpBy } from './TakenUpBy';

interface LinkFieldsProps {
  /** The chosen piece of this board. */
  readonly piece: LinkPiece;
  /** Everything of this board that can be linked. */
  readonly own: readonly LinkPiece[];
  readonly nameOf: (target: Target) => string;
  readonly others: OtherBoards;
  readonly personas: BoardViewProps['personas'];
  readonly reveal: (target: Target) => void;
  readonly onLinks: (links: NoteLink[]) => void;
  /** Lets another piece of this board rest on something, or no more. */
  readonly onRelink: (resting: Target, to: NoteLink, isOn: boolean) => void;
  /** What things that rest on the piece are called together, where it is not the usual. */
  readonly takenUpTitle?: string;
}

/** The links of a workshop as seen from one piece: what it rests on, what rests on it, why it is here, and new links. */
export function LinkFields(props: LinkFieldsProps) {
  const { piece, own, others, personas, nameOf, reveal, onLinks, onRelink, takenUpTitle } = props;
  const t = useT();
  const boards = useBoards(others);
  const graph = useMemo(() => {
    const people = Object.entries<PersonaDoc>(personas).map(([id, doc]) => personaLinks(id, doc));
    return linkGraph([{ id: others.self, pieces: own }, ...boards, ...people]);
  }, [boards, own, others, personas]);
  const whereOf = (node: LinkNode): string => whereIs(node, { boards, personas, nameOf, self: others.self }, t);
  const go = (node: LinkNode): void => {
    const target = { kind: node.kind, id: node.id };
    if (node.board === others.self) reveal(target);
    else if (boards.some(({ id }) => id === node.board) || Object.hasOwn(personas, node.board))
      void others.show(node.board as BoardId, target);
  };
  const places: Places = { graph, whereOf, go };
  const key = linkKey({ board: others.self, id: piece.id });
  const without = (node: LinkNode) => onLinks(piece.links.filter((link) => linkKey(link) !== linkKey(node)));
  const why = whyHere(graph, key);
  return (
    <>
      <Section title={t('editing.links.restsOn')}>
        {why.map(({ node, depth }) => (
          <div
            key={linkKey(node)}
            className={partStyles.row}
            style={{ flexWrap: 'nowrap', paddingLeft: (depth - 1) * 14 }}
          >
            <Linked node={node} places={places} />
            {depth === 1 && (
              <IconButton
                icon="link-break"
                label={t('editing.links.unlink', { text: node.text })}
                onClick={() => without(node)}
              />
            )}
          </div>
        ))}
        <LinkPicker
          places={places}
          taken={new Set([key, ...graph.restsOn(key).map(linkKey)])}
          isFull={piece.links.length >= MAX_LINKS}
          onPick={({ board, kind, id }) => onLinks([...piece.links, { board: board as BoardId, kind, id }])}
        />
      </Section>
      <TakenUpBy
        {...(takenUpTitle ? { title: takenUpTitle } : {})}
        target={piece}
        places={places}
        boards={boards}
        others={others}
        relinkOwn={onRelink}
      />
    </>
  );
}

function whereIs(
  { board, kind, id }: LinkNode,
  {
    boards,
    personas,
    nameOf,
    self,
  }: Pick<LinkFieldsProps, 'personas' | 'nameOf'> & {
    readonly boards: readonly OtherBoard[];
    readonly self: BoardId;
  },
  t: TranslateFn,
): string {
  if (board === self) return nameOf({ kind, id });
  const other = boards.find((one) => one.id === board);
  if (!other) return personas[board as keyof typeof personas]?.info.name ?? '';
  const what = other.nameOf({ kind, id }, t) ?? '';
  return t('editing.inspector.linkedIn', { board: other.title || t('board.untitled'), what });
}
