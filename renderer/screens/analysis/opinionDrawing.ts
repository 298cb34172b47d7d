import type { EmotionFact, StepFact } from '@shared/analysis/mapFacts';
import type { CurvePair, OpinionMoment, Opinions } from '@shared/analysis/opinions';
import { type Curve, curveAt, curvePath, emotionCurve, scaledCurve } from '@shared/boards/pieces/emotionCurve';
import { drawFace } from '@shared/boards/pieces/faces';
import { emotionLevel } from '@shared/boards/pieces/valence';
import type { Theme } from '@shared/model/theme';
import type { Box, Primitive } from '@shared/scene/primitives';

/** Where a band of the comparison is drawn, in CSS pixels; valences keep `margin` to its upper and lower edge. */
export interface BandFrame {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  readonly theme: Theme;
}

/** Answers are piled up by quarters of a point. */
const PILE = 0.25;
const DOT = 6.6;
const DOT_GAP = 10;
const FACE = 22;
/** Distance at which a drawn edge is sampled. */
const SAMPLE = 4;

export const yOf = (valence: number, { height, margin }: BandFrame): number =>
  height / 2 - (valence / 2) * (height / 2 - margin);
const scaled = (curve: Curve, frame: BandFrame): Curve =>
  scaledCurve(curve, -(frame.height / 2 - frame.margin) / 2, frame.height / 2);

const disc = (x: number, y: number, r: number): string =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;

/** The levels of the scale, that of nought drawn through. */
export function scaleLines(frame: BandFrame, levels: readonly number[]): Primitive[] {
  const { width, theme } = frame;
  return levels.map((level): Primitive => {
    const y = yOf(level, frame);
    return {
      type: 'line',
      points: [0, y, width, y],
      ...(level === 0
        ? { stroke: theme.color.lineStrong, strokeWidth: 1.5 }
        : { stroke: theme.color.line, strokeWidth: 1.3, dash: [1.5, 6], lineCap: 'round' }),
    };
  });
}

/** Lines between the stages. */
function stageLines(steps: readonly StepFact[], frame: BandFrame): Primitive[] {
  const column = frame.width / Math.max(1, steps.length);
  return steps.flatMap((step, at): Primitive[] =>
    at === 0 || steps[at - 1]?.stageId === step.stageId
      ? []
      : [
          {
            type: 'line',
            points: [at * column, 0, at * column, frame.height],
            stroke: frame.theme.color.line,
            strokeWidth: 1.5,
          },
        ],
  );
}

const atX = (steps: readonly StepFact[], frame: BandFrame) => {
  const columns = new Map(steps.map(({ id }, at) => [id, at]));
  const column = frame.width / Math.max(1, steps.length);
  return (point: Pick<EmotionFact, 'stepId' | 'offset'>) => ((columns.get(point.stepId) ?? 0) + point.offset) * column;
};

function curveOf(points: readonly EmotionFact[], steps: readonly StepFact[], frame: BandFrame): Curve {
  const xOf = atX(steps, frame);
  const felt = points.map((point) => ({ x: xOf(point), valence: point.valence })).sort((a, b) => a.x - b.x);
  return scaled(emotionCurve(felt, { from: 0, to: frame.width }), frame);
}

const stroke = (curve: Curve, color: string, strokeWidth: number, frame: BandFrame, dash?: readonly number[]) =>
  ({
    type: 'path',
    d: curvePath(curve),
    stroke: color,
    strokeWidth,
    lineCap: 'round',
    lineJoin: 'round',
    bounds: { x: 0, y: 0, w: frame.width, h: frame.height },
    ...(dash ? { dash } : {}),
  }) satisfies Primitive;

function faces(out: Primitive[], points: readonly EmotionFact[], steps: readonly StepFact[], frame: BandFrame) {
  const xOf = atX(steps, frame);
  for (const point of points)
    drawFace(
      out,
      emotionLevel(point.valence),
      { x: xOf(point), y: yOf(point.valence, frame), size: FACE },
      frame.theme,
      frame.theme.color.paper,
    );
}

/** Two personas: the first drawn through, the other as a double line; colour never tells alone. */
export function personaBand({ a, b }: CurvePair, steps: readonly StepFact[], frame: BandFrame): readonly Primitive[] {
  const { color, curve } = frame.theme;
  const [one, other] = [curveOf(a, steps, frame), curveOf(b, steps, frame)];
  const out: Primitive[] = [
    ...scaleLines(frame, [2, 1, 0, -1, -2]),
    ...stageLines(steps, frame),
    stroke(other, color.green, 6, frame),
    stroke(other, color.paper, 2.4, frame),
    stroke(one, curve, 3.6, frame),
  ];
  faces(out, [...b, ...a], steps, frame);
  return out;
}

/** The area between two curves, sampled; empty where they do not pass by both. */
function between(one: Curve, other: Curve): readonly number[] {
  const from = Math.max(one.points[0]?.x ?? 0, other.points[0]?.x ?? 0);
  const to = Math.min(one.points.at(-1)?.x ?? 0, other.points.at(-1)?.x ?? 0);
  const there: number[] = [];
  const back: number[] = [];
  const parts = Math.max(1, Math.ceil((to - from) / SAMPLE));
  for (let at = 0; at <= parts && to > from; at += 1) {
    const x = from + ((to - from) * at) / parts;
    there.push(x, curveAt(one, x));
    back.unshift(x, curveAt(other, x));
  }
  return [...there, ...back];
}

/** As it is drawn through, as it should be dashed, what is gained between them. */
export function aimBand(
  { a, b, gaps }: CurvePair,
  steps: readonly StepFact[],
  frame: BandFrame,
  told: number,
): readonly Primitive[] {
  const { color, curve } = frame.theme;
  const [is, shall] = [curveOf(a, steps, frame), curveOf(b, steps, frame)];
  const out: Primitive[] = [
    { type: 'line', points: between(is, shall), closed: true, fill: color.greenSoft },
    ...scaleLines(frame, [2, 1, 0, -1, -2]),
    ...stageLines(steps, frame),
    stroke(is, curve, 3.6, frame),
    stroke(shall, color.blue, 3.2, frame, [9, 6]),
  ];
  const xOf = atX(steps, frame);
  const all = new Map([...a, ...b].map((point) => [point.ref.id, point]));
  for (const gap of gaps.slice(0, told)) {
    const point = all.get(gap.at.id);
    if (!point) continue;
    const x = xOf(point);
    const [from, to] = [yOf(gap.a, frame), yOf(gap.b, frame)];
    const up = Math.sign(from - to);
    const paint = up >= 0 ? color.green : color.red;
    drawFace(out, emotionLevel(gap.a), { x, y: from, size: FACE }, frame.theme, color.paper);
    if (Math.abs(from - to) < FACE) continue;
    const tip = to + up * 6;
    out.push(
      { type: 'line', points: [x, from - up * (FACE / 2 + 2), x, tip + up * 6], stroke: paint, strokeWidth: 2.2 },
      { type: 'line', points: [x, tip, x - 5.5, tip + up * 9, x + 5.5, tip + up * 9], closed: true, fill: paint },
    );
  }
  return out;
}

/** Dots of the answers to a moment, those of a quarter point side by side. */
export function answerDots(
  moment: OpinionMoment,
  at: { readonly x: number; readonly column: number },
  frame: BandFrame,
): readonly { readonly x: number; readonly y: number; readonly valence: number }[] {
  const piles = new Map<number, number[]>();
  for (const valence of [...moment.ratings.values()].sort((a, b) => a - b)) {
    const pile = Math.round(valence / PILE);
    piles.set(pile, [...(piles.get(pile) ?? []), valence]);
  }
  return [...piles].flatMap(([pile, all]) => {
    // A pile of many comes closer together rather than into its neighbours' columns.
    const gap = Math.min(DOT_GAP, (at.column - DOT - 4) / Math.max(1, all.length - 1));
    return all.map((valence, index) => ({
      x: at.x + (index - (all.length - 1) / 2) * gap,
      y: yOf(pile * PILE, frame),
      valence,
    }));
  });
}

/** Runs of neighbouring moments that are alike. */
function runs(
  moments: readonly OpinionMoment[],
  has: (moment: OpinionMoment) => boolean,
): readonly (readonly number[])[] {
  const out: number[][] = [];
  for (const [at, moment] of moments.entries()) {
    if (!has(moment)) continue;
    const last = out.at(-1);
    if (last && last.at(-1) === at - 1) last.push(at);
    else out.push([at]);
  }
  return out;
}

export interface OpinionBand {
  readonly items: readonly Primitive[];
  /** Boxes of what is drawn, that words should not cover. */
  readonly taken: readonly Box[];
}

/** Median, band of quartiles, and every answer as a dot; moments that divide the group stand on gold with red dots. */
export function opinionBand({ moments }: Opinions, frame: BandFrame): OpinionBand {
  const { width, height, theme } = frame;
  const { color, focusStage } = theme;
  const column = width / Math.max(1, moments.length);
  const middle = (at: number) => (at + 0.5) * column;
  const curveThrough = (at: readonly number[], value: (moment: OpinionMoment) => number) =>
    scaled(
      emotionCurve(
        at.flatMap((index) => {
          const moment = moments[index];
          return moment ? [{ x: middle(index), valence: value(moment) }] : [];
        }),
        { from: (at[0] ?? 0) * column, to: ((at.at(-1) ?? 0) + 1) * column },
      ),
      frame,
    );
  const out: Primitive[] = [];
  const framed: Primitive[] = [];
  for (const [at, { of }] of moments.entries()) {
    if (!of?.split) continue;
    const box = { x: at * column, y: 1.5, w: column, h: height - 3 };
    out.push({ type: 'rect', ...box, fill: theme.name === 'light' ? focusStage.column : color.paper3 });
    framed.push({ type: 'rect', ...box, stroke: focusStage.border, strokeWidth: 2.5 });
  }
  for (const run of runs(moments, ({ of }) => of?.band !== null && of !== null)) {
    const low = curveThrough(run, ({ of }) => of?.band?.low ?? 0);
    const high = curveThrough(run, ({ of }) => of?.band?.high ?? 0);
    out.push({
      type: 'line',
      points: between(high, low),
      closed: true,
      fill: color.blue,
      opacity: theme.name === 'light' ? 0.24 : 0.38,
    });
  }
  out.push(...scaleLines(frame, [2, 1, 0, -1, -2]), ...stageLines(moments, frame), ...framed);
  const rated = [...moments.keys()].filter((at) => moments[at]?.of);
  const median = curveThrough(rated, ({ of }) => of?.median ?? 0);
  out.push(stroke(median, color.paper, 6, frame), stroke(median, theme.curve, 3.4, frame));
  const taken: Box[] = [];
  for (let x = 0; x < width && rated.length > 0; x += SAMPLE * 3)
    taken.push({ x: x - 2, y: curveAt(median, x) - 3, w: 4, h: 6 });
  for (const at of rated) {
    const moment = moments[at];
    if (!moment) continue;
    for (const { x, y } of answerDots(moment, { x: middle(at), column }, frame)) {
      const bounds = { x: x - DOT, y: y - DOT, w: 2 * DOT, h: 2 * DOT };
      taken.push(bounds);
      out.push({
        type: 'path',
        d: disc(x, y, DOT / 1.6),
        fill: moment.of?.split ? color.red : color.blue,
        stroke: color.paper,
        strokeWidth: 1.6,
        bounds,
      });
    }
  }
  return { items: out, taken };
}

const overlaps = (one: Box, other: Box): boolean =>
  one.x < other.x + other.w && other.x < one.x + one.w && one.y < other.y + other.h && other.y < one.y + one.h;

/** Where words about a column cover least of what is drawn, and how much: to its right or left, from the lower edge upwards. */
export function freePlace(
  column: { readonly x: number; readonly w: number },
  size: { readonly w: number; readonly h: number },
  taken: readonly Box[],
  frame: BandFrame,
): { readonly x: number; readonly y: number; readonly covered: number } {
  const sides = [column.x + column.w + 6, column.x - size.w - 6].filter((x) => x >= 0 && x + size.w <= frame.width);
  let best = { x: Math.max(0, Math.min(frame.width - size.w, column.x)), y: frame.height - size.h - 6 };
  let least = Number.POSITIVE_INFINITY;
  for (const x of sides)
    for (let y = frame.height - size.h - 6; y >= 4; y -= 12) {
      const covered = taken.filter((box) => overlaps(box, { x, y, ...size })).length;
      if (covered < least) {
        least = covered;
        best = { x, y };
      }
    }
  return { ...best, covered: least };
}

/** One participant's own curve: a face where something was said, a ring on the line of nought where nothing was. */
export function ownCurve(
  moments: readonly OpinionMoment[],
  own: ReadonlyMap<string, number>,
  frame: BandFrame,
): readonly Primitive[] {
  const column = frame.width / Math.max(1, moments.length);
  const out: Primitive[] = [...scaleLines(frame, [2, 1, 0, -1, -2]), ...stageLines(moments, frame)];
  const felt = moments.flatMap(({ id }, at) => {
    const valence = own.get(id);
    return valence === undefined ? [] : [{ x: (at + 0.5) * column, valence }];
  });
  const curve = scaled(emotionCurve(felt, { from: felt[0]?.x ?? 0, to: felt.at(-1)?.x ?? 0 }), frame);
  out.push(stroke(curve, frame.theme.curve, 4, frame));
  for (const [at, { id }] of moments.entries()) {
    const valence = own.get(id);
    const x = (at + 0.5) * column;
    const y = yOf(valence ?? 0, frame);
    if (valence !== undefined)
      drawFace(out, emotionLevel(valence), { x, y, size: 36 }, frame.theme, frame.theme.color.paper);
    else
      out.push({
        type: 'path',
        d: disc(x, y, 13),
        fill: frame.theme.color.paper,
        stroke: frame.theme.color.lineStrong,
        strokeWidth: 1.8,
        dash: [3, 4],
        bounds: { x: x - 14, y: y - 14, w: 28, h: 28 },
      });
  }
  return out;
}
