import { renameCluster } from '@shared/boards/journey-map/commands/clusters';
import type { Cluster, JourneyMapDoc } from '@shared/boards/journey-map/model';
import type { BoardController } from '@/editor/boardController';
import { BoundField } from '@/editor/inspector/BoundField';
import { ActButton, Panel, partStyles } from '@/editor/inspector/parts';
import { useT } from '@/ui/useT';
import { laneOf } from '../entities';
import { membersOf } from '../places';
import { targetLabel } from '../selectionWords';

interface ClusterPanelProps {
  readonly controller: BoardController<JourneyMapDoc>;
  readonly doc: JourneyMapDoc;
  readonly cluster: Cluster;
}

/** A group of notes: its title, how many it holds, folded or open. */
export function ClusterPanel({ controller, doc, cluster }: ClusterPanelProps) {
  const t = useT();
  const target = { kind: 'cluster', id: cluster.id };
  const kind = laneOf(doc, cluster.laneId)?.kind ?? 'notes';
  return (
    <Panel title={targetLabel(doc, target, t)}>
      <BoundField
        label={t('editing.inspector.groupTitle')}
        value={cluster.title}
        multiline
        onWrite={(title, mergeKey) => controller.session.run(renameCluster, { id: cluster.id, title }, { mergeKey })}
      />
      <p className={partStyles.note}>{t(`journey.count.${kind}`, { count: membersOf(doc, target).length })}</p>
      <div className={partStyles.row}>
        <ActButton
          controller={controller}
          act="foldGroup"
          label={t(cluster.folded ? 'editing.menu.unfoldGroup' : 'editing.menu.foldGroup')}
          icon={cluster.folded ? 'caret-down' : 'caret-right'}
        />
        <ActButton controller={controller} act="ungroupNotes" label={t('editing.menu.ungroup')} icon="stack-minus" />
        <ActButton controller={controller} act="deleteSelection" label={t('editing.inspector.delete')} icon="trash" />
      </div>
    </Panel>
  );
}
