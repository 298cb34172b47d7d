import type { BoardId } from '@shared/base/ids';
import { personaLinks } from '@shared/boards/persona/linkPieces';
import type { PersonaDoc } from '@shared/boards/persona/model';
import { type LinkNode, linkGraph, linkKey } from '@shared/model/linkGraph';
import type { Target } from '@shared/scene/primitives';
import { useMemo } from 'react';
import { Linked, LinkPicker, type Places, useBoards } from '@/editor/inspector/LinkPicker';
import { partStyles, Section } from '@/editor/inspector/parts';
import type { OtherBoards } from '@/session/otherBoards';
import { IconButton } from '@/ui/IconButton';
import { notices, showToast } from '@/ui/notices';
import { useT } from '@/ui/useT';

interface TakenUpProps {
  readonly doc: PersonaDoc;
  /** An entry or a source of the persona. */
  readonly target: Target;
  readonly others: OtherBoards;
}

/** What on the boards of the workshop rests on something of a persona: to go to, to add to, to take out. Each link is stored on its board, and undone there. */
export function TakenUp({ doc, target, others }: TakenUpProps) {
  const t = useT();
  const boards = useBoards(others);
  const graph = useMemo(() => linkGraph([...boards, personaLinks(others.self, doc)]), [boards, doc, others]);
  const pieces = useMemo(() => linkGraph(boards), [boards]);
  if (boards.length === 0) return null;
  const whereOf = ({ board, kind, id }: LinkNode): string => {
    const home = boards.find((one) => one.id === board);
    const what = home?.nameOf({ kind, id }, t) ?? '';
    return t('editing.inspector.linkedIn', { board: home?.title || t('board.untitled'), what });
  };
  const places: Places = {
    graph: pieces,
    whereOf,
    go: ({ board, kind, id }) => {
      // Over there Ctrl+Z means what is done there.
      notices.setState({ toast: null });
      void others.show(board as BoardId, { kind, id });
    },
  };
  const key = linkKey({ board: others.self, id: target.id });
  const carries = graph.carries(key).filter(({ board }) => board !== others.self);
  const relink = async ({ board, kind, id, text }: LinkNode, isOn: boolean) => {
    const to = { board: others.self, kind: target.kind, id: target.id };
    const done = await others.relink(board as BoardId, { kind, id }, to, isOn);
    if (!done) return;
    showToast({
      icon: isOn ? 'link' : 'link-break',
      text: t(isOn ? 'editing.links.linked' : 'editing.links.unlinked', { text }),
      lastsMs: 8000,
      action: { label: t('common.undo'), shortcut: 'CmdOrCtrl+Z', run: done.undo },
    });
  };
  return (
    <Section title={t('editing.links.carries')}>
      {carries.map((node) => (
        <div key={linkKey(node)} className={partStyles.row} style={{ flexWrap: 'nowrap' }}>
          <Linked node={node} places={places} />
          <IconButton
            icon="link-break"
            label={t('editing.links.unlink', { text: node.text })}
            onClick={() => void relink(node, false)}
          />
        </div>
      ))}
      <LinkPicker
        places={places}
        taken={new Set(carries.map(linkKey))}
        isFull={false}
        onPick={(node) => void relink(node, true)}
      />
    </Section>
  );
}
