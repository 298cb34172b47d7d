import type { Box } from '../scene/primitives';
import type { PathPiece } from './pathPieces';

/** A line of points, flat: x, y, x, y. */
export type Polyline = readonly number[];

/** Pieces moved and scaled: `scale` first. */
export function placedPieces(pieces: readonly PathPiece[], x: number, y: number, scale: number): readonly PathPiece[] {
  const px = (value: number) => value * scale + x;
  const py = (value: number) => value * scale + y;
  return pieces.map((piece): PathPiece => {
    if (piece.kind === 'close') return piece;
    if (piece.kind !== 'cubic') return { kind: piece.kind, x: px(piece.x), y: py(piece.y) };
    const [a, b, c, d, e, f] = piece.points;
    return { kind: 'cubic', points: [px(a), py(b), px(c), py(d), px(e), py(f)] };
  });
}

/** The outline as pieces of straight lines. */
export const piecesOfLine = (points: Polyline, isClosed: boolean): readonly PathPiece[] => {
  const pieces: PathPiece[] = [];
  for (let at = 0; at + 1 < points.length; at += 2)
    pieces.push({ kind: at === 0 ? 'move' : 'line', x: points[at] ?? 0, y: points[at + 1] ?? 0 });
  return isClosed ? [...pieces, { kind: 'close' }] : pieces;
};

/** Box around an outline, by the points that hold its curves: never smaller than what it inks. */
export function boxOfPieces(pieces: readonly PathPiece[]): Box {
  const xs: number[] = [];
  const ys: number[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'close') continue;
    const points = piece.kind === 'cubic' ? piece.points : [piece.x, piece.y];
    for (const [at, value] of points.entries()) (at % 2 === 0 ? xs : ys).push(value);
  }
  if (xs.length === 0) return { x: 0, y: 0, w: 0, h: 0 };
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, w: Math.max(...xs) - x, h: Math.max(...ys) - y };
}

/** True when one box lies within another, but for rounding. */
export const isInside = (inner: Box, outer: Box, slack = 1e-6): boolean =>
  inner.x >= outer.x - slack &&
  inner.y >= outer.y - slack &&
  inner.x + inner.w <= outer.x + outer.w + slack &&
  inner.y + inner.h <= outer.y + outer.h + slack;

/** What two boxes have in common; null for nothing. */
export function common(a: Box, b: Box): Box | null {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  const w = Math.min(a.x + a.w, b.x + b.w) - x;
  const h = Math.min(a.y + a.h, b.y + b.h) - y;
  return w > 0 && h > 0 ? { x, y, w, h } : null;
}

/** Straight pieces of a cubic when it must be cut: finer than anybody sees on a slide. */
const FLAT = 16;

/** The outline as polygons, its curves flattened. */
function polygonsOf(pieces: readonly PathPiece[]): readonly number[][] {
  const all: number[][] = [];
  let own: number[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'move') {
      own = [piece.x, piece.y];
      all.push(own);
    } else if (piece.kind === 'line') own.push(piece.x, piece.y);
    else if (piece.kind === 'cubic') {
      const [x0, y0] = [own.at(-2) ?? 0, own.at(-1) ?? 0];
      const [a, b, c, d, e, f] = piece.points;
      for (let step = 1; step <= FLAT; step++) {
        const t = step / FLAT;
        const u = 1 - t;
        own.push(
          u * u * u * x0 + 3 * u * u * t * a + 3 * u * t * t * c + t * t * t * e,
          u * u * u * y0 + 3 * u * u * t * b + 3 * u * t * t * d + t * t * t * f,
        );
      }
    } else {
      const [x, y] = [own[0] ?? 0, own[1] ?? 0];
      own = [x, y];
      // What follows a closed outline without a move begins where it began.
      all.push(own);
    }
  }
  return all.filter(({ length }) => length >= 4);
}

/** An area cut to a box (Sutherland and Hodgman, 1974): a slide has no clips. */
export function cutArea(pieces: readonly PathPiece[], box: Box): readonly PathPiece[] {
  const edges: readonly (readonly [axis: 0 | 1, at: number, isLeast: boolean])[] = [
    [0, box.x, true],
    [0, box.x + box.w, false],
    [1, box.y, true],
    [1, box.y + box.h, false],
  ];
  return polygonsOf(pieces).flatMap((polygon) => {
    let points: readonly number[] = polygon;
    for (const [axis, at, isLeast] of edges) points = cutAtEdge(points, axis, at, isLeast);
    return points.length >= 6 ? piecesOfLine(points, true) : [];
  });
}

function cutAtEdge(points: Polyline, axis: 0 | 1, at: number, isLeast: boolean): Polyline {
  const out: number[] = [];
  const count = points.length / 2;
  const isIn = (value: number) => (isLeast ? value >= at : value <= at);
  for (let index = 0; index < count; index++) {
    const before = ((index + count - 1) % count) * 2;
    const [px, py] = [points[before] ?? 0, points[before + 1] ?? 0];
    const [x, y] = [points[index * 2] ?? 0, points[index * 2 + 1] ?? 0];
    const [was, is] = axis === 0 ? [px, x] : [py, y];
    if (isIn(was) !== isIn(is)) {
      const t = (at - was) / (is - was);
      out.push(axis === 0 ? at : px + t * (x - px), axis === 1 ? at : py + t * (y - py));
    }
    if (isIn(is)) out.push(x, y);
  }
  return out;
}

/** A line cut to a box (Liang and Barsky, 1984), in as many pieces as stay. */
export function cutStroke(pieces: readonly PathPiece[], box: Box): readonly PathPiece[] {
  const closed = pieces.some(({ kind }) => kind === 'close');
  return polygonsOf(pieces).flatMap((polygon) => {
    const points = closed ? [...polygon, polygon[0] ?? 0, polygon[1] ?? 0] : polygon;
    const out: PathPiece[] = [];
    let last: readonly [number, number] | null = null;
    for (let at = 0; at + 3 < points.length; at += 2) {
      const kept = cutSegment(points.slice(at, at + 4), box);
      if (!kept) continue;
      const [x0, y0, x1, y1] = kept;
      if (!last || last[0] !== x0 || last[1] !== y0) out.push({ kind: 'move', x: x0, y: y0 });
      out.push({ kind: 'line', x: x1, y: y1 });
      last = [x1, y1];
    }
    return out;
  });
}

function cutSegment(segment: Polyline, box: Box): readonly [number, number, number, number] | null {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = segment;
  const [dx, dy] = [x1 - x0, y1 - y0];
  let [from, to] = [0, 1];
  for (const [p, q] of [
    [-dx, x0 - box.x],
    [dx, box.x + box.w - x0],
    [-dy, y0 - box.y],
    [dy, box.y + box.h - y0],
  ] as const) {
    if (p === 0 && q < 0) return null;
    if (p < 0) from = Math.max(from, q / p);
    if (p > 0) to = Math.min(to, q / p);
  }
  if (from > to || (dx === 0 && dy === 0)) return null;
  return [
    from === 0 ? x0 : x0 + from * dx,
    from === 0 ? y0 : y0 + from * dy,
    to === 1 ? x1 : x0 + to * dx,
    to === 1 ? y1 : y0 + to * dy,
  ];
}
