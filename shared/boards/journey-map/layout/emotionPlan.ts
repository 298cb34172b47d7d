import type { PersonaId } from '../../../base/ids';
import { quoted, typographic } from '../../../text/typography';
import { type Curve, emotionCurve, scaledCurve } from '../../pieces/emotionCurve';
import { type TextBlock, textBlock } from '../../pieces/textBlock';
import type { TextStyle } from '../../pieces/textStyle';
import type { EmotionPoint, JourneyMapDoc, JourneyState, Lane } from '../model';
import { shownPoints } from '../shown';
import { valenceToY, xOf } from './bandGeometry';
import { gapsOf, gapWords, intensityOf } from './emotionGaps';
import type { MapFrame } from './frame';
import type { JourneyMetrics } from './metrics';
import { type PlannedOpinions, planOpinions, signObstacles } from './opinionBand';
import { breakings } from './quoteBreakings';
import { type BandObstacles, type FaceSpot, type PlacedSaying, placeSayings, type Saying } from './quotePlacement';

/** A point of the curve as it is drawn; y counts from the top of the band. */
export interface PlannedPoint {
  readonly point: EmotionPoint;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** Place of its persona on the map. */
  readonly at: number;
}

/** One persona's curve; y counts from the top of the band. */
export interface PlannedCurve {
  readonly curve: Curve;
  /** Place of its persona on the map, from 0: the first one's is plain, the others are double lines. */
  readonly at: number;
  readonly state: JourneyState;
  /** How strongly it is felt, on the scale of the band: 0 % at its bottom line, 100 % at its top one. */
  readonly intensity: Curve | null;
}

/** How far two curves are apart where they are farthest. */
export interface PlannedGap {
  readonly x: number;
  readonly from: number;
  readonly to: number;
  readonly kind: 'gain' | 'difference';
}

export interface PlannedSaying {
  /** Whose face it stands at; of a gap, the nearest one's. */
  readonly point: EmotionPoint;
  readonly kind: 'quote' | 'word' | 'gap';
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
  readonly gaps: readonly PlannedGap[];
  /** What the participants say; null where it is not shown. */
  readonly opinions: PlannedOpinions | null;
}

type EmotionMetrics = JourneyMetrics['emotion'];

/** From this intensity on, a face is large even without a quote. */
const STRONG = 1.75;
/** A point without a face, as a share of one. */
const SMALL = 0.45;

/** The points of one curve. */
interface CurveGroup {
  readonly at: number;
  readonly state: JourneyState;
  readonly points: EmotionPoint[];
}

/**
 * Points of each curve: of each persona, the map's first one first, what is felt today before what is aimed at. A point without a persona
 * is the first one's; personas that left the map come last.
 */
export function curveGroups(doc: JourneyMapDoc, points: readonly EmotionPoint[]): readonly CurveGroup[] {
  const ids: (PersonaId | null)[] = [...doc.info.personaIds];
  const groups = new Map<string, CurveGroup>();
  for (const point of points) {
    const id = point.personaId ?? doc.info.personaIds[0] ?? null;
    if (!ids.includes(id)) ids.push(id);
    const key = `${id}/${point.state}`;
    const group = groups.get(key) ?? { at: ids.indexOf(id), state: point.state, points: [] };
    group.points.push(point);
    groups.set(key, group);
  }
  return [...groups.values()].sort(
    (a, b) => a.at - b.at || (a.state === 'current' ? 0 : 1) - (b.state === 'current' ? 0 : 1),
  );
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

/** A point aimed at is a small ring; so is every point where the row shows no faces. */
const isSmall = (point: EmotionPoint, display: Lane['display']): boolean =>
  display !== 'faces' || point.state === 'target';

const sizeOf = (point: EmotionPoint, m: EmotionMetrics): number =>
  point.quote !== '' || Math.abs(point.valence) >= STRONG ? m.faceLarge : m.face;

/** True for a low point: below neutral, or lower than both neighbours. */
function isValley(point: EmotionPoint, all: readonly EmotionPoint[]): boolean {
  if (point.valence < 0) return true;
  const at = all.indexOf(point);
  const before = all[at - 1]?.valence ?? point.valence;
  const after = all[at + 1]?.valence ?? point.valence;
  return point.valence < before && point.valence < after;
}

export interface Spoken {
  readonly point: EmotionPoint;
  readonly kind: PlannedSaying['kind'];
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
  return spoken.flatMap(({ point, kind }, index): PlannedSaying[] => {
    const found = placed[index] ?? null;
    if (found) return [{ point, kind, placed: found, chip: 0, margin: null }];
    // A figure that can be read off the curves needs no margin.
    if (kind === 'gap') return [];
    chip++;
    const style = kind === 'quote' ? frame.m.emotion.quote : frame.m.emotion.word;
    const text = kind === 'quote' ? quoted(point.quote, frame.lang) : typographic(point.word, frame.lang);
    const stage = frame.columns.stages.find((column) => column.steps.some((step) => step.step.id === point.stepId));
    const width = (stage?.w ?? frame.columns.w) - frame.m.emotion.chip * 1.4 - 2 * frame.m.emotion.gap.edge;
    return [{ point, kind, placed: null, chip, margin: textBlock(text, style, width, frame) }];
  });
}

/** Where everything of an emotion band stands, for a height of the band. */
export function planEmotion(lane: Lane, frame: MapFrame, height: number): EmotionPlan {
  const m = frame.m.emotion;
  const groups = curveGroups(frame.doc, shownPoints(frame.doc, lane));
  const zero = valenceToY(0, height, m);
  const scale = valenceToY(1, height, m) - zero;
  const curves = groups.map(({ at, state, points: own }): PlannedCurve => {
    const curve = scaledCurve(curveOf(own, frame), scale, zero);
    return {
      curve,
      at,
      state,
      intensity: lane.intensity && state === 'current' ? intensityOf(own, frame, height) : null,
    };
  });
  const points: PlannedPoint[] = [];
  const spoken: Spoken[] = [];
  groups.forEach((group, index) => {
    const curve = curves[index]?.curve;
    for (const point of group.points) {
      if (!frame.columns.stepById.has(point.stepId) || !curve) continue;
      const x = xOf(point, frame);
      const size = isSmall(point, lane.display) ? m.face * SMALL : sizeOf(point, m);
      const planned = { point, x, y: valenceToY(point.valence, height, m), size, at: group.at };
      points.push(planned);
      spoken.push(...spokenAt(planned, group.points, frame));
    }
  });
  const gaps = gapsOf(curves, points, scale);
  spoken.push(...gaps.flatMap((gap) => gapWords(gap, points, scale, frame)));
  spoken.sort((a, b) => a.saying.face.x - b.saying.face.x);
  const opinions = planOpinions(lane, frame, height);
  const free = obstacles(frame, height, zero, points, curves);
  const around = { ...free, faces: [...free.faces, ...signObstacles(opinions, frame, height)] };
  const placed = placeAll(spoken, around, frame);
  return { height, zero, points, curves, sayings: intoMargin(spoken, placed, frame), gaps, opinions };
}

/** How often the places are sought again because a chip was added beside a face. */
const MOST_ROUNDS = 4;

/** Where the chip of a face stands: beside it, and beside a small point as far off as beside a face. */
export function chipSpot(
  face: { readonly x: number; readonly y: number; readonly r: number },
  chip: number,
): { readonly x: number; readonly y: number } {
  const reach = Math.max(face.r, chip * 0.62) * 0.84;
  return { x: face.x + reach, y: face.y - reach };
}

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
      if (!found && face && spoken[index]?.kind !== 'gap' && !chips.has(index))
        chips.set(index, { ...chipSpot(face, chip), r: chip * 1.1 });
    });
    if (chips.size === before) break;
  }
  return placed;
}
