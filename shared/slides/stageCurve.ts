import { curveGround, curveLines } from '../boards/pieces/curveShapes';
import { emotionCurve, scaledCurve } from '../boards/pieces/emotionCurve';
import { drawFace } from '../boards/pieces/faces';
import { paletteOf } from '../boards/pieces/palette';
import { emotionLevel } from '../boards/pieces/valence';
import { LIGHT } from '../model/theme';
import type { Deck, StageSlide } from '../presenting/journeyDeck';
import type { Primitive } from '../scene/primitives';
import { EDGE, group, LEGIBLE_PT, RIGHT, type StageContext, sans } from './stagePage';
import { heightOf, setText } from './textRoom';

const CURVE = { top: 400, height: 88, margin: 16 } as const;
const NAMES = { top: 494, bottom: 530 } as const;
const { color } = LIGHT;

/** The whole curve at the foot of the slide, with the names of the stages. */
export function stageCurve(
  slide: StageSlide,
  { spans, points }: Pick<Deck, 'spans' | 'points'>,
  ctx: StageContext,
): readonly Primitive[] {
  const width = RIGHT - EDGE;
  const xOf = (share: number) => EDGE + share * width;
  const middle = CURVE.top + CURVE.height / 2;
  const reach = (CURVE.height / 2 - CURVE.margin) / 2;
  const out: Primitive[] = [];
  const now = spans.find(({ id }) => id === slide.id);
  if (now)
    out.push({
      type: 'rect',
      x: xOf(now.from),
      y: CURVE.top,
      w: xOf(now.to) - xOf(now.from),
      h: NAMES.bottom - CURVE.top,
      fill: color.blueSoft,
    });
  const felt = points.map(({ x, valence }) => ({ x: xOf(x), valence }));
  const curve = scaledCurve(emotionCurve(felt, { from: EDGE, to: RIGHT }), -reach, middle);
  const bounds = { x: EDGE, y: CURVE.top, w: width, h: CURVE.height };
  const place = { y: 0, bounds, band: paletteOf(LIGHT, 'screen').band };
  const faces: Primitive[] = [];
  for (const isNow of [false, true])
    for (const { x, valence, stageId } of points)
      if ((stageId === slide.id) === isNow)
        drawFace(
          faces,
          emotionLevel(valence),
          { x: xOf(x), y: middle - valence * reach, size: isNow ? 26 : 15 },
          LIGHT,
        );
  const zero: Primitive = {
    type: 'line',
    points: [EDGE, middle, RIGHT, middle],
    stroke: color.lineStrong,
    strokeWidth: 1,
  };
  if (points.length > 0)
    out.push(
      group([...curveGround(curve, middle, place), zero, ...curveLines(curve, 'plain', 3, place), ...faces], {
        role: 'figure',
        alt: ctx.t('journey.lane.emotion'),
        bounds,
      }),
    );
  const names = spans.map(({ id, number, title, from, to }) => ({
    isNow: id === slide.id,
    number: `${number}`,
    text: title || `${number}`,
    x: xOf(from) + 2,
    width: xOf(to) - xOf(from) - 4,
  }));
  const fits = (size: number) =>
    names.every(
      ({ text, width: room }) =>
        heightOf({ text, font: sans(size, 700), width: room }, ctx) <= NAMES.bottom - NAMES.top,
    );
  const size = [13, LEGIBLE_PT].find(fits);
  for (const { isNow, text, number, ...column } of names) {
    const font = sans(size ?? LEGIBLE_PT, isNow ? 700 : 400);
    // Too many for their names: their numbers, as on the map.
    setText(
      out,
      {
        ...column,
        text: size ? text : number,
        font,
        fill: isNow ? color.blueDeep : color.ink2,
        y: NAMES.top,
        align: 'center',
        bottom: NAMES.bottom,
      },
      ctx,
    );
  }
  return out;
}
