import type { BoardId } from '@shared/base/ids';
import { type LinkNode, linkKey } from '@shared/model/linkGraph';
import type { NoteLink } from '@shared/model/note';
import type { Target } from '@shared/scene/primitives';
import type { OtherBoard, OtherBoards } from '@/session/otherBoards';
import { IconButton } from '@/ui/IconButton';
import { notices, showToast } from '@/ui/notices';
import { useT } from '@/ui/useT';
import { Linked, LinkPicker, type Places } from './LinkPicker';
import { partStyles, Section } from './parts';

interface TakenUpByProps {
  readonly title?: string;
  /** What is rested on. */
  readonly target: Target;
  /** The links of the workshop, where everything is and the way there. */
  readonly places: Places;
  /** What may come to rest on it; everything of the graph where that is left out. */
  readonly choice?: Places['graph'];
  readonly boards: readonly OtherBoard[];
  readonly others: OtherBoards;
  /** Lets something of the same board rest on it, or no more; null where nothing of it can. */
  readonly relinkOwn: ((resting: Target, to: NoteLink, isOn: boolean) => void) | null;
}

/**
 * What rests on a piece: to go to, to add to, to take out. Each link is stored on what rests, whose board it is undone on: for another board the
 * message offers that.
 */
export function TakenUpBy({ title, target, places, choice, boards, others, relinkOwn }: TakenUpByProps) {
  const t = useT();
  const key = linkKey({ board: others.self, id: target.id });
  const isElsewhere = ({ board }: LinkNode): boolean => boards.some(({ id }) => id === board);
  const canRest = (node: LinkNode): boolean => isElsewhere(node) || (node.board === others.self && relinkOwn !== null);
  const carries = places.graph.carries(key).filter((node) => choice === undefined || isElsewhere(node));
  const to: NoteLink = { board: others.self, kind: target.kind, id: target.id };
  const relink = async (node: LinkNode, isOn: boolean): Promise<void> => {
    const { board, kind, id, text } = node;
    if (!isElsewhere(node)) return relinkOwn?.({ kind, id }, to, isOn);
    const done = await others.relink(board as BoardId, { kind, id }, to, isOn);
    if (!done) return;
    showToast({
      icon: isOn ? 'link' : 'link-break',
      text: t(isOn ? 'editing.links.linked' : 'editing.links.unlinked', { text }),
      lastsMs: 8000,
      action: { label: t('common.undo'), shortcut: 'CmdOrCtrl+Z', run: done.undo },
    });
  };
  const shown: Places = {
    ...places,
    go: (node) => {
      // Over there Ctrl+Z means what is done there.
      if (isElsewhere(node)) notices.setState({ toast: null });
      places.go?.(node);
    },
  };
  const all = [...(choice ?? places.graph).nodes.values()];
  const barred = all.filter((node) => !canRest(node)).map(linkKey);
  return (
    <Section title={title ?? t('editing.links.carries')}>
      {carries.map((node) => (
        <div key={linkKey(node)} className={partStyles.row} style={{ flexWrap: 'nowrap' }}>
          <Linked node={node} places={shown} />
          {canRest(node) && (
            <IconButton
              icon="link-break"
              label={t('editing.links.unlink', { text: node.text })}
              onClick={() => void relink(node, false)}
            />
          )}
        </div>
      ))}
      <LinkPicker
        places={{ ...shown, graph: choice ?? places.graph }}
        taken={new Set([key, ...carries.map(linkKey), ...barred])}
        isFull={false}
        onPick={(node) => void relink(node, true)}
      />
    </Section>
  );
}
