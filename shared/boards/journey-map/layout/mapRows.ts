import type { Lane } from '../model';
import { lanesInOrder } from '../order';
import { conversionRow } from './conversionLane';
import { durationRow } from './durationLane';
import { emotionRow } from './emotionLane';
import { foldedRow } from './foldedRow';
import type { MapFrame, Row } from './frame';
import { indicatorRow } from './indicatorLane';
import { linesRow } from './journeyLines';
import { inItsLook, linedLanes } from './laneLook';
import { pathParts } from './latePath';
import { notesRow } from './noteKits';
import { stageHeaderRow, stepRow } from './stageHeader';
import { touchpointRow } from './touchpointLane';

/** The row of a lane, open. */
function openRow(lane: Lane, frame: MapFrame): Row {
  if (lane.kind === 'touchpoints') return touchpointRow(lane, frame);
  if (lane.kind === 'emotion') return emotionRow(lane, frame);
  if (lane.kind === 'indicators') return indicatorRow(lane, frame);
  if (lane.kind === 'conversion') return conversionRow(lane, frame);
  if (lane.kind === 'duration') return durationRow(lane, frame);
  return notesRow(lane, frame);
}

/** Holds the place of a path for as long as its code is being read. */
const UNREAD: Row = { lane: null, height: 632, isEmotion: true, isBlank: false, draw: () => {} };

/**
 * The rows of the map from top to bottom: stages, steps where they have names, then the lanes that are not hidden. On screen
 * they have whole heights, so that rules stay sharp at zoom 1. In the form of a path, one row stands for all lanes.
 */
export function mapRows(frame: MapFrame, isFolded: (lane: Lane) => boolean): readonly Row[] {
  const lanes = lanesInOrder(frame.doc).filter((lane) => !lane.hidden);
  const lined = linedLanes(lanes);
  const lines = linesRow(frame);
  const steps = stepRow(frame);
  return [
    stageHeaderRow(frame),
    ...(lines ? [lines] : []),
    ...(steps ? [steps] : []),
    ...(frame.doc.info.form === 'path'
      ? [pathParts()?.PATH.row(frame) ?? UNREAD]
      : lanes.map((lane) =>
          isFolded(lane) ? foldedRow(lane, frame) : inItsLook(openRow(lane, frame), lane, frame, lined),
        )),
  ].map((row) => (frame.isPoster ? row : { ...row, height: Math.round(row.height) }));
}
