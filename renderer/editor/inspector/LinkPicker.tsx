import { type LinkGraph, type LinkNode, linkKey } from '@shared/model/linkGraph';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand/react';
import type { OtherBoard, OtherBoards } from '@/session/otherBoards';
import { Icon } from '@/ui/Icon';
import { TextField } from '@/ui/TextField';
import { useT } from '@/ui/useT';
import { partStyles } from './parts';

/** The other boards as they are now. */
export function useBoards(others: OtherBoards): readonly OtherBoard[] {
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

export interface Places {
  readonly graph: LinkGraph;
  /** Where a piece is, in words: its board and what it is there. */
  readonly whereOf: (node: LinkNode) => string;
  readonly go: ((node: LinkNode) => void) | null;
}

/** One piece, one press away. */
export function Linked({ node, places: { whereOf, go } }: { readonly node: LinkNode; readonly places: Places }) {
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
export function LinkPicker({ places, taken, isFull, onPick }: LinkPickerProps) {
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
