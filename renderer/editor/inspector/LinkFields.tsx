import type { BoardId } from '@shared/base/ids';
import { linkPieces as personaPieces } from '@shared/boards/persona/linkPieces';
import type { TranslateFn } from '@shared/i18n/translate';
import { type LinkGraph, type LinkNode, type LinkPiece, linkGraph, linkKey, whyHere } from '@shared/model/linkGraph';
import { MAX_LINKS, type NoteLink } from '@shared/model/note';
import type { Target } from '@shared/scene/primitives';
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand/react';
import type { BoardViewProps } from '@/session/boardHandle';
import type { OtherBoard, OtherBoards } from '@/session/otherBoards';
import { Icon } from '@/ui/Icon';
import { IconButton } from '@/ui/IconButton';
import { TextField } from '@/ui/TextField';
import { useT } from '@/ui/useT';
import { partStyles, Section } from './parts';

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
  /** Leaves out what rests on the piece, where the panel tells that by itself. */
  readonly restsOnOnly?: boolean;
}

/** The other boards as they are now. */
function useBoards(others: OtherBoards): readonly OtherBoard[] {
  const version = useStore(others.version);
  const [boards, setBoards] = useState<readonly OtherBoard[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says that other boards may have changed.
  useEffect(() => {
    let isWanted = true;
    const read = Promise.all(others.list().map(({ id }) => others.read(id)));
    void read.then((all) => isWanted && setBoards(all.filter((board) => board !== null)));
    return () => {
      isWanted = false;
    };
  }, [others, version]);
  return boards;
}

interface Places {
  readonly graph: LinkGraph;
  /** Where a piece is, in words: its board and what it is there. */
  readonly whereOf: (node: LinkNode) => string;
  readonly go: ((node: LinkNode) => void) | null;
}

/** The links of a workshop as seen from one piece: what it rests on, what rests on it, why it is here, and new links. */
export function LinkFields(props: LinkFieldsProps) {
  const { piece, own, others, personas, nameOf, reveal, onLinks, restsOnOnly } = props;
  const t = useT();
  const boards = useBoards(others);
  const graph = useMemo(() => {
    const people = Object.entries(personas).map(([id, doc]) => ({ id, pieces: personaPieces(doc) }));
    return linkGraph([{ id: others.self, pieces: own }, ...boards, ...people]);
  }, [boards, own, others, personas]);
  const whereOf = (node: LinkNode): string => whereIs(node, { boards, personas, nameOf, self: others.self }, t);
  const go = (node: LinkNode): void => {
    const target = { kind: node.kind, id: node.id };
    if (node.board === others.self) reveal(target);
    else if (boards.some(({ id }) => id === node.board)) void others.show(node.board as BoardId, target);
  };
  const places: Places = { graph, whereOf, go };
  const key = linkKey({ board: others.self, id: piece.id });
  const without = (node: LinkNode) => onLinks(piece.links.filter((link) => linkKey(link) !== linkKey(node)));
  const why = whyHere(graph, key);
  const carries = graph.carries(key);
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
      {!restsOnOnly && carries.length > 0 && (
        <Section title={t('editing.links.carries')}>
          {carries.map((node) => (
            <Linked key={linkKey(node)} node={node} places={places} />
          ))}
        </Section>
      )}
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

/** One piece, one press away. */
function Linked({ node, places: { whereOf, go } }: { readonly node: LinkNode; readonly places: Places }) {
  const t = useT();
  return (
    <button type="button" className={partStyles.linked} onClick={() => go?.(node)}>
      <Icon name="link" size={17} />
      <span>
        <b>{whereOf(node)}</b>
        {node.text && ` ${t('editing.inspector.quoted', { text: node.text })}`}
      </span>
    </button>
  );
}

/** As many as can be looked through at a glance. */
const MOST_FOUND = 6;

interface LinkPickerProps {
  readonly places: Places;
  readonly taken: ReadonlySet<string>;
  readonly isFull: boolean;
  readonly onPick: (node: LinkNode) => void;
}

/** Finds something of the workshop by its words, and links it. */
function LinkPicker({ places, taken, isFull, onPick }: LinkPickerProps) {
  const t = useT();
  const [words, setWords] = useState('');
  const wanted = words.trim().toLocaleLowerCase();
  const found =
    wanted.length < 2
      ? []
      : [...places.graph.nodes.values()].filter(
          (node) => !taken.has(linkKey(node)) && node.text.toLocaleLowerCase().includes(wanted),
        );
  return (
    <>
      <TextField
        label={t('editing.links.add')}
        value={words}
        quiet
        disabled={isFull}
        placeholder={t('editing.links.addHint')}
        onChange={setWords}
      />
      {wanted.length >= 2 && found.length === 0 && <p className={partStyles.note}>{t('editing.links.none')}</p>}
      {found.slice(0, MOST_FOUND).map((node) => (
        <Linked
          key={linkKey(node)}
          node={node}
          places={{
            ...places,
            go: () => {
              setWords('');
              onPick(node);
            },
          }}
        />
      ))}
      {found.length > MOST_FOUND && (
        <p className={partStyles.note}>{t('editing.links.more', { count: found.length - MOST_FOUND })}</p>
      )}
    </>
  );
}
