import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import type { BoardViewProps } from '@/session/boardHandle';
import type { JourneyController } from './controller';
import { entityOf } from './entities';
import { BoardPanel } from './inspector/BoardPanel';
import { CellPanel } from './inspector/CellPanel';
import { LanePanel, StagePanel, StepPanel } from './inspector/HeaderPanels';
import { IndicatorPanel } from './inspector/IndicatorPanel';
import { ManyPanel } from './inspector/ManyPanel';
import { NotePanel } from './inspector/NotePanel';
import { PointPanel } from './inspector/PointPanel';
import { TouchpointPanel } from './inspector/TouchpointPanel';
import { useController, useDoc, useSelection } from './useController';

/** Everything about what is selected; about the journey itself when nothing is. */
export function InspectorPanel(props: BoardViewProps<JourneyMapDoc>) {
  const controller = useController(props.handle);
  return controller && <Chosen controller={controller} props={props} />;
}

interface ChosenProps {
  readonly controller: JourneyController;
  readonly props: BoardViewProps<JourneyMapDoc>;
}

function Chosen({ controller, props }: ChosenProps) {
  const doc = useDoc(controller.session);
  const selection = useSelection(controller);
  const [only] = selection;
  if (selection.length > 1) return <ManyPanel controller={controller} doc={doc} selection={selection} />;
  if (only?.kind === 'cell') return <CellPanel key={only.id} controller={controller} doc={doc} target={only} />;
  const found = only ? entityOf(doc, only) : null;
  const shared = { controller, doc };
  // One panel per entity: what was being typed in a field of one never lands in another.
  switch (found?.kind) {
    case 'note':
      return <NotePanel key={found.entity.id} {...shared} note={found.entity} />;
    case 'touchpoint':
      return <TouchpointPanel key={found.entity.id} {...shared} touchpoint={found.entity} />;
    case 'emotion-point':
      return <PointPanel key={found.entity.id} {...shared} point={found.entity} personas={props.personas} />;
    case 'indicator':
      return <IndicatorPanel key={found.entity.id} {...shared} indicator={found.entity} />;
    case 'stage':
      return <StagePanel key={found.entity.id} {...shared} stage={found.entity} />;
    case 'step':
      return <StepPanel key={found.entity.id} {...shared} step={found.entity} />;
    case 'lane':
      return <LanePanel key={found.entity.id} {...shared} lane={found.entity} />;
    default:
      return <BoardPanel controller={controller} doc={doc} view={props} />;
  }
}
