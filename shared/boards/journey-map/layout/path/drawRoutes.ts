import type { Box, GroupPrimitive, PathPrimitive, Primitive } from '../../../../scene/primitives';
import { TRANSPARENT } from '../../../pieces/shapes';
import type { MapFrame } from '../frame';
import type { JumpRoute } from './jumpRoutes';
import type { PathMetrics } from './pathMetrics';
import type { PathPlan } from './pathPlan';
import type { Route, Spot } from './route';

function boundsOf(spots: readonly Spot[], reach: number): Box {
  const xs = spots.map(({ x }) => x);
  const ys = spots.map(({ y }) => y);
  const x = Math.min(...xs) - reach;
  const y = Math.min(...ys) - reach;
  return { x, y, w: Math.max(...xs) + reach - x, h: Math.max(...ys) + reach - y };
}

/** The drawn line of a route whose heights count from `top`. */
function stroked(route: Route, top: number, paint: Omit<PathPrimitive, 'type' | 'd' | 'bounds'>): PathPrimitive {
  const bounds = boundsOf(route.spots, (paint.strokeWidth ?? 1) / 2);
  return { type: 'path', d: route.d, y: top, ...paint, bounds: { ...bounds, y: bounds.y + top } };
}

/** The line of the path: a road with a dashed middle. What it passes is told by its stations. */
export function drawLine(plan: PathPlan, y: number, frame: MapFrame, m: PathMetrics): GroupPrimitive | null {
  const { line } = plan;
  if (!line) return null;
  const { color } = frame.theme;
  const { casing, width, core, on, off } = m.line;
  const children = [
    stroked(line, y, { stroke: color.paper, strokeWidth: casing, lineCap: 'round', lineJoin: 'round' }),
    stroked(line, y, { stroke: roadOf(frame), strokeWidth: width, lineCap: 'round', lineJoin: 'round' }),
    stroked(line, y, { stroke: coreOf(frame), strokeWidth: core, dash: [on, off] }),
  ];
  const bounds = boundsOf(line.spots, casing / 2);
  return { type: 'group', role: 'artifact', bounds: { ...bounds, y: bounds.y + y }, children };
}

const isDark = ({ theme }: MapFrame): boolean => theme.isDark;
const roadOf = (frame: MapFrame) => (isDark(frame) ? frame.theme.curve : frame.theme.color.ink);
const coreOf = (frame: MapFrame) => (isDark(frame) ? frame.theme.color.paper : frame.theme.color.gold);

function arrowHead({ at, down }: NonNullable<JumpRoute['arrow']>, top: number, size: number, fill: string): Primitive {
  const tip = at.y + top + (down ? size * 0.8 : -size * 0.8);
  const back = at.y + top - (down ? size * 0.2 : -size * 0.2);
  return {
    type: 'line',
    closed: true,
    fill,
    points: [at.x, tip, at.x - size * 0.6, back, at.x + size * 0.6, back],
  };
}

/** A way back, around or out. It can be hit along its course, a little beside it too. */
export function drawJump(way: JumpRoute, y: number, frame: MapFrame, m: PathMetrics): readonly GroupPrimitive[] {
  const { jump, route, arrow, bar } = way;
  const { color } = frame.theme;
  const isExit = jump.kind === 'exit';
  const stroke = isExit ? color.red : color.blue;
  const { loop, exit, on, off, head } = m.jump;
  const children: Primitive[] = [
    stroked(route, y, isExit ? { stroke, strokeWidth: exit } : { stroke, strokeWidth: loop, dash: [on, off] }),
  ];
  if (arrow) children.push(arrowHead(arrow, y, head, stroke));
  if (bar) {
    const half = m.jump.bar / 2;
    const points = [bar.at.x - half, bar.at.y + y, bar.at.x + half, bar.at.y + y];
    children.push({ type: 'line', points, stroke, strokeWidth: exit });
  }
  const bounds = boundsOf(route.spots, Math.max(head, half(bar, m)));
  const drawn: GroupPrimitive = { type: 'group', role: 'artifact', bounds: { ...bounds, y: bounds.y + y }, children };
  if (frame.isPoster) return [drawn];
  return [drawn, ...hitBoxes(route, m).map((box) => hit({ ...box, y: box.y + y }, jump.id))];
}

const half = (bar: JumpRoute['bar'], m: PathMetrics): number => (bar ? m.jump.bar / 2 : 0);

const hit = (bounds: Box, id: string): GroupPrimitive => ({
  type: 'group',
  role: 'artifact',
  target: { kind: 'jump', id },
  bounds,
  children: [{ type: 'rect', ...bounds, fill: TRANSPARENT }],
});

/** Boxes along a course, each of a few of its places. */
function hitBoxes({ spots }: Route, m: PathMetrics): readonly Box[] {
  const boxes: Box[] = [];
  let from = 0;
  for (let at = 1; at < spots.length; at++) {
    const part = spots.slice(from, at + 1);
    const box = boundsOf(part, m.near);
    const isThin = Math.min(box.w, box.h) <= 3.2 * m.near;
    if (isThin && at < spots.length - 1) continue;
    boxes.push(isThin ? box : boundsOf(spots.slice(from, at), m.near));
    from = isThin ? at : at - 1;
    if (!isThin && from === at - 1 && spots.length - 1 === at) boxes.push(boundsOf(spots.slice(from), m.near));
  }
  return boxes;
}
