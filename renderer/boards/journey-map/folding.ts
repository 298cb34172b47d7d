import { setInfo } from '@shared/boards/journey-map/commands/info';
import { foldLane } from '@shared/boards/journey-map/commands/lanes';
import type { JourneyMapDoc, Lane } from '@shared/boards/journey-map/model';
import type { Target } from '@shared/scene/primitives';
import type { BoardController } from '@/editor/boardController';
import { laneOf, whereIs } from './entities';

/** Rows that the compact layout shows folded until they are opened; opening them there changes nothing in the document. */
const FOLDED_WHEN_COMPACT: ReadonlySet<string> = new Set(['actions', 'contents']);

type Folding = Pick<BoardController<JourneyMapDoc>, 'session' | 'ui' | 'now'>;

export function isFolded(controller: Folding, lane: Lane): boolean {
  if (lane.folded) return true;
  const { compact } = controller.now().inputs;
  return compact && FOLDED_WHEN_COMPACT.has(lane.kind) && !controller.ui.getState().unfolded.includes(lane.id);
}

/** Folds a row to one line, or opens it. */
export function setFolded(controller: Folding, lane: Lane, folded: boolean): void {
  const { unfolded } = controller.ui.getState();
  const byItself = controller.now().inputs.compact && FOLDED_WHEN_COMPACT.has(lane.kind);
  if (byItself) {
    const others = unfolded.filter((id) => id !== lane.id);
    controller.ui.setState({ unfolded: folded ? others : [...others, lane.id] });
  }
  if (lane.folded !== folded && !(byItself && folded)) controller.session.run(foldLane, { id: lane.id, folded });
}

/** What the path does not show. */
const GRID_ONLY: ReadonlySet<string> = new Set(['note', 'cluster', 'lane', 'figure']);

/** Opens the row a piece is in, so that it can be seen; goes over to the grid for what the path does not show. */
export function uncover(controller: Folding, target: Target): void {
  const { doc } = controller.session.store.getState();
  const { laneId } = whereIs(doc, target);
  const isOnGrid = GRID_ONLY.has(target.kind);
  if (isOnGrid && doc.info.form === 'path') controller.session.run(setInfo, { fields: { form: 'grid' } });
  const lane = laneId && laneOf(doc, laneId);
  if (lane && isFolded(controller, lane)) setFolded(controller, lane, false);
}
