import type { Target } from '@shared/scene/primitives';
import type { Drag, DragContext } from './drag';
import { dragFace } from './dragFace';
import { dragLane, dragStage, dragStep } from './dragHeaders';
import { dragPieces } from './dragPieces';

/** The drag of a target, or null when it cannot be dragged now. */
export function startDrag(context: DragContext, held: Target, selection: readonly Target[]): Drag | null {
  switch (held.kind) {
    case 'emotion-point':
      return dragFace(context, held);
    case 'stage':
      return dragStage(context, held);
    case 'step':
      return dragStep(context, held);
    case 'lane':
      return dragLane(context, held);
    default:
      return dragPieces(context, held, selection);
  }
}
