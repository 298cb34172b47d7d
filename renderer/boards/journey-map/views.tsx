import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import { BoardCanvas as Canvas } from '@/editor/BoardCanvas';
import type { BoardViewProps } from '@/session/boardHandle';
import { journeyEditing } from './editing';

/** A journey on its wall. */
export const BoardCanvas = (props: BoardViewProps<JourneyMapDoc>) => <Canvas {...props} plug={journeyEditing} />;
