import type { GroupPrimitive, LinePrimitive, Primitive, Scene } from '../scene/primitives';
import type { SheetSize } from '../scene/sheet';

/** Paper beyond the bleed that marks stand on, in mm. */
export const SLUG_MM = 12;
/** Marks begin this far from the bleed: they must not be seen where the cut wanders. */
export const GAP_MM = 4;
const LENGTH_MM = 6;
/** A hairline of a quarter of a point. */
const STROKE_MM = 0.088;
const RADIUS_MM = 2;
const SLUG_TEXT_MM = 2.4;
/** All inks of the press at once. */
const REGISTRATION = '#000000';

interface MarkSetup {
  readonly sheet: SheetSize;
  readonly bleedMm: number;
  readonly unitsPerMm: number;
}

/** Crop marks at the corners, registration marks at the middles, and what the sheet is, all beyond the bleed. */
export function pressMarks(scene: Scene, { sheet, bleedMm, unitsPerMm }: MarkSetup): GroupPrimitive {
  const mm = (value: number): number => value * unitsPerMm;
  const [w, h] = [sheet.widthMm, sheet.heightMm];
  const from = bleedMm + GAP_MM;
  const to = from + LENGTH_MM;
  const line = (...points: readonly number[]): LinePrimitive => ({
    type: 'line',
    points: points.map(mm),
    stroke: REGISTRATION,
    strokeWidth: mm(STROKE_MM),
  });
  const corners = [0, w].flatMap((x) =>
    [0, h].flatMap((y) => {
      const [outX, outY] = [x === 0 ? -1 : 1, y === 0 ? -1 : 1];
      return [line(x + outX * from, y, x + outX * to, y), line(x, y + outY * from, x, y + outY * to)];
    }),
  );
  const reach = from + LENGTH_MM / 2;
  const middles: readonly (readonly [number, number])[] = [
    [w / 2, -reach],
    [w / 2, h + reach],
    [-reach, h / 2],
    [w + reach, h / 2],
  ];
  const registration = middles.flatMap(([x, y]): readonly Primitive[] => [
    {
      type: 'rect',
      x: mm(x - RADIUS_MM),
      y: mm(y - RADIUS_MM),
      w: mm(2 * RADIUS_MM),
      h: mm(2 * RADIUS_MM),
      radius: mm(RADIUS_MM),
      stroke: REGISTRATION,
      strokeWidth: mm(STROKE_MM),
    },
    line(x - LENGTH_MM / 2, y, x + LENGTH_MM / 2, y),
    line(x, y - LENGTH_MM / 2, x, y + LENGTH_MM / 2),
  ]);
  const bleed = bleedMm > 0 ? ` + ${bleedMm} mm` : '';
  const text = `${scene.title}   ${w} × ${h} mm${bleed}`;
  const size = mm(SLUG_TEXT_MM);
  const slug: Primitive = {
    type: 'text',
    text,
    x: mm(8),
    y: mm(h + from + LENGTH_MM / 2) + size / 3,
    // Nothing is aligned by it: an estimate is enough.
    width: text.length * size * 0.55,
    fill: REGISTRATION,
    font: { family: 'Atkinson Hyperlegible Next', size, weight: 400 },
  };
  const around = to + RADIUS_MM;
  const bounds = { x: mm(-around), y: mm(-around), w: mm(w + 2 * around), h: mm(h + 2 * around) };
  return { type: 'group', role: 'artifact', bounds, children: [...corners, ...registration, slug] };
}
