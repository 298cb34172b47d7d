import type { Color, Primitive } from '../../../scene/primitives';
import type { CurvePlace } from '../../pieces/curveShapes';
import { type Curve, curvePath } from '../../pieces/emotionCurve';
import type { JourneyState } from '../model';
import type { MapFrame } from './frame';

/** Inks of the second to the eighth persona, on paper and on dark ground; each at least 4.5:1 against what it is drawn on. */
const ON_LIGHT: readonly Color[] = ['#0F6C5C', '#6B3FA0', '#A8325F', '#8A4B08', '#14627F', '#55620F', '#4A5568'];
const ON_DARK: readonly Color[] = ['#7EDCC0', '#D3BBFF', '#FFA3C0', '#FFBE82', '#8FD6F5', '#CFE07A', '#D5DAE6'];

/** The core of each double line: with its colour alone nobody would be sure whose it is. */
const CORES: readonly (readonly number[])[] = [[], [4, 2.5], [0.1, 2.2], [7, 2, 1, 2], [], [4, 2.5], [0.1, 2.2]];

/** Stroke of today's curve of the `at`-th persona, and of the curve that is aimed at. */
export function curveInk(at: number, state: JourneyState, frame: Pick<MapFrame, 'theme' | 'palette'>): Color {
  const isDark = frame.palette.band.ground !== null || frame.theme.isDark;
  if (at === 0)
    return state === 'target' ? (isDark ? frame.theme.color.onBlue : frame.theme.color.blue) : frame.palette.band.curve;
  const inks = isDark ? ON_DARK : ON_LIGHT;
  return inks[(at - 1) % inks.length] ?? frame.palette.band.curve;
}

/** On the blue of a poster the text colour of the theme would be lost. */
export const targetInk = (frame: Pick<MapFrame, 'theme' | 'palette'>): Color =>
  frame.theme.isDark ? frame.theme.color.ink : curveInk(0, 'target', frame);

interface CurveLook {
  readonly at: number;
  readonly state: JourneyState;
}

/** The line of a curve: the first persona's plain, the others' double with a core of their own; dashed where it is aimed at. */
export function curveStrokes(
  curve: Curve,
  { at, state }: CurveLook,
  width: number,
  { y, bounds, band }: CurvePlace,
  frame: Pick<MapFrame, 'theme' | 'palette'>,
): readonly Primitive[] {
  const line = { type: 'path', d: curvePath(curve), x: 0, y, bounds, lineJoin: 'round' } as const;
  const stroke = at === 0 && state === 'target' ? targetInk(frame) : curveInk(at, state, frame);
  if (state === 'target')
    return [{ ...line, lineCap: 'butt', stroke, strokeWidth: width * 0.75, dash: [width * 2.25, width * 1.5] }];
  if (at === 0) return [{ ...line, lineCap: 'round', stroke, strokeWidth: width }];
  const core = CORES[(at - 1) % CORES.length] ?? [];
  const dash = core.length > 0 ? { dash: core.map((part) => part * width) } : {};
  return [
    { ...line, lineCap: 'round', stroke, strokeWidth: width * 1.75 },
    {
      ...line,
      lineCap: core.length > 0 ? 'butt' : 'round',
      stroke: band.curveCore,
      strokeWidth: width * 0.65,
      ...dash,
    },
  ];
}

/** How strongly it is felt: fine dots. */
export const intensityStrokes = (
  curve: Curve,
  at: number,
  width: number,
  { y, bounds }: CurvePlace,
  frame: Pick<MapFrame, 'theme' | 'palette'>,
): readonly Primitive[] => [
  {
    type: 'path',
    d: curvePath(curve),
    x: 0,
    y,
    bounds,
    lineCap: 'round',
    stroke: at === 0 ? frame.palette.band.axis : curveInk(at, 'current', frame),
    strokeWidth: width * 0.5,
    dash: [0.1, width * 1.1],
  },
];
