import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import { flushSync } from 'react-dom';
import type { BoardController } from '@/editor/boardController';
import { setLayer } from '@/editor/boardLayer';
import { type DifferenceLayer, differenceLayer, type LayerState } from './differenceLayer';

export type JourneyController = BoardController<JourneyMapDoc>;

/** Lays the differences over the board as they are looked at now. */
export function lookAt(controller: JourneyController, state: LayerState): DifferenceLayer {
  const layer = differenceLayer(state);
  // The bar takes its room at once: what is shown next is brought into the view that is left.
  flushSync(() => setLayer(controller as unknown as Parameters<typeof setLayer>[0], layer));
  controller.view.measure();
  return layer;
}

/** Looks at one difference: it is chosen and brought into view. */
export function goToDifference(controller: JourneyController, key: string): void {
  const layer = layerOn(controller);
  if (!layer) return;
  controller.editing.finish();
  const next = lookAt(controller, { ...layer.state, current: key });
  const placed = next.picture(controller.now())?.placed.get(key);
  if (!placed) return;
  controller.select(placed.target ? [placed.target] : []);
  // Choosing a stage may lay the board out anew.
  controller.moves.reveal(next.picture(controller.now())?.placed.get(key)?.box ?? placed.box);
}

/** The differences that lie over the board now. */
export const layerOn = ({ ui }: Pick<JourneyController, 'ui'>): DifferenceLayer | null => {
  const { layer } = ui.getState();
  return layer && 'foundIn' in layer ? (layer as DifferenceLayer) : null;
};

export function leaveDifferences(controller: JourneyController): void {
  setLayer(controller as unknown as Parameters<typeof setLayer>[0], null);
  controller.focusBoard();
}
