import { type Disagreement, disagreement } from '../../../analysis/disagreement';
import type { PersonaId } from '../../../base/ids';
import type { GroupPrimitive, Primitive } from '../../../scene/primitives';
import { type Curve, curveAt, emotionCurve, scaledCurve } from '../../pieces/emotionCurve';
import type { LegendItem } from '../../pieces/legend';
import { artifact, rect } from '../../pieces/shapes';
import { baselineOf, textLine } from '../../pieces/textBlock';
import type { JourneyMapDoc, Lane, Participant, Rating, Step } from '../model';
import { lanesInOrder } from '../order';
import { shownStages, shownSteps } from '../shown';
import { valenceToY } from './bandGeometry';
import type { MapFrame } from './frame';

/** A stretch of moments that enough people rated: its quartiles as curves, heights from the top of the band. */
interface QuartileRun {
  readonly from: number;
  readonly to: number;
  readonly low: Curve;
  readonly high: Curve;
}

/** A moment that divides the group. */
export interface PlannedSplit {
  readonly step: Step;
  readonly x: number;
  readonly w: number;
  readonly pleased: number;
  readonly displeased: number;
}

export interface PlannedOpinions {
  readonly runs: readonly QuartileRun[];
  readonly split: readonly PlannedSplit[];
}

type RatedStep = { readonly step: Step; readonly of: Disagreement | null };

/** What the participants say of every shown moment, for the persona of a row; ratings of nobody are the map's first persona's. */
function ratedSteps(doc: JourneyMapDoc, personaId: PersonaId | null): readonly RatedStep[] {
  const first = doc.info.personaIds[0] ?? null;
  const wanted = personaId ?? first;
  const known = new Set(Object.values<Participant>(doc.participants).map(({ id }) => id));
  const byStep = new Map<string, Map<string, number>>();
  for (const { participantId, stepId, personaId: whose, valence } of Object.values<Rating>(doc.ratings)) {
    if (!known.has(participantId) || (whose ?? first) !== wanted) continue;
    const own = byStep.get(stepId) ?? new Map<string, number>();
    byStep.set(stepId, own.set(participantId, valence));
  }
  return shownStages(doc).flatMap(({ id }) =>
    shownSteps(doc, id).map((step) => ({ step, of: disagreement([...(byStep.get(step.id)?.values() ?? [])]) })),
  );
}

type Quartile = 'low' | 'high';

/** One side of the band over the moments `from`..`to`; where the map goes on in another band of a poster, so does it. */
function sideOf(all: readonly RatedStep[], own: readonly number[], side: Quartile, frame: MapFrame): Curve {
  const columnOf = (at: number) => frame.columns.stepById.get(all[at]?.step.id as Step['id']);
  const value = (at: number) => all[at]?.of?.band?.[side];
  const [start = 0, end = 0] = [own[0], own.at(-1)];
  const [first, last] = [columnOf(start), columnOf(end)];
  const beyond = (inside: number, outside: number) => {
    const [here, there] = [value(inside), value(outside)];
    return here === undefined || there === undefined ? undefined : (here + there) / 2;
  };
  const [before, after] = [beyond(start, start - 1), beyond(end, end + 1)];
  return emotionCurve(
    own.flatMap((at) => {
      const column = columnOf(at);
      return column ? [{ x: column.x + column.w / 2, valence: value(at) ?? 0 }] : [];
    }),
    {
      from: first?.x ?? 0,
      to: (last?.x ?? 0) + (last?.w ?? 0),
      ...(before === undefined ? {} : { fromValence: before }),
      ...(after === undefined ? {} : { toValence: after }),
    },
  );
}

/**
 * The band of quartiles (from `LEAST_FOR_BAND` ratings on) and the moments that divide the group, for one row of emotion; null where the view
 * does not ask for them, or nobody rated enough.
 */
export function planOpinions(lane: Lane, frame: MapFrame, height: number): PlannedOpinions | null {
  if (!frame.opinions || lane.curves === 'target') return null;
  const all = ratedSteps(frame.doc, lane.personaId);
  const zero = valenceToY(0, height, frame.m.emotion);
  const scale = valenceToY(1, height, frame.m.emotion) - zero;
  const stretches: number[][] = [];
  for (const [at, { step, of }] of all.entries()) {
    if (!of?.band || !frame.columns.stepById.has(step.id)) continue;
    const last = stretches.at(-1);
    if (last?.at(-1) === at - 1) last.push(at);
    else stretches.push([at]);
  }
  const runs = stretches.map((own): QuartileRun => {
    const [low, high] = [sideOf(all, own, 'low', frame), sideOf(all, own, 'high', frame)];
    const xs = low.points.map(({ x }) => x);
    return {
      from: xs[0] ?? 0,
      to: xs.at(-1) ?? 0,
      low: scaledCurve(low, scale, zero),
      high: scaledCurve(high, scale, zero),
    };
  });
  const split = all.flatMap(({ step, of }): PlannedSplit[] => {
    const column = frame.columns.stepById.get(step.id);
    return column && of?.split
      ? [{ step, x: column.x, w: column.w, pleased: of.split.pleased, displeased: of.split.displeased }]
      : [];
  });
  return runs.length > 0 ? { runs, split } : null;
}

/** Samples of a column, for the outline of the band. */
const SAMPLES = 16;

const bandFill = ({ palette, theme }: Pick<MapFrame, 'theme' | 'palette'>) =>
  palette.band.ground
    ? { fill: theme.color.onBlue, opacity: 0.28 }
    : { fill: theme.color.blue, opacity: theme.isDark ? 0.38 : 0.24 };

function area({ from, to, low, high }: QuartileRun, step: number, top: number): readonly number[] {
  const count = Math.max(1, Math.ceil((to - from) / step));
  const xs = Array.from({ length: count + 1 }, (_, at) => from + ((to - from) * at) / count);
  return [
    ...xs.flatMap((x) => [x, top + curveAt(high, x)]),
    ...xs.reverse().flatMap((x) => [x, top + curveAt(low, x)]),
  ];
}

/** Size of the sign of a split moment: its numbers are those of the scale. */
function signOf(split: PlannedSplit, frame: MapFrame, height: number) {
  const { axis } = frame.m.emotion;
  const pad = axis.font.size * 0.4;
  const mark = axis.font.size * 0.62;
  const width = (value: number) => frame.measure.width(String(value), axis.font);
  const w = width(split.pleased) + width(split.displeased) + 2 * mark + 5 * pad;
  const h = axis.lineHeight + pad;
  return { x: split.x + split.w / 2 - w / 2, y: height - h - pad, w, h, pad, mark, width };
}

/** Circles that keep words off the signs; heights from the top of the band. */
export function signObstacles(
  plan: PlannedOpinions | null,
  frame: MapFrame,
  height: number,
): readonly { readonly x: number; readonly y: number; readonly r: number }[] {
  return (plan?.split ?? []).flatMap((split) => {
    const { x, y, w, h } = signOf(split, frame, height);
    return [0.25, 0.5, 0.75].map((share) => ({ x: x + w * share, y: y + h / 2, r: h * 0.6 }));
  });
}

/** How many are pleased, how many are not: a triangle up and one down, with the numbers. */
function drawSign(out: Primitive[], split: PlannedSplit, frame: MapFrame, top: number, height: number): void {
  const { axis } = frame.m.emotion;
  const { x, y, w, h, pad, mark, width } = signOf(split, frame, height);
  const ink = frame.theme.focusStage.text;
  out.push(rect({ x, y: top + y, w, h }, frame.theme.focusStage.fill));
  const middle = top + y + h / 2;
  let at = x + pad;
  for (const [value, up] of [
    [split.pleased, 1],
    [split.displeased, -1],
  ] as const) {
    const half = (mark / 2) * up;
    const points = [at, middle + half, at + mark, middle + half, at + mark / 2, middle - half];
    out.push({ type: 'line', points, closed: true, fill: ink });
    at += mark + pad;
    const line = { text: String(value), width: width(value) };
    out.push(textLine(line, axis, at, middle - axis.lineHeight / 2 + baselineOf(axis), ink));
    at += line.width + pad;
  }
}

/** The quartiles and the divided moments, behind the curves. */
export function opinionGround(plan: PlannedOpinions, frame: MapFrame, top: number, height: number): GroupPrimitive {
  const { columns, theme, m } = frame;
  const children: Primitive[] = plan.runs.map((run) => ({
    type: 'line',
    points: area(run, m.moment / SAMPLES, top),
    closed: true,
    ...bandFill(frame),
  }));
  const width = m.emotion.curve * 0.7;
  for (const split of plan.split) {
    // No upright lines: they would cut the words that were said beside it.
    const { border } = theme.focusStage;
    children.push({ type: 'rect', x: split.x, y: top, w: split.w, h: height, fill: border, opacity: 0.18 });
    for (const y of [top, top + height - width]) children.push(rect({ x: split.x, y, w: split.w, h: width }, border));
    drawSign(children, split, frame, top, height);
  }
  return artifact({ x: columns.x, y: top, w: columns.w, h: height }, children);
}

/** The divided moments in words, for whoever does not see the signs. */
export function splitInWords(plan: PlannedOpinions | null, frame: MapFrame): string {
  if (!plan || plan.split.length === 0) return '';
  const { t, lang } = frame;
  const colon = lang === 'fr' ? '\u00A0: ' : ': ';
  return plan.split
    .map(({ step, pleased, displeased }) => {
      const camps = t('opinions.camps', { pleased, displeased });
      return `. ${t('opinions.split')}${colon}${step.title ? `${step.title}, ` : ''}${camps}`;
    })
    .join('');
}

/** What a legend needs to know of the opinions that the rows show. */
export interface OpinionFacts {
  /** Some row shows how far the participants agree. */
  readonly band: boolean;
  /** Some moment splits them. */
  readonly split: boolean;
}

export function opinionFacts(frame: MapFrame): OpinionFacts {
  if (!frame.opinions) return { band: false, split: false };
  const plans = lanesInOrder(frame.doc)
    .filter(({ kind, hidden }) => kind === 'emotion' && !hidden)
    .flatMap((lane) => planOpinions(lane, frame, 100) ?? []);
  return { band: plans.length > 0, split: plans.some(({ split }) => split.length > 0) };
}

/** What the legend says of the opinions that the rows show. */
export function opinionItems(
  { band, split }: OpinionFacts,
  frame: Pick<MapFrame, 't' | 'theme' | 'palette' | 'm'>,
  base: Pick<LegendItem, 'style' | 'ink'>,
): readonly LegendItem[] {
  if (!band) return [];
  const { mark } = frame.m.legend;
  const items: LegendItem[] = [
    {
      ...base,
      markWidth: mark,
      text: frame.t('opinions.band'),
      mark: (out, x, middle) => {
        const box = { x, y: middle - mark / 2, w: mark, h: mark };
        if (frame.palette.band.ground) out.push(rect(box, frame.palette.band.ground));
        out.push({ type: 'rect', ...box, ...bandFill(frame) });
      },
    },
  ];
  if (split)
    items.push({
      ...base,
      markWidth: mark,
      text: frame.t('opinions.split'),
      mark: (out, x, middle) =>
        out.push(rect({ x, y: middle - mark / 2, w: mark, h: mark }, frame.theme.focusStage.fill)),
    });
  return items;
}
