import type { EmpathyMapDoc } from '@shared/boards/empathy-map/model';
import type { PanelProps } from '@/editor/boardEditing';
import { clusterOf, findingOf, noteAt, stageAt, stageOf, zoneOf } from './entities';
import { BoardPanel } from './inspector/BoardPanel';
import { ClusterPanel } from './inspector/ClusterPanel';
import { FindingPanel } from './inspector/FindingPanel';
import { NotePanel } from './inspector/NotePanel';
import { ReservePanel } from './inspector/ReservePanel';
import { StagePanel } from './inspector/StagePanel';
import { ZonePanel } from './inspector/ZonePanel';

/** Everything about what is chosen on an empathy map; about the map itself when nothing is. */
export function EmpathyInspector({ controller, doc, target, view }: PanelProps<EmpathyMapDoc>) {
  const shared = { controller, doc };
  const { others } = view;
  // One panel per entity: what was being typed in a field of one never lands in another.
  switch (target?.kind) {
    case 'note': {
      const note = noteAt(doc, target);
      return note && <NotePanel key={note.id} {...shared} note={note} others={others} personas={view.personas} />;
    }
    case 'cluster': {
      const cluster = clusterOf(doc, target.id);
      return cluster && <ClusterPanel key={cluster.id} {...shared} cluster={cluster} />;
    }
    case 'finding': {
      const finding = findingOf(doc, target.id);
      return finding && <FindingPanel key={finding.id} {...shared} finding={finding} />;
    }
    case 'stage':
    case 'emotion':
    case 'emotion-word': {
      const stage = stageOf(doc, stageAt(doc, target) ?? target.id);
      return stage && <StagePanel key={stage.id} {...shared} stage={stage} others={others} />;
    }
    case 'zone': {
      const zone = zoneOf(doc, target);
      return zone && <ZonePanel key={target.id} {...shared} zone={zone} />;
    }
    case 'reserve':
      return <ReservePanel key={target.id} {...shared} zone={target.id} />;
    default:
      return <BoardPanel controller={controller} doc={doc} view={view} />;
  }
}
