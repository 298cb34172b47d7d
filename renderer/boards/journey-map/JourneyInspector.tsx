import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import { figurePlace } from '@shared/boards/journey-map/targets';
import type { PanelProps } from '@/editor/boardEditing';
import { entityOf, laneOf, stageOf } from './entities';
import { BoardPanel } from './inspector/BoardPanel';
import { CellPanel } from './inspector/CellPanel';
import { ClusterPanel } from './inspector/ClusterPanel';
import { FigurePanel } from './inspector/FigurePanel';
import { LanePanel, StagePanel, StepPanel } from './inspector/HeaderPanels';
import { IndicatorPanel } from './inspector/IndicatorPanel';
import { JumpPanel } from './inspector/JumpPanel';
import { NotePanel } from './inspector/NotePanel';
import { PointPanel } from './inspector/PointPanel';
import { TouchpointPanel } from './inspector/TouchpointPanel';

/** Everything about what is chosen on a journey; about the journey itself when nothing is. */
export function JourneyInspector({ controller, doc, target, view }: PanelProps<JourneyMapDoc>) {
  if (target?.kind === 'cell') return <CellPanel key={target.id} controller={controller} doc={doc} target={target} />;
  const figure = target && figurePlace(target);
  const [lane, stage] = figure ? [laneOf(doc, figure.laneId), stageOf(doc, figure.stageId)] : [null, null];
  if (target && lane && stage)
    return <FigurePanel key={target.id} controller={controller} doc={doc} lane={lane} stage={stage} target={target} />;
  const meant = target?.kind === 'detail' ? { kind: 'stage', id: target.id } : target;
  const found = meant ? entityOf(doc, meant) : null;
  const shared = { controller, doc };
  // One panel per entity: what was being typed in a field of one never lands in another.
  switch (found?.kind) {
    case 'note':
      return <NotePanel key={found.entity.id} {...shared} note={found.entity} personas={view.personas} />;
    case 'cluster':
      return <ClusterPanel key={found.entity.id} {...shared} cluster={found.entity} />;
    case 'touchpoint':
      return <TouchpointPanel key={found.entity.id} {...shared} touchpoint={found.entity} personas={view.personas} />;
    case 'emotion-point':
      return <PointPanel key={found.entity.id} {...shared} point={found.entity} personas={view.personas} />;
    case 'indicator':
      return <IndicatorPanel key={found.entity.id} {...shared} indicator={found.entity} />;
    case 'stage':
      return <StagePanel key={found.entity.id} {...shared} stage={found.entity} />;
    case 'step':
      return <StepPanel key={found.entity.id} {...shared} step={found.entity} />;
    case 'jump':
      return <JumpPanel key={found.entity.id} {...shared} jump={found.entity} />;
    case 'lane':
      return <LanePanel key={found.entity.id} {...shared} lane={found.entity} personas={view.personas} />;
    default:
      return <BoardPanel controller={controller} doc={doc} view={view} />;
  }
}
