import type { Box, GroupPrimitive, Primitive } from '../../../scene/primitives';
import { type CurvePlace, curveGround } from '../../pieces/curveShapes';
import { stable } from '../../pieces/layoutMemo';
import { artifact, rect, rule } from '../../pieces/shapes';
import { formatValence } from '../../pieces/valence';
import type { Lane } from '../model';
import { valenceToY } from './bandGeometry';
import type { EmotionPlan, PlannedCurve, PlannedGap } from './emotionPlan';
import type { MapFrame } from './frame';
import { opinionGround, splitInWords } from './opinionBand';
import { curveStrokes, intensityStrokes } from './personaCurves';
import { laneTitle } from './rowParts';

interface BandPlace {
  /** Of the whole row, borders included. */
  readonly y: number;
  readonly h: number;
  /** Of the plot. */
  readonly top: number;
}

/** Ground, chosen column, scale lines and stage lines. */
function ground(frame: MapFrame, plan: EmotionPlan, place: BandPlace): GroupPrimitive {
  const { columns, palette, m, bleed, theme } = frame;
  const band = palette.band;
  const e = m.emotion;
  // Without a ground there is nothing to run off the sheet.
  const run = band.ground ? bleed : undefined;
  const left = run?.left ?? frame.x;
  const right = run?.right ?? columns.x + columns.w;
  const bounds: Box = { x: left, y: place.y, w: right - left, h: place.h };
  const children: Primitive[] = [];
  if (band.ground) children.push(rect(bounds, band.ground));
  const chosen = columns.stages.find((column) => column.stage.id === frame.focus);
  if (chosen && theme.isDark) {
    children.push(rect({ x: chosen.x, y: place.y, w: chosen.w, h: place.h }, theme.focusStage.column));
  }
  for (const valence of [-2, -1, 1, 2]) {
    const y = place.top + valenceToY(valence, plan.height, e);
    const { width, dash } = e.guide;
    children.push(rule(columns.x, y, right, y, band.guide, width, { dash, opacity: band.guideOpacity }));
  }
  const zero = place.top + plan.zero;
  children.push(rule(columns.x, zero, right, zero, band.zero, e.guide.zero, { opacity: band.zeroOpacity }));
  for (const column of columns.stages) {
    const x = column.x + (bleed ? 0 : m.line / 2);
    children.push(rule(x, place.y, x, place.y + place.h, band.stageLine, m.line));
  }
  const border = e.border || (frame.isPoster ? m.line : 0);
  if (band.border && border > 0) {
    for (const y of [place.y + border / 2, place.y + place.h - border / 2]) {
      children.push(rule(left, y, right, y, band.border, border));
    }
  }
  return artifact(bounds, children);
}

/** A dotted vertical per step, through its points: a moment is one abscissa from the touchpoint to the indicator. */
function momentGuides(frame: MapFrame, plan: EmotionPlan, top: number): readonly Primitive[] {
  const { width, dash, opacity } = frame.m.emotion.momentGuide;
  const pointed = new Set(plan.points.map(({ point }) => point.stepId));
  const bare = [...frame.columns.stepById.values()].filter(({ step }) => !pointed.has(step.id));
  const xs = [...plan.points.map(({ x }) => x), ...bare.map((column) => column.x + column.w / 2)];
  return xs.map((x) => rule(x, top, x, top + plan.height, frame.palette.band.momentLine, width, { dash, opacity }));
}

/** The curve in words: the valences of each stage. */
export function curveInWords(lane: Lane, frame: MapFrame, plan: EmotionPlan): string {
  const stages = frame.columns.stages.flatMap((column) => {
    const own = new Set(column.steps.map(({ step }) => step.id));
    const values = plan.points
      .filter(({ point }) => own.has(point.stepId))
      .map(({ point }) => formatValence(point.valence, frame.lang));
    return values.length === 0 ? [] : [`${column.stage.title} ${values.join(', ')}`];
  });
  const colon = frame.lang === 'fr' ? '\u00A0: ' : ': ';
  return `${laneTitle(lane, frame)}${colon}${stages.join('. ')}`;
}

/** The lines of one curve; where a row shows points alone, none. */
function strokesOf(planned: PlannedCurve, lane: Lane, frame: MapFrame, at: CurvePlace): readonly Primitive[] {
  const width = frame.m.emotion.curve;
  const { intensity } = planned;
  const felt = lane.display === 'points' ? [] : curveStrokes(planned.curve, planned, width, at, frame);
  return intensity ? [...intensityStrokes(intensity, planned.at, width, at, frame), ...felt] : felt;
}

/** A gain as an arrow from today's curve to the one aimed at, a difference as a rule between two. */
function gapMark(gap: PlannedGap, plan: EmotionPlan, top: number, frame: MapFrame): readonly Primitive[] {
  const { curve: width, face } = frame.m.emotion;
  const isUp = gap.to < gap.from;
  const clear = (plan.points.find(({ x, at }) => x === gap.x && at === 0)?.size ?? face) / 2 + width;
  const from = gap.from + (isUp ? -clear : clear);
  const to = gap.to + (isUp ? width : -width);
  if (isUp ? to > from - width : to < from + width) return [];
  const ink = gap.kind === 'gain' ? gainInk(isUp, frame) : frame.palette.band.axis;
  const line: Primitive = {
    type: 'line',
    points: [gap.x, top + from, gap.x, top + to],
    stroke: ink,
    strokeWidth: width * 0.5,
  };
  if (gap.kind === 'difference') return [{ ...line, dash: [width * 0.75, width * 0.75] }];
  const head = width * 1.5;
  const back = top + to + (isUp ? head : -head);
  const points = [gap.x, top + to, gap.x - head * 0.6, back, gap.x + head * 0.6, back];
  return [line, { type: 'line', closed: true, points, fill: ink }];
}

const gainInk = (isUp: boolean, { theme, palette }: MapFrame): string =>
  palette.band.ground && !theme.isDark
    ? isUp
      ? theme.color.greenSoft
      : theme.color.redSoft
    : isUp
      ? theme.color.green
      : theme.color.red;

function figure(lane: Lane, frame: MapFrame, plan: EmotionPlan, place: BandPlace): GroupPrimitive {
  const { columns } = frame;
  const bounds: Box = { x: columns.x, y: place.top, w: columns.w, h: plan.height };
  const first =
    lane.display === 'points' ? undefined : plan.curves.find(({ at, state }) => at === 0 && state === 'current');
  const at = { y: place.top, bounds, band: frame.palette.band };
  return {
    type: 'group',
    role: 'figure',
    alt: `${curveInWords(lane, frame, plan)}${splitInWords(plan.opinions, frame)}`,
    target: { kind: 'curve', id: lane.id },
    bounds,
    children: [
      ...(first ? curveGround(first.curve, plan.zero, at) : []),
      ...momentGuides(frame, plan, place.top),
      ...[...plan.curves].reverse().flatMap((planned) => strokesOf(planned, lane, frame, at)),
      ...plan.gaps.flatMap((gap) => gapMark(gap, plan, place.top, frame)),
    ],
  };
}

/** Adds the ground of the band and its curves. */
export function drawBand(out: Primitive[], lane: Lane, frame: MapFrame, plan: EmotionPlan, place: BandPlace): void {
  const key = `${frame.columns.key}/${lane.id}`;
  const at = [place.y, place.h, place.top, plan.height, frame.x, frame.bleed?.right];
  out.push(stable(frame.memo, `ground/${key}`, [...at, frame.focus], () => ground(frame, plan, place)));
  const names = frame.columns.stages.map((column) => column.stage.title);
  const { opinions } = plan;
  if (opinions)
    out.push(
      stable(frame.memo, `opinions/${key}`, [...at, opinions], () =>
        opinionGround(opinions, frame, place.top, plan.height),
      ),
    );
  out.push(stable(frame.memo, `curve/${key}`, [...at, plan, lane, ...names], () => figure(lane, frame, plan, place)));
}
