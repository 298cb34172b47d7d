import type { GroupPrimitive, Primitive } from '../../../scene/primitives';
import { drawFace } from '../../pieces/faces';
import { stable } from '../../pieces/layoutMemo';
import { artifact } from '../../pieces/shapes';
import { baselineOf, textBlock, textLine } from '../../pieces/textBlock';
import { type EmotionLevel, formatValence } from '../../pieces/valence';
import type { Lane } from '../model';
import { shownPoints } from '../shown';
import { valenceToY, yToValence } from './bandGeometry';
import { drawBand } from './emotionBand';
import { type EmotionPlan, planEmotion } from './emotionPlan';
import { chipRow, drawPoint, drawSaying } from './emotionPoints';
import type { MapFrame, Row } from './frame';
import { cellAreas, headHeight, laneHead, laneTitle, promptGroup, rowBase } from './rowParts';
import { screenMetrics } from './screenMetrics';

const LEVELS: readonly EmotionLevel[] = ['2', '1', '0', '-1', '-2'];

/** Valence at a height of the scene, given the bounds of an emotion cell of the screen layouts. Result -2..+2. */
export const valenceAt = (
  cell: { readonly y: number; readonly h: number },
  y: number,
  form: 'screen' | 'compact',
): number => yToValence(y - cell.y, cell.h, screenMetrics(form).emotion);

/** Width for the name of the row: all of it on one line above the axis, else what is left of the axis. */
function nameRoom(lane: Lane, frame: MapFrame, height: number): number {
  const { emotion: e, lane: m, laneHeader } = frame.m;
  const whole = laneHeader - m.pad[1] - m.pad[3];
  const free = valenceToY(2, height, e) - Math.max(e.axisFace, e.axis.lineHeight) / 2 - m.pad[0];
  const lines = Math.floor((free + 4) / m.title.lineHeight);
  if (textBlock(laneTitle(lane, frame), m.title, whole, frame).lines.length <= lines) return whole;
  const number = frame.measure.width(formatValence(-2, frame.lang), e.axis.font);
  return laneHeader - m.pad[3] - e.axisNumberRight - number - m.title.font.size / 2;
}

/** The plan of a band, kept while nothing it depends on changes. */
function planFor(lane: Lane, frame: MapFrame, height: number): EmotionPlan {
  const points = shownPoints(frame.doc, lane);
  const { info, ratings, participants } = frame.doc;
  const said = frame.opinions ? [ratings, participants] : [];
  const dependencies = [lane, height, frame.columns.key, info.personaIds, ...said, ...points];
  const key = `plan/${frame.columns.key}/${lane.id}/${height}`;
  return stable(frame.memo, key, dependencies, () => planEmotion(lane, frame, height));
}

/** Faces and signed numbers to the left of the band. */
function axis(lane: Lane, frame: MapFrame, top: number, plan: EmotionPlan): GroupPrimitive {
  const { m, palette, columns } = frame;
  const e = m.emotion;
  const bounds = { x: frame.x, y: top, w: m.laneHeader, h: plan.height };
  return stable(frame.memo, `axis/${columns.key}/${lane.id}`, [top, plan.height, columns.x], () => {
    const children: Primitive[] = [];
    for (const level of LEVELS) {
      const y = top + valenceToY(Number(level), plan.height, e);
      drawFace(children, level, { x: columns.x - e.axisFaceLeft + e.axisFace / 2, y, size: e.axisFace }, frame.theme);
      const text = formatValence(Number(level), frame.lang);
      const line = { text, width: frame.measure.width(text, e.axis.font) };
      const baseline = y - e.axis.lineHeight / 2 + baselineOf(e.axis);
      children.push(textLine(line, e.axis, columns.x - e.axisNumberRight, baseline, palette.band.axis, 'right'));
    }
    return artifact(bounds, children);
  });
}

function drawRow(out: Primitive[], lane: Lane, frame: MapFrame, plan: EmotionPlan, y: number, h: number): void {
  const { border } = frame.m.emotion;
  const top = y + border;
  drawBand(out, lane, frame, plan, { y, h, top });
  out.push(
    laneHead(lane, frame, top, plan.height, { ink: frame.palette.band.text, room: nameRoom(lane, frame, plan.height) }),
    axis(lane, frame, top, plan),
  );
  cellAreas(out, lane, frame, { y: top, h: plan.height }, 'step');
  if (plan.points.length === 0) {
    const prompt = promptGroup(lane, frame, top + plan.zero - frame.m.prompt.lineHeight * 1.6, frame.m.contents.pad);
    if (prompt) out.push(prompt);
  }
  // Faces last: what is aimed at lies behind what is felt where both are the same.
  const behind = plan.points.filter(({ point }) => point.state === 'target');
  const before = plan.points.filter(({ point }) => point.state !== 'target');
  for (const planned of [...behind, ...before]) out.push(drawPoint(planned, top, frame, plan, lane));
  for (const saying of plan.sayings) if (saying.placed) out.push(drawSaying(saying, saying.placed, top, frame));
  chipRow(plan, frame).draw(out, top + plan.height);
}

/** Heights that a poster's band may have to begin with, as shares of the full one; spare room makes it taller again. */
const POSTER_SHARES = [0.87, 0.9, 0.93, 0.96, 1] as const;

/** Height of the plot to begin with: on a poster the least at which no more quotes lose their place than in full height. */
function plotHeight(lane: Lane, frame: MapFrame): number {
  const { border, height } = frame.m.emotion;
  const full = height - 2 * border;
  if (!frame.isPoster) return full;
  const margin = (share: number) => chipRow(planFor(lane, frame, full * share), frame).height;
  return full * (POSTER_SHARES.find((share) => margin(share) <= margin(1)) ?? 1);
}

/** A row without anything, on a poster. */
function bareRow(lane: Lane, frame: MapFrame): Row {
  const draw = (out: Primitive[], y: number, h: number): void => {
    out.push(rowBase(lane, frame, y, h), laneHead(lane, frame, y, h));
  };
  return { lane, height: headHeight(lane, frame), isEmotion: false, isBlank: true, draw };
}

/** The emotion curve with its faces and what was said. */
export function emotionRow(lane: Lane, frame: MapFrame): Row {
  const { border } = frame.m.emotion;
  const isEmpty = !shownPoints(frame.doc, lane).some((point) => frame.columns.stepById.has(point.stepId));
  if (isEmpty && frame.isPoster) return bareRow(lane, frame);
  const plot = plotHeight(lane, frame);
  const inner = Math.max(plot, headHeight(lane, frame, undefined, nameRoom(lane, frame, plot)));
  const plan = planFor(lane, frame, inner);
  const margin = chipRow(plan, frame).height;
  const draw = (out: Primitive[], y: number, h: number): void => {
    const spare = h - (inner + margin + 2 * border);
    const taller = spare > 0.5 ? planFor(lane, frame, inner + spare) : plan;
    // More room may place a quote that had none, hardly ever the other way round; then the spare room stays empty.
    const fits = chipRow(taller, frame).height <= margin;
    drawRow(out, lane, frame, fits ? taller : plan, y, h);
  };
  return { lane, height: inner + margin + 2 * border, isEmotion: true, isBlank: false, draw };
}
