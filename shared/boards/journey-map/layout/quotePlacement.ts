import type { Box } from '../../../scene/primitives';
import { type Curve, curveRange } from '../emotionCurve';
import type { Align, TextBlock } from './textBlock';

/** A face on the band: quotes keep off it. */
export interface FaceSpot {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

/** Something said at a point of the curve, in the ways it can be broken into lines. */
export interface Saying {
  readonly face: FaceSpot;
  /** A valley is spoken above, a peak beside. */
  readonly isValley: boolean;
  /** From the preferred breaking to the last resort. */
  readonly blocks: readonly TextBlock[];
}

export interface PlacedSaying {
  readonly block: TextBlock;
  readonly box: Box;
  readonly align: Align;
}

/** What quotes may not touch. */
export interface BandObstacles {
  readonly curves: readonly Curve[];
  readonly faces: readonly FaceSpot[];
  /** Neutral line; quotes stay on one side of it. */
  readonly zero: number;
  /** Room for text inside the band. */
  readonly room: Box;
  /** Verticals that no quote may cross: the edges of the chosen column. */
  readonly walls: readonly number[];
}

export interface Gaps {
  readonly least: number;
  readonly wished: number;
  readonly face: number;
}

type Side = 'above' | 'right' | 'left' | 'below';

const ORDER_AT_VALLEY: readonly Side[] = ['above', 'right', 'left', 'below'];
const ORDER_AT_PEAK: readonly Side[] = ['right', 'left', 'above', 'below'];
/** How far a quote above or below may slide along its point, as shares of its width. */
const SLIDES = [0, -0.2, 0.2, -0.4, 0.4, -0.6, 0.6] as const;

const overlaps = (a: Box, b: Box, gap: number): boolean =>
  a.x < b.x + b.w + gap && b.x < a.x + a.w + gap && a.y < b.y + b.h + gap && b.y < a.y + a.h + gap;

interface Span {
  readonly x: number;
  readonly w: number;
}

/** Lowest bottom a box may have above the curve and the neutral line, or highest top it may have below them. */
function limitOf(span: Span, side: 'up' | 'down', around: BandObstacles, gap: number): number {
  const from = span.x - gap;
  const to = span.x + span.w + gap;
  const up = side === 'up';
  let limit = around.zero;
  for (const curve of around.curves) {
    const range = curveRange(curve, from, to);
    if (range) limit = up ? Math.min(limit, range.min) : Math.max(limit, range.max);
  }
  for (const face of around.faces) {
    if (face.x + face.r < from || face.x - face.r > to) continue;
    limit = up ? Math.min(limit, face.y - face.r) : Math.max(limit, face.y + face.r);
  }
  return limit;
}

interface Try {
  readonly span: Span;
  readonly region: 'up' | 'down';
  /** Wished middle of the box, for a quote beside its face. */
  readonly middle: number | null;
}

function boxFor(attempt: Try, height: number, around: BandObstacles, gaps: Gaps): Box | null {
  const { span, region, middle } = attempt;
  const limit = limitOf(span, region, around, gaps.least);
  const room = around.room;
  if (region === 'up') {
    const lowest = limit - gaps.least - height;
    if (lowest < room.y) return null;
    const wished = middle === null ? limit - gaps.wished - height : middle - height / 2;
    return { ...span, h: height, y: Math.max(room.y, Math.min(lowest, wished)) };
  }
  const highest = limit + gaps.least;
  const last = room.y + room.h - height;
  if (highest > last) return null;
  const wished = middle === null ? limit + gaps.wished : middle - height / 2;
  return { ...span, h: height, y: Math.min(last, Math.max(highest, wished)) };
}

/** Spans of a width at a side of a face, inside the room and between the walls around the face. */
function spansAt(side: Side, face: FaceSpot, w: number, around: BandObstacles, gaps: Gaps): readonly Span[] {
  const left = Math.max(around.room.x, ...around.walls.filter((wall) => wall <= face.x));
  const right = Math.min(around.room.x + around.room.w, ...around.walls.filter((wall) => wall > face.x));
  if (w > right - left) return [];
  if (side === 'right') return fits(face.x + face.r + gaps.face, w, left, right);
  if (side === 'left') return fits(face.x - face.r - gaps.face - w, w, left, right);
  const seen = new Set<number>();
  return SLIDES.flatMap((slide) => {
    const x = Math.min(right - w, Math.max(left, face.x - w / 2 + slide * w));
    if (seen.has(x)) return [];
    seen.add(x);
    return [{ x, w }];
  });
}

const fits = (x: number, w: number, left: number, right: number): readonly Span[] =>
  x >= left && x + w <= right ? [{ x, w }] : [];

function triesAt(side: Side, saying: Saying, w: number, around: BandObstacles, gaps: Gaps): readonly Try[] {
  const { face } = saying;
  const regions: readonly ('up' | 'down')[] =
    side === 'above' ? ['up'] : side === 'below' ? ['down'] : face.y <= around.zero ? ['up', 'down'] : ['down', 'up'];
  const middle = side === 'left' || side === 'right' ? face.y : null;
  const spans = spansAt(side, face, w, around, gaps);
  return regions.flatMap((region) => spans.map((span) => ({ span, region, middle })));
}

/** Distance from the face, sideways counted more: the smaller, the plainer which face speaks. */
function cost(box: Box, saying: Saying, rank: number): number {
  const { face } = saying;
  const dx = Math.max(0, Math.abs(box.x + box.w / 2 - face.x) - box.w / 2 + face.r);
  const slide = Math.abs(box.x + box.w / 2 - face.x);
  const dy = Math.max(0, box.y - face.y, face.y - box.y - box.h);
  const unit = saying.blocks[0]?.style.lineHeight ?? 1;
  return (dx + slide * 0.5 + dy * 0.5) / unit + rank * 1.5;
}

/** Farther than this many lines from its face, nobody would know who speaks. */
const FAR = 9;

function bestAt(
  side: Side,
  saying: Saying,
  around: BandObstacles,
  gaps: Gaps,
  taken: readonly Box[],
): PlacedSaying | null {
  let best: { readonly placed: PlacedSaying; readonly cost: number } | null = null;
  saying.blocks.forEach((block, rank) => {
    for (const attempt of triesAt(side, saying, block.width, around, gaps)) {
      const box = boxFor(attempt, block.height, around, gaps);
      if (!box || taken.some((other) => overlaps(box, other, gaps.wished))) continue;
      const value = cost(box, saying, rank);
      if (value > FAR || (best && best.cost <= value)) continue;
      best = { placed: { block, box, align: alignOf(side, box, saying.face, around) }, cost: value };
    }
  });
  // The closure above hides the assignment from the compiler.
  return (best as { readonly placed: PlacedSaying } | null)?.placed ?? null;
}

/** Lines stand towards the face: from the left on its right, from the right on its left, centred above and below. */
function alignOf(side: Side, box: Box, face: FaceSpot, around: BandObstacles): Align {
  if (side === 'right') return 'left';
  if (side === 'left') return 'right';
  if (box.x <= around.room.x + 1 && face.x < box.x + box.w / 2) return 'left';
  const end = around.room.x + around.room.w;
  return box.x + box.w >= end - 1 && face.x > box.x + box.w / 2 ? 'right' : 'center';
}

/**
 * Places the quotes of a band, from left to right: for a valley above it, for a peak to its right where the slope leaves
 * room, else to its left; then above, right, left, below. A place is refused when its box would touch a curve, the area under
 * it, a face, another quote, the neutral line, an edge of the band or of the chosen column. Null: there is no place.
 */
export function placeSayings(
  sayings: readonly Saying[],
  around: BandObstacles,
  gaps: Gaps,
): readonly (PlacedSaying | null)[] {
  const taken: Box[] = [];
  return sayings.map((saying) => {
    const order = saying.isValley ? ORDER_AT_VALLEY : ORDER_AT_PEAK;
    for (const side of order) {
      const found = bestAt(side, saying, around, gaps, taken);
      if (found) {
        taken.push(found.box);
        return found;
      }
    }
    return null;
  });
}
