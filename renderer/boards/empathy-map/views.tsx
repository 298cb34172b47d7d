import type { EmpathyMapDoc } from '@shared/boards/empathy-map/model';
import { BoardCanvas as Canvas } from '@/editor/BoardCanvas';
import type { BoardViewProps } from '@/session/boardHandle';
import { empathyEditing } from './editing';
import { useJourneyStages } from './journeyStages';

/** An empathy map on its wall; its stages follow the linked journey. */
export function BoardCanvas(props: BoardViewProps<EmpathyMapDoc>) {
  useJourneyStages(props);
  return <Canvas {...props} plug={empathyEditing} />;
}
