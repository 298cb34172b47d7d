import type { GroupPrimitive, Primitive } from '../../../../scene/primitives';
import { stable } from '../../../pieces/layoutMemo';
import { hitArea } from '../../../pieces/shapes';
import { stationLane } from '../../stations';
import { cellTarget } from '../../targets';
import type { MapFrame, Row } from '../frame';
import { drawFaces, drawHalt, drawStar } from './drawHalts';
import { drawJump, drawLine } from './drawRoutes';
import { drawMargin, drawWords } from './drawWords';
import { bankNames, riverGround } from './ground';
import { pathMetrics } from './pathMetrics';
import { type PathPlan, planFor, plannedHeight } from './pathPlan';

/** Everything the drawing of a path depends on, but for its height. */
const dependencies = (frame: MapFrame) => {
  const { doc, theme, focus, columns, x, bleed, air } = frame;
  const { touchpoints, emotionPoints, indicators, jumps, lanes, steps, stages, info } = doc;
  const about = [info, touchpoints, emotionPoints, indicators, jumps, lanes, steps, stages];
  return [...about, theme.name, focus, columns.key, x, bleed?.right, air];
};

/** The columns of the moments: where a station is added by a double click, a press of Enter, or let go of. */
function cells(frame: MapFrame, y: number, h: number): readonly GroupPrimitive[] {
  const lane = stationLane(frame.doc);
  if (frame.isPoster || !lane) return [];
  return [...frame.columns.stepById.values()].map(({ step, x, w }) =>
    hitArea({ x, y, w, h }, cellTarget({ laneId: lane.id, stageId: step.stageId, stepId: step.id })),
  );
}

function groupsOf(frame: MapFrame, plan: PathPlan, y: number): readonly GroupPrimitive[] {
  const m = pathMetrics(frame.isPoster, frame.air);
  const line = drawLine(plan, y, frame, m);
  const said = (ids: ReadonlySet<string>) => plan.placed.filter(({ words }) => ids.has(words.target.id));
  const stations = plan.halts.flatMap((halt) => {
    const ids = new Set([halt.touchpoint?.id ?? '', ...[...halt.points, ...halt.indicators].map(({ id }) => id)]);
    const texts = said(ids).flatMap((one) => drawWords(one, y, frame, m));
    const star = drawStar(halt, y, frame, m);
    return [...(star ? [star] : []), drawHalt(halt, y, frame, m), ...drawFaces(halt, y, frame, m), ...texts];
  });
  const jumps = plan.jumps.flatMap((way) => {
    const texts = said(new Set([way.jump.id])).flatMap((one) => drawWords(one, y, frame, m));
    return [...texts, ...drawJump(way, y, frame, m)];
  });
  return written([
    riverGround(frame, plan, y, m),
    ...bankNames(frame, plan, y, m),
    ...cells(frame, y, plan.river.height),
    ...(line ? [line] : []),
    ...jumps,
    ...stations,
    ...drawMargin(plan.margin, y + plan.river.height, { y }, frame, m),
  ]);
}

/** What stands for a thing first is what is chosen and written on: the mark of a station has the box of its name. */
function written(groups: readonly GroupPrimitive[]): readonly GroupPrimitive[] {
  const boxes = new Map<string, GroupPrimitive['editBox']>();
  const keyOf = ({ target }: GroupPrimitive): string => (target ? `${target.kind}:${target.id}` : '');
  for (const group of groups) if (group.editBox && !boxes.has(keyOf(group))) boxes.set(keyOf(group), group.editBox);
  const seen = new Set<string>();
  return groups.map((group) => {
    const key = keyOf(group);
    const editBox = boxes.get(key);
    if (!editBox || seen.has(key)) return group;
    seen.add(key);
    return group.editBox ? group : { ...group, editBox };
  });
}

/**
 * The journey as a path: one row, as high as its river with both banks, and under it the margin of what found no place. It takes spare
 * height like the emotion band of the grid.
 */
export function pathRow(frame: MapFrame): Row {
  const key = frame.columns.key;
  const planned = stable(frame.memo, `path/${key}`, dependencies(frame), () => plannedHeight(frame));
  const draw = (out: Primitive[], y: number, height: number): void => {
    const groups = stable(frame.memo, `path groups/${key}`, [planned, y, height], () =>
      groupsOf(frame, planFor(frame, planned, height), y),
    );
    out.push(...groups);
  };
  return { lane: null, height: planned.height, isEmotion: true, most: 1.1, isBlank: false, draw };
}
