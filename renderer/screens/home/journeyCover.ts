import type { EmotionPoint, JourneyMapDoc } from '@shared/boards/journey-map/model';
import {
  columnOf,
  columnsInOrder,
  emotionPointsIn,
  lanesInOrder,
  stagesInOrder,
  stepsOf,
} from '@shared/boards/journey-map/order';
import type { Portrait } from '@shared/boards/persona/model';
import { portraitScene } from '@shared/boards/persona/portrait';
import { curveAreas, curvePath, emotionCurve, scaledCurve } from '@shared/boards/pieces/emotionCurve';
import { drawFace } from '@shared/boards/pieces/faces';
import { emotionLevel } from '@shared/boards/pieces/valence';
import type { Theme } from '@shared/model/theme';
import type { Box, Primitive } from '@shared/scene/primitives';

/** Height of the band of stage arrows, and how deep their points are. */
const BAND = 17;
const POINT = 6;
const MARGIN = 12;
/** A portrait's width when it stands alone, and when several share the cover. */
const PORTRAIT = 104;
const SHARED_PORTRAIT = 76;

/** A journey in small: its stages as arrows (the purchase in gold), its first emotion curve, the faces of its personas. */
export function journeyCover(
  doc: JourneyMapDoc,
  portraits: readonly Portrait[],
  theme: Theme,
  box: Box,
): readonly Primitive[] {
  const shown = portraits.slice(0, 2);
  const each = shown.length > 1 ? SHARED_PORTRAIT : PORTRAIT;
  const left = shown.length * each;
  const map: Box = { x: box.x + left, y: box.y, w: box.w - left, h: box.h };
  return [
    { type: 'rect', ...map, fill: theme.color.paper2 },
    ...shown.flatMap((portrait, at) =>
      portraitScene(
        portrait,
        { x: box.x + at * each, y: box.y, w: each, h: box.h },
        { view: { x: 20, y: 30, w: 160, h: 200 } },
      ),
    ),
    ...arrows(doc, theme, { x: map.x + MARGIN, y: map.y + MARGIN, w: map.w - 2 * MARGIN, h: BAND }),
    ...curve(doc, theme, { x: map.x, y: map.y + MARGIN + BAND + 4, w: map.w, h: map.h - MARGIN - BAND - 8 }),
  ];
}

/** Stage arrows, each as wide as its share of the columns. */
function arrows(doc: JourneyMapDoc, theme: Theme, box: Box): readonly Primitive[] {
  const stages = stagesInOrder(doc);
  const widths = stages.map((stage) => Math.max(1, stepsOf(doc, stage.id).length));
  const total = widths.reduce((sum, width) => sum + width, 0);
  let x = box.x;
  return stages.map((stage, at) => {
    const w = ((widths[at] ?? 1) / total) * box.w;
    const fill = stage.phase === 'purchase' ? theme.focusStage.fill : theme.stage.fill;
    const points = arrow(x, box.y, w - 1.5, box.h, at === 0);
    x += w;
    return { type: 'line', points, closed: true, fill };
  });
}

function arrow(x: number, y: number, w: number, h: number, first: boolean): readonly number[] {
  const depth = Math.min(POINT, w / 3);
  const body = [x, y, x + w - depth, y, x + w, y + h / 2, x + w - depth, y + h, x, y + h];
  return first ? body : [...body, x + depth, y + h / 2];
}

/** Points of the first persona's curve on the first emotion row that has one. */
function mainPoints(doc: JourneyMapDoc): readonly EmotionPoint[] {
  const lane = lanesInOrder(doc).find((each) => each.kind === 'emotion' && emotionPointsIn(doc, each.id).length > 0);
  if (!lane) return [];
  const points = emotionPointsIn(doc, lane.id);
  const persona = points[0]?.personaId ?? null;
  const theirs = points.filter((point) => point.personaId === persona);
  // Of two curves, that of the map's own state.
  const own = theirs.filter(({ state }) => state === doc.info.state);
  return own.length > 0 ? own : theirs;
}

function curve(doc: JourneyMapDoc, theme: Theme, box: Box): readonly Primitive[] {
  const zero = box.y + box.h / 2;
  const line: Primitive = {
    type: 'line',
    points: [box.x, zero, box.x + box.w, zero],
    stroke: theme.color.lineStrong,
    strokeWidth: 1,
  };
  const columns = columnsInOrder(doc).length;
  // Moments stand under their arrow; the line itself goes on to both edges.
  const points = mainPoints(doc).map((point) => ({
    x: box.x + MARGIN + ((columnOf(doc, point.stepId) + point.offset) / columns) * (box.w - 2 * MARGIN),
    valence: point.valence,
  }));
  if (points.length === 0) return [line, ...placesToFill(columns, theme, box, zero)];
  const unit = -(box.h / 2 - 10) / 2;
  const drawn = scaledCurve(emotionCurve(points, { from: box.x, to: box.x + box.w }), unit, zero);
  const areas = curveAreas(drawn, zero);
  const out: Primitive[] = [
    { type: 'path', d: areas.less, fill: theme.emotion['1'].fill, opacity: theme.area.positive, bounds: box },
    { type: 'path', d: areas.more, fill: theme.emotion['-1'].fill, opacity: theme.area.negative, bounds: box },
    line,
    {
      type: 'path',
      d: curvePath(drawn),
      stroke: theme.curve,
      strokeWidth: 3,
      lineCap: 'round',
      lineJoin: 'round',
      bounds: box,
    },
  ];
  for (const point of extremes(points))
    drawFace(
      out,
      emotionLevel(point.valence),
      { x: point.x, y: zero + unit * point.valence, size: 17 },
      theme,
      theme.color.paper2,
    );
  return out;
}

/** Where faces will stand once somebody says what was felt. */
function placesToFill(columns: number, theme: Theme, box: Box, y: number): readonly Primitive[] {
  const size = 13;
  return Array.from({ length: columns }, (_, at): Primitive => {
    const x = box.x + MARGIN + ((at + 0.5) / columns) * (box.w - 2 * MARGIN);
    const place = { x: x - size / 2, y: y - size / 2, w: size, h: size, radius: size / 2 };
    return {
      type: 'rect',
      ...place,
      fill: theme.color.paper2,
      stroke: theme.color.lineStrong,
      strokeWidth: 1.5,
      dash: [3, 2.5],
    };
  });
}

/** The highest and the lowest point. */
function extremes<T extends { readonly valence: number }>(points: readonly T[]): readonly T[] {
  const by = [...points].sort((a, b) => a.valence - b.valence);
  const [low, high] = [by[0], by.at(-1)];
  return low && high && low !== high ? [low, high] : low ? [low] : [];
}
