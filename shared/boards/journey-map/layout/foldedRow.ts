import type { Primitive } from '../../../scene/primitives';
import { stable } from '../../pieces/layoutMemo';
import { icon } from '../../pieces/shapes';
import { drawBlock, editBoxOf, textBlock } from '../../pieces/textBlock';
import { FIGURE_LANES, type JourneyMapDoc, type Lane } from '../model';
import { indicatorsIn, notesIn, touchpointsIn } from '../order';
import { shownPoints, shownTouchpoints } from '../shown';
import type { StageColumn } from './columns';
import { tells } from './figureLane';
import type { MapFrame, Row } from './frame';
import { laneTitle, rowBase } from './rowParts';

/** How many things a row holds in a stage. */
export function countIn(doc: JourneyMapDoc, lane: Lane, column: StageColumn): number {
  const steps = column.steps.map(({ step }) => step.id);
  const sum = (count: (stepId: (typeof steps)[number]) => number) => steps.reduce((all, id) => all + count(id), 0);
  if (lane.kind === 'touchpoints')
    return sum((stepId) => shownTouchpoints(doc, touchpointsIn(doc, { laneId: lane.id, stepId })).length);
  if (lane.kind === 'indicators') return sum((stepId) => indicatorsIn(doc, { laneId: lane.id, stepId }).length);
  if (lane.kind === 'emotion') {
    const own = new Set(steps);
    return shownPoints(doc, lane).filter((point) => own.has(point.stepId)).length;
  }
  if (FIGURE_LANES.has(lane.kind)) return tells(lane, column.stage) ? 1 : 0;
  const place = { laneId: lane.id, stageId: column.stage.id };
  return notesIn(doc, { ...place, stepId: null }).length + sum((stepId) => notesIn(doc, { ...place, stepId }).length);
}

/** A row folded to one line: its name and the count of each stage. */
export function foldedRow(lane: Lane, frame: MapFrame): Row {
  const m = frame.m.folded;
  const padLeft = frame.m.lane.pad[3] + m.icon + 7;
  const title = textBlock(laneTitle(lane, frame), m.title, frame.m.laneHeader - padLeft - 4, frame);
  const height = Math.max(m.height, title.height + 8) + frame.m.line;
  const draw = (out: Primitive[], y: number, h: number): void => {
    out.push(rowBase(lane, frame, y, h, { ground: frame.theme.color.paper2 }));
    out.push(
      stable(frame.memo, `folded/${lane.id}`, [lane, y, h, frame.x], () => {
        const children: Primitive[] = [];
        const ink = frame.theme.color.ink2;
        children.push(icon('caret-right', frame.x + frame.m.lane.pad[3], y + (h - m.icon) / 2, m.icon, ink));
        const top = y + (h - frame.m.line - title.height) / 2;
        drawBlock(children, title, frame.x + padLeft, top, ink);
        const bounds = { x: frame.x, y, w: frame.m.laneHeader, h };
        const box = { x: frame.x + padLeft, y: top, w: frame.m.laneHeader - padLeft - 4 };
        const editBox = editBoxOf(title, box, lane.title, ink, { background: frame.theme.color.paper2 });
        return { type: 'group', role: 'h2', target: { kind: 'lane', id: lane.id }, bounds, children, editBox } as const;
      }),
    );
    for (const column of frame.columns.stages) out.push(foldedCell(lane, frame, column, y, h));
  };
  return { lane, height, isEmotion: false, isBlank: false, draw };
}

function foldedCell(lane: Lane, frame: MapFrame, column: StageColumn, y: number, h: number): Primitive {
  const count = countIn(frame.doc, lane, column);
  const left = column.x + frame.m.line + frame.m.contents.pad[3];
  const key = `folded/${lane.id}/${column.stage.id}`;
  return stable(frame.memo, key, [count, lane.kind, column.x, column.w, y, h], () => {
    const text = frame.t(`journey.count.${lane.kind}`, { count });
    const block = textBlock(text, frame.m.folded.count, column.w - (left - column.x) - 4, frame);
    const children: Primitive[] = [];
    drawBlock(children, block, left, y + (h - frame.m.line - block.height) / 2, frame.theme.color.ink2);
    return { type: 'group', role: 'p', bounds: { x: column.x, y, w: column.w, h }, children } as const;
  });
}
