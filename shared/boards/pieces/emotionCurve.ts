/**
 * The emotion curve: monotone cubic interpolation (F. N. Fritsch and R. E. Carlson, "Monotone Piecewise Cubic Interpolation",
 * SIAM J. Numer. Anal. 17, 1980; slopes at inner points by the weighted harmonic mean of Fritsch and Butland, 1984). Between two
 * points it rises or falls without turning, so it never leaves the range of its points: never past -2 or +2.
 */
export interface CurvePoint {
  readonly x: number;
  readonly y: number;
}

/** A cubic between two points; `m0` and `m1` are slopes dy/dx at its ends. x is linear in its parameter. */
export interface CurveSegment {
  readonly x0: number;
  readonly y0: number;
  readonly m0: number;
  readonly x1: number;
  readonly y1: number;
  readonly m1: number;
}

export interface Curve {
  readonly points: readonly CurvePoint[];
  readonly segments: readonly CurveSegment[];
}

/** Least distance in x between two points, so that the curve stays a function of x. */
const LEAST_STEP = 0.5;

function increasing(points: readonly CurvePoint[]): readonly CurvePoint[] {
  let last = Number.NEGATIVE_INFINITY;
  return points.map((point) => {
    const x = Math.max(point.x, last + LEAST_STEP);
    last = x;
    return x === point.x ? point : { x, y: point.y };
  });
}

function slopeBetween(a: CurvePoint, b: CurvePoint): number {
  return (b.y - a.y) / (b.x - a.x);
}

/** Slope at an inner point: zero at a turn, else the harmonic mean weighted by the distances to its neighbours. */
function innerSlope(before: CurvePoint, at: CurvePoint, after: CurvePoint): number {
  const left = slopeBetween(before, at);
  const right = slopeBetween(at, after);
  if (left * right <= 0) return 0;
  const dLeft = at.x - before.x;
  const dRight = after.x - at.x;
  return (3 * (dLeft + dRight)) / ((2 * dRight + dLeft) / left + (dRight + 2 * dLeft) / right);
}

function slopesOf(points: readonly CurvePoint[]): readonly number[] {
  return points.map((point, index) => {
    const before = points[index - 1];
    const after = points[index + 1];
    if (before && after) return innerSlope(before, point, after);
    if (after) return slopeBetween(point, after);
    return before ? slopeBetween(before, point) : 0;
  });
}

/** The curve through points given from left to right, in any units; points on one vertical are set half a unit apart. */
export function monotoneCurve(given: readonly CurvePoint[]): Curve {
  const points = increasing(given);
  const slopes = slopesOf(points);
  const segments: CurveSegment[] = [];
  for (let i = 0; i + 1 < points.length; i++) {
    const a = points[i];
    const b = points[i + 1];
    if (a && b) segments.push({ x0: a.x, y0: a.y, m0: slopes[i] ?? 0, x1: b.x, y1: b.y, m1: slopes[i + 1] ?? 0 });
  }
  return { points, segments };
}

function valueOn(segment: CurveSegment, x: number): number {
  const h = segment.x1 - segment.x0;
  const t = Math.min(1, Math.max(0, (x - segment.x0) / h));
  const s = 1 - t;
  const value =
    s * s * (1 + 2 * t) * segment.y0 + t * t * (3 - 2 * t) * segment.y1 + h * s * t * (s * segment.m0 - t * segment.m1);
  // Rounding may step over an end by one unit in the last place.
  return Math.min(Math.max(value, Math.min(segment.y0, segment.y1)), Math.max(segment.y0, segment.y1));
}

function slopeOn(segment: CurveSegment, x: number): number {
  const h = segment.x1 - segment.x0;
  const t = (x - segment.x0) / h;
  const s = 1 - t;
  return (6 * s * t * (segment.y1 - segment.y0)) / h + s * (1 - 3 * t) * segment.m0 + t * (3 * t - 2) * segment.m1;
}

/** Index of the first segment that ends at or after x. */
function segmentIndex(curve: Curve, x: number): number {
  let low = 0;
  let high = curve.segments.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((curve.segments[middle]?.x1 ?? 0) < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Height of the curve at x; outside it, the height of its nearer end. */
export function curveAt(curve: Curve, x: number): number {
  const segment = curve.segments[segmentIndex(curve, x)];
  return segment ? valueOn(segment, x) : (curve.points[0]?.y ?? 0);
}

/** Least and greatest height of the curve between two abscissas; null where there is no curve. */
export function curveRange(
  curve: Curve,
  from: number,
  to: number,
): { readonly min: number; readonly max: number } | null {
  const first = curve.points[0];
  const last = curve.points[curve.points.length - 1];
  if (!first || !last || to < first.x || from > last.x) return null;
  const a = Math.max(from, first.x);
  const b = Math.min(to, last.x);
  const start = segmentIndex(curve, a);
  let segment = curve.segments[start];
  if (!segment) return { min: first.y, max: first.y };
  const left = valueOn(segment, a);
  let min = left;
  let max = left;
  // Extremes of a monotone piece are at its ends.
  let at = start;
  while (segment && segment.x1 < b) {
    min = Math.min(min, segment.y1);
    max = Math.max(max, segment.y1);
    at++;
    segment = curve.segments[at];
  }
  const right = segment ? valueOn(segment, b) : last.y;
  return { min: Math.min(min, right), max: Math.max(max, right) };
}

const round = (value: number): number => Math.round(value * 100) / 100;
const at = (x: number, y: number): string => `${round(x)} ${round(y)}`;

function cubicTo(segment: CurveSegment): string {
  const h = (segment.x1 - segment.x0) / 3;
  const one = at(segment.x0 + h, segment.y0 + h * segment.m0);
  const two = at(segment.x1 - h, segment.y1 - h * segment.m1);
  return `C${one} ${two} ${at(segment.x1, segment.y1)}`;
}

/** SVG path of the curve; empty without points. */
export function curvePath(curve: Curve): string {
  const first = curve.points[0];
  if (!first) return '';
  return `M${at(first.x, first.y)}${curve.segments.map(cubicTo).join('')}`;
}

/** Abscissa where a monotone segment crosses a level, to a thousandth of a unit. */
function crossing(segment: CurveSegment, level: number): number {
  let low = segment.x0;
  let high = segment.x1;
  const rises = segment.y1 > segment.y0;
  while (high - low > 1e-3) {
    const middle = (low + high) / 2;
    if (valueOn(segment, middle) < level === rises) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function part(segment: CurveSegment, x0: number, x1: number, y0: number, y1: number): CurveSegment {
  return { x0, y0, m0: slopeOn(segment, x0), x1, y1, m1: slopeOn(segment, x1) };
}

/** Cuts a segment where it crosses a level, so that each piece lies on one side. */
function cutAt(segment: CurveSegment, level: number): readonly CurveSegment[] {
  if ((segment.y0 - level) * (segment.y1 - level) >= 0) return [segment];
  const x = crossing(segment, level);
  if (x - segment.x0 < 1e-2 || segment.x1 - x < 1e-2) return [segment];
  return [part(segment, segment.x0, x, segment.y0, level), part(segment, x, segment.x1, level, segment.y1)];
}

function areaOf(run: readonly CurveSegment[], level: number): string {
  const first = run[0];
  const last = run[run.length - 1];
  if (!first || !last) return '';
  return `M${at(first.x0, level)}L${at(first.x0, first.y0)}${run.map(cubicTo).join('')}L${at(last.x1, level)}Z`;
}

/** SVG paths of the areas between the curve and a level: where y is less than it, and where y is more. */
export function curveAreas(curve: Curve, level: number): { readonly less: string; readonly more: string } {
  const paths = { less: '', more: '' };
  let run: CurveSegment[] = [];
  let side: 'less' | 'more' = 'less';
  const close = () => {
    paths[side] += areaOf(run, level);
    run = [];
  };
  for (const piece of curve.segments.flatMap((segment) => cutAt(segment, level))) {
    const next = piece.y0 + piece.y1 < 2 * level ? 'less' : 'more';
    if (next !== side) close();
    side = next;
    run.push(piece);
  }
  close();
  return paths;
}

/** A felt moment: x in scene units, valence -2..+2. */
export interface FeltPoint {
  readonly x: number;
  readonly valence: number;
}

/** How far towards neutral the curve comes back at the edges of the sheet, where nobody was asked. */
const RELAX = 0.35;

/** Valence at an edge of the sheet: nearer to neutral than the nearest point, never past it. */
export const edgeValence = (valence: number): number => Math.sign(valence) * Math.max(0, Math.abs(valence) - RELAX);

const clamped = (valence: number): number => Math.min(2, Math.max(-2, valence));

/**
 * The curve of one persona across the sheet: through its points (valences cut to -2..+2), and on to both edges.
 * `ends` gives the valence at the edges where the curve goes on beyond them (bands of a poster). Result in valences.
 */
export function emotionCurve(
  points: readonly FeltPoint[],
  edges: { readonly from: number; readonly to: number; readonly fromValence?: number; readonly toValence?: number },
): Curve {
  const felt = points.map((point) => ({ x: point.x, y: clamped(point.valence) }));
  const first = felt[0];
  const last = felt[felt.length - 1];
  if (!first || !last) return { points: [], segments: [] };
  if (first.x - edges.from > LEAST_STEP)
    felt.unshift({ x: edges.from, y: clamped(edges.fromValence ?? edgeValence(first.y)) });
  if (edges.to - last.x > LEAST_STEP) felt.push({ x: edges.to, y: clamped(edges.toValence ?? edgeValence(last.y)) });
  return monotoneCurve(felt);
}

/** The same curve in other units of y: `scale * y + shift`. */
export function scaledCurve(curve: Curve, scale: number, shift: number): Curve {
  const y = (value: number) => value * scale + shift;
  return {
    points: curve.points.map((point) => ({ x: point.x, y: y(point.y) })),
    segments: curve.segments.map((segment) => ({
      ...segment,
      y0: y(segment.y0),
      y1: y(segment.y1),
      m0: segment.m0 * scale,
      m1: segment.m1 * scale,
    })),
  };
}
