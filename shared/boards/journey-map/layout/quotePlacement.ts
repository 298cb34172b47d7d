import type { Box } from '../../../scene/primitives';
import { type Curve, curveRange } from '../../pieces/emotionCurve';
import type { Align, TextBlock } from '../../pieces/textBlock';

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
  /** Each with how much worse it looks than the best, in lines of distance. */
  readonly breakings: readonly Breaking[];
}

export interface Breaking {
  readonly block: TextBlock;
  readonly penalty: number;
}

export interface PlacedSaying {
  readonly block: TextBlock;
  readonly box: Box;
  readonly align: Align;
}

/** A stretch of the abscissa. */
export interface Span {
  readonly x: number;
  readonly w: number;
}

/** What quotes may not touch. */
export interface BandObstacles {
  readonly curves: readonly Curve[];
  readonly faces: readonly FaceSpot[];
  /** Numbers beside the faces of what has no place: kept off like faces, but nobody speaks there. */
  readonly chips: readonly FaceSpot[];
  /** Neutral line; quotes stay on one side of it. */
  readonly zero: number;
  /** Room for text inside the band. */
  readonly room: Box;
}

export interface Gaps {
  readonly least: number;
  readonly wished: number;
  readonly face: number;
}

type Side = 'above' | 'right' | 'left' | 'below';
/** Beside a face, `far` is the other side of the neutral line. */
type Place = { readonly side: Side; readonly far?: true };

const FAR_PLACES: readonly Place[] = [
  { side: 'right', far: true },
  { side: 'left', far: true },
];
const PLACES_AT_VALLEY: readonly Place[] = [
  { side: 'above' },
  { side: 'right' },
  { side: 'left' },
  { side: 'below' },
  ...FAR_PLACES,
];
const PLACES_AT_PEAK: readonly Place[] = [
  { side: 'right' },
  { side: 'left' },
  { side: 'above' },
  { side: 'below' },
  ...FAR_PLACES,
];
/** How far a quote above or below may slide along its point, as shares of its width. */
const SLIDES = [0, -0.2, 0.2, -0.4, 0.4, -0.6, 0.6] as const;

const overlaps = (a: Box, b: Box, gap: number): boolean =>
  a.x < b.x + b.w + gap && b.x < a.x + a.w + gap && a.y < b.y + b.h + gap && b.y < a.y + a.h + gap;

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
  const { spots, reach } = spotsOf(around);
  for (let at = firstFrom(spots, from - reach); at < spots.length; at++) {
    const face = spots[at];
    if (!face || face.x - reach > to) break;
    if (face.x + face.r < from || face.x - face.r > to) continue;
    limit = up ? Math.min(limit, face.y - face.r) : Math.max(limit, face.y + face.r);
  }
  return limit;
}

interface Spots {
  /** Faces and chips from left to right. */
  readonly spots: readonly FaceSpot[];
  /** The largest radius. */
  readonly reach: number;
}

const sortedSpots = new WeakMap<BandObstacles, Spots>();

/** Faces and chips in order, once per band: of the hundreds on a crowded one, a line of text is near a few. */
function spotsOf(around: BandObstacles): Spots {
  const known = sortedSpots.get(around);
  if (known) return known;
  const spots = [...around.faces, ...around.chips].sort((a, b) => a.x - b.x);
  const made = { spots, reach: spots.reduce((most, { r }) => Math.max(most, r), 0) };
  sortedSpots.set(around, made);
  return made;
}

/** Index of the first spot at or after an abscissa. */
function firstFrom(spots: readonly FaceSpot[], x: number): number {
  let low = 0;
  let high = spots.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spots[middle]?.x ?? 0) < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Try {
  readonly span: Span;
  readonly region: 'up' | 'down';
  readonly align: Align;
  /** Wished middle of the box, for a quote beside its face. */
  readonly middle: number | null;
}

/** Where one line of a block stands in its span. */
function lineSpan(width: number, { x, w }: Span, align: Align): Span {
  if (align === 'left') return { x, w: width };
  return { x: align === 'right' ? x + w - width : x + (w - width) / 2, w: width };
}

/**
 * The place of a block in its span: as near to the curve as the gaps allow, line by line, since lines differ in length. Null
 * when the band has no room for it there.
 */
function boxFor(attempt: Try, block: TextBlock, around: BandObstacles, gaps: Gaps): Box | null {
  const { span, region, middle, align } = attempt;
  const { room } = around;
  const { lineHeight } = block.style;
  const isUp = region === 'up';
  const h = block.height;
  const last = room.y + room.h - h;
  let bound = isUp ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  for (const [index, line] of block.lines.entries()) {
    const limit = limitOf(lineSpan(line.width, span, align), region, around, gaps.least);
    bound = isUp ? Math.min(bound, limit - (index + 1) * lineHeight) : Math.max(bound, limit - index * lineHeight);
    // One line without room is enough: the others only push further.
    if (isUp ? bound - gaps.least < room.y : bound + gaps.least > last) return null;
  }
  if (isUp) {
    const lowest = bound - gaps.least;
    const wished = middle === null ? bound - gaps.wished : middle - h / 2;
    return { ...span, h, y: Math.max(room.y, Math.min(lowest, wished)) };
  }
  const highest = bound + gaps.least;
  const wished = middle === null ? bound + gaps.wished : middle - h / 2;
  return { ...span, h, y: Math.min(last, Math.max(highest, wished)) };
}

/** Spans of a width at a side of a face, inside the room. */
function spansAt(side: Side, face: FaceSpot, w: number, around: BandObstacles, gaps: Gaps): readonly Span[] {
  const { room } = around;
  const last = room.x + room.w - w;
  if (side === 'right' || side === 'left') {
    const x = side === 'right' ? face.x + face.r + gaps.face : face.x - face.r - gaps.face - w;
    return x >= room.x && x <= last ? [{ x, w }] : [];
  }
  if (last < room.x) return [];
  const places = SLIDES.map((slide) => Math.min(last, Math.max(room.x, face.x - w / 2 + slide * w)));
  return [...new Set(places)].map((x) => ({ x, w }));
}

function regionOf({ side, far }: Place, face: FaceSpot, zero: number): 'up' | 'down' {
  if (side === 'above') return 'up';
  if (side === 'below') return 'down';
  return face.y <= zero === !far ? 'up' : 'down';
}

function triesAt(place: Place, { face }: Saying, w: number, around: BandObstacles, gaps: Gaps): readonly Try[] {
  const region = regionOf(place, face, around.zero);
  const middle = place.side === 'left' || place.side === 'right' ? face.y : null;
  return spansAt(place.side, face, w, around, gaps).map((span) => {
    return { span, region, middle, align: alignOf(place.side, span, face, around) };
  });
}

/** Sideways distance counts whole, a face being followed along its moment; up and down counts half. */
const UPRIGHT = 0.5;

/** How far a box is from a face, up and down counting for a share. */
function distance(box: Box, face: FaceSpot, upright: number): number {
  const dx = Math.max(0, box.x - face.x, face.x - box.x - box.w);
  const dy = Math.max(0, box.y - face.y, face.y - box.y - box.h);
  return dx + dy * upright;
}

/** How much nearer a box seems to another face than to its own, and is; 0 when its own is the nearest. */
function strayOf(box: Box, own: FaceSpot, faces: readonly FaceSpot[]): number {
  const seems = distance(box, own, UPRIGHT);
  const is = distance(box, own, 1);
  let stray = 0;
  for (const face of faces) {
    if (face.x === own.x && face.y === own.y) continue;
    const nearer = Math.min(seems - distance(box, face, UPRIGHT), is - distance(box, face, 1));
    stray = Math.max(stray, nearer);
  }
  return stray;
}

/** Distance from the face sideways, which counts more than up and down. */
function sideways({ x, w }: Span, face: FaceSpot): number {
  const dx = Math.max(0, Math.abs(x + w / 2 - face.x) - w / 2 + face.r);
  const slide = Math.abs(x + w / 2 - face.x);
  return dx + slide * 0.65;
}

/** Distance from the face: the smaller, the plainer which face speaks. */
function cost(box: Box, face: FaceSpot, { block, penalty }: Breaking): number {
  const dy = Math.max(0, box.y - face.y, face.y - box.y - box.h);
  return (sideways(box, face) + dy * UPRIGHT) / block.style.lineHeight + penalty;
}

/** Farther than this many lines from its face, nobody would know who speaks. */
const FAR = 9;

/** How many lines nearer to another face a quote may lie before the place that follows is taken. */
const STEP_DOWN = 2.5;

/** What lying nearer to another face weighs against distance, per line. */
const ASTRAY = 0.6;

interface Candidate {
  readonly placed: PlacedSaying;
  readonly cost: number;
  /** How many lines nearer to another face. */
  readonly stray: number;
}

/** The best that one place offers: near its own face, and plainly so. */
function bestAt(
  place: Place,
  saying: Saying,
  around: BandObstacles,
  gaps: Gaps,
  taken: readonly Box[],
): Candidate | null {
  let best: Candidate | null = null;
  for (const breaking of saying.breakings) {
    const { block, penalty } = breaking;
    for (const attempt of triesAt(place, saying, block.width, around, gaps)) {
      // What it costs at least, at the height of its face: most tries are told by that, without looking at curves.
      const least = sideways(attempt.span, saying.face) / block.style.lineHeight + penalty;
      if (least >= FAR || (best && least >= best.cost)) continue;
      const box = boxFor(attempt, block, around, gaps);
      if (!box || taken.some((other) => overlaps(box, other, gaps.wished))) continue;
      const far = cost(box, saying.face, breaking);
      if (far >= FAR || (best && far >= best.cost)) continue;
      const stray = strayOf(box, saying.face, around.faces) / block.style.lineHeight;
      const value = far + stray * ASTRAY;
      if (best && value >= best.cost) continue;
      best = { placed: { block, box, align: attempt.align }, cost: value, stray };
    }
  }
  return best;
}

/** The first place in the order of preference, unless a later one leaves less doubt about who speaks. */
function placeOf(saying: Saying, around: BandObstacles, gaps: Gaps, taken: readonly Box[]): PlacedSaying | null {
  const places = saying.isValley ? PLACES_AT_VALLEY : PLACES_AT_PEAK;
  let chosen: PlacedSaying | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const [rank, place] of places.entries()) {
    if (rank * STEP_DOWN >= least) break;
    const found = bestAt(place, saying, around, gaps, taken);
    if (!found || found.stray + rank * STEP_DOWN >= least) continue;
    least = found.stray + rank * STEP_DOWN;
    chosen = found.placed;
  }
  return chosen;
}

/** Lines stand towards the face: from the left on its right, from the right on its left, centred above and below. */
function alignOf(side: Side, box: Span, face: FaceSpot, around: BandObstacles): Align {
  if (side === 'right') return 'left';
  if (side === 'left') return 'right';
  if (box.x <= around.room.x + 1 && face.x < box.x + box.w / 2) return 'left';
  const end = around.room.x + around.room.w;
  return box.x + box.w >= end - 1 && face.x > box.x + box.w / 2 ? 'right' : 'center';
}

/**
 * Places the quotes of a band, from left to right: for a valley above it, for a peak to its right where the slope leaves
 * room, else to its left; then above, right, left, below. A place is refused when its box would touch a curve, the area under
 * it, a face, another quote, the neutral line or an edge of the band; one that lies nearer to another face than to its own has
 * to be far better otherwise. Null: there is no place.
 */
export function placeSayings(
  sayings: readonly Saying[],
  around: BandObstacles,
  gaps: Gaps,
): readonly (PlacedSaying | null)[] {
  const taken: Box[] = [];
  return sayings.map((saying) => {
    const found = placeOf(saying, around, gaps, taken);
    if (found) taken.push(found.box);
    return found;
  });
}
