import type { Box, GroupPrimitive, Primitive } from '../../../scene/primitives';
import { curveGround, curveLines } from '../../pieces/curveShapes';
import { stable } from '../../pieces/layoutMemo';
import { artifact, rect, rule } from '../../pieces/shapes';
import { formatValence } from '../../pieces/valence';
import type { Lane } from '../model';
import type { EmotionPlan } from './emotionPlan';
import { valenceToY } from './emotionPlan';
import type { MapFrame } from './frame';
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
  const left = bleed?.left ?? frame.x;
  const right = bleed?.right ?? columns.x + columns.w;
  const bounds: Box = { x: left, y: place.y, w: right - left, h: place.h };
  const children: Primitive[] = [];
  if (band.ground) children.push(rect(bounds, band.ground));
  const chosen = columns.stages.find((column) => column.stage.id === frame.focus);
  if (chosen && theme.name === 'projectorDark') {
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
  if (band.border && e.border > 0) {
    for (const y of [place.y + e.border / 2, place.y + place.h - e.border / 2]) {
      children.push(rule(left, y, right, y, band.border, e.border));
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

function figure(lane: Lane, frame: MapFrame, plan: EmotionPlan, place: BandPlace): GroupPrimitive {
  const { columns } = frame;
  const bounds: Box = { x: columns.x, y: place.top, w: columns.w, h: plan.height };
  const first = plan.curves.find((planned) => planned.isFirst);
  const at = { y: place.top, bounds, band: frame.palette.band };
  return {
    type: 'group',
    role: 'figure',
    alt: curveInWords(lane, frame, plan),
    target: { kind: 'curve', id: lane.id },
    bounds,
    children: [
      ...(first ? curveGround(first.curve, plan.zero, at) : []),
      ...momentGuides(frame, plan, place.top),
      ...[...plan.curves]
        .reverse()
        .flatMap(({ curve, isFirst }) => curveLines(curve, isFirst ? 'plain' : 'double', frame.m.emotion.curve, at)),
    ],
  };
}

/** Adds the ground of the band and its curves. */
export function drawBand(out: Primitive[], lane: Lane, frame: MapFrame, plan: EmotionPlan, place: BandPlace): void {
  const key = `${frame.columns.key}/${lane.id}`;
  const at = [place.y, place.h, place.top, plan.height, frame.x, frame.bleed?.right];
  out.push(stable(frame.memo, `ground/${key}`, [...at, frame.focus], () => ground(frame, plan, place)));
  const names = frame.columns.stages.map((column) => column.stage.title);
  out.push(stable(frame.memo, `curve/${key}`, [...at, plan, lane, ...names], () => figure(lane, frame, plan, place)));
}
