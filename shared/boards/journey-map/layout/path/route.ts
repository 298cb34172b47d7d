import type { Box } from '../../../../scene/primitives';
import type { Halt } from './halts';
import type { PathMetrics } from './pathMetrics';

/** A point of the scene. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A smooth line: SVG path data, and places on it near enough to each other to keep words off it. */
export interface Route {
  readonly d: string;
  readonly spots: readonly Spot[];
}

/** How far the control points of the line lie from its stations, as a share of what is between: it leaves them level. */
const LEVEL = 0.56;
/** Places that are looked at on each stretch of the line. */
const SAMPLES = 26;

const num = (value: number): string => String(Math.round(value * 100) / 100);

/** Place on a cubic curve, `t` from 0 to 1. */
function onCurve(a: Spot, b: Spot, c: Spot, d: Spot, t: number): Spot {
  const u = 1 - t;
  const at = (p: number, q: number, r: number, s: number) =>
    u * u * u * p + 3 * u * u * t * q + 3 * u * t * t * r + t * t * t * s;
  return { x: at(a.x, b.x, c.x, d.x), y: at(a.y, b.y, c.y, d.y) };
}

/** A cubic curve from a point on: its path data and the places on it. */
export function curveTo(a: Spot, b: Spot, c: Spot, d: Spot): Route {
  const spots = Array.from({ length: SAMPLES }, (_, at) => onCurve(a, b, c, d, (at + 1) / SAMPLES));
  return { d: `C${num(b.x)} ${num(b.y)} ${num(c.x)} ${num(c.y)} ${num(d.x)} ${num(d.y)}`, spots };
}

/** A straight line from a point on. */
export function lineTo(a: Spot, b: Spot, step: number): Route {
  const count = Math.max(1, Math.ceil(Math.hypot(b.x - a.x, b.y - a.y) / step));
  const spots = Array.from({ length: count }, (_, at) => {
    const t = (at + 1) / count;
    return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
  });
  return { d: `L${num(b.x)} ${num(b.y)}`, spots };
}

/** Stretches joined into one line. */
export const joined = (start: Spot, parts: readonly Route[]): Route => ({
  d: `M${num(start.x)} ${num(start.y)}${parts.map(({ d }) => d).join('')}`,
  spots: [start, ...parts.flatMap(({ spots }) => spots)],
});

/** Boxes around the places of a line, `reach` to each side. */
export const boxesOn = ({ spots }: Pick<Route, 'spots'>, reach: number): readonly Box[] =>
  spots.map(({ x, y }) => ({ x: x - reach, y: y - reach, w: 2 * reach, h: 2 * reach }));

/**
 * The line of the path: level through every halt, in order, never above or below both its ends between two of them. It runs in
 * from the left and out to the right, to the edges where the map goes on there.
 */
export function pathRoute(
  halts: readonly Halt[],
  span: { readonly from: number; readonly to: number },
  m: PathMetrics,
): Route | null {
  const first = halts[0];
  const last = halts[halts.length - 1];
  if (!first || !last) return null;
  const start = { x: Math.min(span.from, first.x), y: first.y };
  const step = m.line.casing / 2;
  const parts: Route[] = [lineTo(start, first, step)];
  for (let at = 1; at < halts.length; at++) {
    const a = halts[at - 1];
    const b = halts[at];
    if (!a || !b) continue;
    const reach = (b.x - a.x) * LEVEL;
    parts.push(curveTo(a, { x: a.x + reach, y: a.y }, { x: b.x - reach, y: b.y }, b));
  }
  parts.push(lineTo(last, { x: Math.max(span.to, last.x), y: last.y }, step));
  return joined(start, parts);
}
