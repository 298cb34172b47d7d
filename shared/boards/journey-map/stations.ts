import type { StepId } from '../../base/ids';
import { memoised } from '../../model/reading';
import type { JourneyMapDoc, Lane, Touchpoint } from './model';
import { lanesInOrder, touchpointsIn } from './order';
import { shownTouchpoints } from './shown';

const touchpointLanes = memoised((lanes: JourneyMapDoc['lanes']): readonly Lane[] =>
  lanesInOrder({ lanes } as JourneyMapDoc).filter(({ kind, hidden }) => kind === 'touchpoints' && !hidden),
);

/** The row that new stations of the path go to; undefined where every row of touchpoints is hidden. */
export const stationLane = (doc: JourneyMapDoc): Lane | undefined => touchpointLanes(doc.lanes)[0];

/** Touchpoints of a moment in the order in which the path passes them: those of every row that is shown. */
export const stationsIn = (doc: JourneyMapDoc, stepId: StepId): readonly Touchpoint[] =>
  touchpointLanes(doc.lanes).flatMap(({ id }) => shownTouchpoints(doc, touchpointsIn(doc, { laneId: id, stepId })));

/** Columns that a moment takes: one, or on the path one for each of its stations. */
export const momentsIn = (doc: JourneyMapDoc, stepId: StepId): number =>
  doc.info.form === 'path' ? Math.max(1, stationsIn(doc, stepId).length) : 1;
