import { renameCluster } from '@shared/boards/empathy-map/commands/clusters';
import type { Cluster, EmpathyMapDoc } from '@shared/boards/empathy-map/model';
import type { BoardController } from '@/editor/boardController';
import { BoundField } from '@/editor/inspector/BoundField';
import { ActButton, Panel, partStyles } from '@/editor/inspector/parts';
import { useT } from '@/ui/useT';
import { notesIn } from '../entities';
import { targetLabel } from '../words';

interface ClusterPanelProps {
  readonly controller: BoardController<EmpathyMapDoc>;
  readonly doc: EmpathyMapDoc;
  readonly cluster: Cluster;
}

/** A group of notes: its title, how many it holds, folded or open. */
export function ClusterPanel({ controller, doc, cluster }: ClusterPanelProps) {
  const t = useT();
  return (
    <Panel title={targetLabel(doc, { kind: 'cluster', id: cluster.id }, t)}>
      <BoundField
        label={t('editing.inspector.groupTitle')}
        value={cluster.title}
        multiline
        onWrite={(title, mergeKey) => controller.session.run(renameCluster, { id: cluster.id, title }, { mergeKey })}
      />
      <p className={partStyles.note}>{t('empathy.cluster.count', { count: notesIn(doc, cluster.id).length })}</p>
      <div className={partStyles.row}>
        <ActButton
          controller={controller}
          act="foldGroup"
          label={t(cluster.folded ? 'editing.menu.unfoldGroup' : 'editing.menu.foldGroup')}
          icon={cluster.folded ? 'caret-down' : 'caret-right'}
        />
        <ActButton controller={controller} act="ungroupNotes" label={t('editing.menu.ungroup')} icon="stack-minus" />
      </div>
    </Panel>
  );
}
