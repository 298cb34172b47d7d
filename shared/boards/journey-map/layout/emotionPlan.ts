import type { PersonaId } from '../../../base/ids';
import { quoted, typographic } from '../../../text/typography';
import { type Curve, emotionCurve, scaledCurve } from '../../pieces/emotionCurve';
import { type TextBlock, textBlock } from '../../pieces/textBlock';
import type { TextStyle } from '../../pieces/textStyle';
import type { EmotionPoint, JourneyMapDoc, Lane } from '../model';
import { emotionPointsIn } from '../order';
import type { MapFrame } from './frame';
import type { JourneyMetrics } from './metrics';
import {
  type BandObstacles,
  type Breaking,
  type FaceSpot,
  type PlacedSaying,
  placeSayings,
  type Saying,
} from './quotePlacement';

/** A point of the curve as it is drawn; y counts from the top of the band. */
export interface PlannedPoint {
  readonly point: EmotionPoint;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** One persona's curve; y counts from the top of the band. */
export interface PlannedCurve {
  readonly curve: Curve;
  /** The first persona's is plain, the others are double lines. */
  readonly isFirst: boolean;
}

export interface PlannedSaying {
  readonly point: EmotionPoint;
  readonly kind: 'quote' | 'word';
  readonly placed: PlacedSaying | null;
  /** Number of the chip beside the face and before the words in the margin, for those without a place. */
  readonly chip: number;
  /** Broken for the margin of its stage. */
  readonly margin: TextBlock | null;
}

export interface EmotionPlan {
  /** Height of the band, its margin of quotes left out. */
  readonly height: number;
  readonly zero: number;
  readonly points: readonly PlannedPoint[];
  readonly curves: readonly PlannedCurve[];
  readonly sayings: readonly PlannedSaying[];
}

type EmotionMetrics = JourneyMetrics['emotion'];

/** From this intensity on, a face is large even without a quote. */
const STRONG = 1.75;

/** Height of a valence in a band, from its top. Both ends keep `pad` free for the faces. */
export const valenceToY = (valence: number, height: number, m: Pick<EmotionMetrics, 'pad'>): number =>
  height / 2 - (valence / 2) * (height / 2 - m.pad);

/** Valence (-2..+2) at a height of a band, from its top. */
export function yToValence(y: number, height: number, m: Pick<EmotionMetrics, 'pad'>): number {
  const valence = ((height / 2 - y) / (height / 2 - m.pad)) * 2;
  return Math.min(2, Math.max(-2, valence));
}

/** Points of each persona, the map's first persona first; a point without a persona is the first one's. */
function byPersona(doc: JourneyMapDoc, points: readonly EmotionPoint[]): readonly (readonly EmotionPoint[])[] {
  const first = doc.info.personaIds[0] ?? null;
  const groups = new Map<PersonaId | null, EmotionPoint[]>();
  for (const id of doc.info.personaIds) groups.set(id, []);
  for (const point of points) {
    const key = point.personaId ?? first;
    const group = groups.get(key);
    if (group) group.push(point);
    else groups.set(key, [point]);
  }
  return [...groups.values()].filter((group) => group.length > 0);
}

/** Valence half-way to the nearest point outside these columns, where the map goes on in another band of the poster. */
function valenceBeyond(inside: EmotionPoint, outside: EmotionPoint | undefined): { readonly valence: number } | null {
  return outside ? { valence: (inside.valence + outside.valence) / 2 } : null;
}

function curveOf(all: readonly EmotionPoint[], frame: MapFrame): Curve {
  const { columns } = frame;
  const own = all.filter((point) => columns.stepById.has(point.stepId));
  const felt = own.map((point) => ({ x: xOf(point, frame), valence: point.valence }));
  const first = own[0];
  const last = own[own.length - 1];
  const before = first ? valenceBeyond(first, all[all.indexOf(first) - 1]) : null;
  const after = last ? valenceBeyond(last, all[all.indexOf(last) + 1]) : null;
  if (first && all.length === 1) return emotionCurve(felt, stubOf(first, frame));
  const start = first && !before ? stageColumn(first, frame) : null;
  const end = last && !after ? stageColumn(last, frame) : null;
  return emotionCurve(felt, {
    from: start ? start.x : columns.x,
    to: end ? end.x + end.w : columns.x + columns.w,
    ...(before ? { fromValence: before.valence } : {}),
    ...(after ? { toValence: after.valence } : {}),
  });
}

/** Beyond the stages where somebody felt something there is nothing to tell. */
const stageColumn = (point: EmotionPoint, frame: MapFrame) =>
  frame.columns.stages.find((column) => column.steps.some(({ step }) => step.id === point.stepId)) ?? null;

/** One point is a moment, not a course: a short level line behind its face, inside its step. */
function stubOf(point: EmotionPoint, frame: MapFrame): Parameters<typeof emotionCurve>[1] {
  const x = xOf(point, frame);
  const column = frame.columns.stepById.get(point.stepId) ?? frame.columns;
  const reach = sizeOf(point, frame.m.emotion);
  return {
    from: Math.max(column.x, x - reach),
    to: Math.min(column.x + column.w, x + reach),
    fromValence: point.valence,
    toValence: point.valence,
  };
}

function xOf(point: EmotionPoint, frame: MapFrame): number {
  const column = frame.columns.stepById.get(point.stepId);
  return column ? column.x + point.offset * column.w : frame.columns.x;
}

const sizeOf = (point: EmotionPoint, m: EmotionMetrics): number =>
  point.quote !== '' || Math.abs(point.valence) >= STRONG ? m.faceLarge : m.face;

/** Narrowest and widest measure of a quote, in quarters of an em, and the most lines it is broken into by choice. */
const NARROWEST = 20;
const WIDEST = 88;
const MOST_LINES = 5;
const BEST_WIDTH = 10.5;

/** How much worse a breaking looks than an ideal one, in lines of distance: odd widths, many lines, ragged lines. */
function penaltyOf({ lines, width, style }: TextBlock): number {
  const em = style.font.size;
  const full = lines.slice(0, -1);
  const ragged = full.reduce((sum, line) => sum + width - line.width, 0) / Math.max(1, full.length);
  const last = lines[lines.length - 1]?.width ?? width;
  const orphan = Math.max(0, width * 0.45 - last);
  const odd = Math.max(0, Math.abs(width / em - BEST_WIDTH) - 2);
  return odd * 0.5 + Math.max(0, lines.length - 2) * 1.8 + (ragged * 0.25 + orphan * 0.3) / em;
}

/** The ways of breaking the words: for each number of lines, the most even one. */
function breakings(text: string, style: TextStyle, frame: MapFrame): readonly Breaking[] {
  const at = (quarters: number) => textBlock(text, style, (quarters / 4) * style.font.size, frame);
  const widest = at(WIDEST);
  const found: Breaking[] = [];
  let low = NARROWEST;
  for (let count = MOST_LINES; count >= widest.lines.length; count--) {
    let high = WIDEST;
    while (low < high) {
      const middle = (low + high) >> 1;
      const block = at(middle);
      if (block.lines.length <= count && !cutsWord(text, block)) high = middle;
      else low = middle + 1;
    }
    const block = at(low);
    if (found.at(-1)?.block !== block) found.push({ block, penalty: penaltyOf(block) });
  }
  return found;
}

/** True when a line ends inside a word. */
function cutsWord(text: string, block: TextBlock): boolean {
  let at = 0;
  return block.lines.slice(0, -1).some(({ text: line }) => {
    at = text.indexOf(line, at) + line.length;
    return !/\s/.test(text[at] ?? ' ') && !/[-\u2010-\u2014/]$/.test(line);
  });
}

/** True for a low point: below neutral, or lower than both neighbours. */
function isValley(point: EmotionPoint, all: readonly EmotionPoint[]): boolean {
  if (point.valence < 0) return true;
  const at = all.indexOf(point);
  const before = all[at - 1]?.valence ?? point.valence;
  const after = all[at + 1]?.valence ?? point.valence;
  return point.valence < before && point.valence < after;
}

interface Spoken {
  readonly point: EmotionPoint;
  readonly kind: 'quote' | 'word';
  readonly saying: Saying;
}

function spokenAt(planned: PlannedPoint, all: readonly EmotionPoint[], frame: MapFrame): readonly Spoken[] {
  const { point } = planned;
  const m = frame.m.emotion;
  const face: FaceSpot = { x: planned.x, y: planned.y, r: planned.size / 2 };
  const spoken: Spoken[] = [];
  const add = (kind: 'quote' | 'word', text: string, style: TextStyle) =>
    spoken.push({
      point,
      kind,
      saying: { face, isValley: isValley(point, all), breakings: breakings(text, style, frame) },
    });
  if (point.quote) add('quote', quoted(point.quote, frame.lang), m.quote);
  if (point.word) add('word', typographic(point.word, frame.lang), m.word);
  return spoken;
}

function obstacles(
  frame: MapFrame,
  height: number,
  zero: number,
  points: readonly PlannedPoint[],
  curves: readonly PlannedCurve[],
): BandObstacles {
  const { columns, m } = frame;
  const { edge } = m.emotion.gap;
  // Where the band runs off the sheet, the margin is room enough beyond the last column.
  const end = columns.x + columns.w - (frame.bleed ? 0 : edge);
  return {
    curves: curves.map(({ curve }) => curve),
    faces: points.map(({ point, x, y, size }) => ({ x, y, r: (point.momentOfTruth ? size * STAR : size) / 2 })),
    chips: [],
    zero,
    room: { x: columns.x + edge, y: edge, w: end - columns.x - edge, h: height - 2 * edge },
  };
}

/** Size of the star of a moment of truth, as a share of its face. */
export const STAR = 1.75;

/** Words without a place go to the margin under the band, numbered. */
function intoMargin(
  spoken: readonly Spoken[],
  placed: readonly (PlacedSaying | null)[],
  frame: MapFrame,
): readonly PlannedSaying[] {
  let chip = 0;
  return spoken.map(({ point, kind }, index) => {
    const found = placed[index] ?? null;
    if (found) return { point, kind, placed: found, chip: 0, margin: null };
    chip++;
    const style = kind === 'quote' ? frame.m.emotion.quote : frame.m.emotion.word;
    const text = kind === 'quote' ? quoted(point.quote, frame.lang) : typographic(point.word, frame.lang);
    const stage = frame.columns.stages.find((column) => column.steps.some((step) => step.step.id === point.stepId));
    const width = (stage?.w ?? frame.columns.w) - frame.m.emotion.chip * 1.4 - 2 * frame.m.emotion.gap.edge;
    return { point, kind, placed: null, chip, margin: textBlock(text, style, width, frame) };
  });
}

/** Where everything of an emotion band stands, for a height of the band. */
export function planEmotion(lane: Lane, frame: MapFrame, height: number): EmotionPlan {
  const m = frame.m.emotion;
  const all = emotionPointsIn(frame.doc, lane.id);
  const groups = byPersona(frame.doc, all);
  const zero = valenceToY(0, height, m);
  const scale = valenceToY(1, height, m) - zero;
  const curves = groups.map((group, index) => ({
    curve: scaledCurve(curveOf(group, frame), scale, zero),
    isFirst: index === 0,
  }));
  const points: PlannedPoint[] = [];
  const spoken: Spoken[] = [];
  groups.forEach((group, index) => {
    const curve = curves[index]?.curve;
    for (const point of group) {
      if (!frame.columns.stepById.has(point.stepId) || !curve) continue;
      const x = xOf(point, frame);
      const planned = { point, x, y: valenceToY(point.valence, height, m), size: sizeOf(point, m) };
      points.push(planned);
      spoken.push(...spokenAt(planned, group, frame));
    }
  });
  spoken.sort((a, b) => a.saying.face.x - b.saying.face.x);
  const around = obstacles(frame, height, zero, points, curves);
  const placed = placeAll(spoken, around, frame);
  return { height, zero, points, curves, sayings: intoMargin(spoken, placed, frame) };
}

/** How often the places are sought again because a chip was added beside a face. */
const MOST_ROUNDS = 4;

/** Where the chip of a face stands. */
export const chipSpot = (face: { readonly x: number; readonly y: number; readonly r: number }) => ({
  x: face.x + face.r * 0.84,
  y: face.y - face.r * 0.84,
});

/** Places the words; those without a place get a chip beside their face, which the others then keep off as well. */
function placeAll(spoken: readonly Spoken[], around: BandObstacles, frame: MapFrame): readonly (PlacedSaying | null)[] {
  const { chip, gap } = frame.m.emotion;
  const sayings = spoken.map(({ saying }) => saying);
  const chips = new Map<number, FaceSpot>();
  let placed: readonly (PlacedSaying | null)[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    placed = placeSayings(sayings, { ...around, chips: [...chips.values()] }, gap);
    const before = chips.size;
    placed.forEach((found, index) => {
      const face = sayings[index]?.face;
      // Two chips of one face stand side by side: twice the reach covers both.
      if (!found && face && !chips.has(index)) chips.set(index, { ...chipSpot(face), r: chip * 1.1 });
    });
    if (chips.size === before) break;
  }
  return placed;
}
