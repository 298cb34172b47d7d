import type { Box, Primitive } from '../../scene/primitives';
import { type Curve, curveAreas, curvePath } from './emotionCurve';
import type { BandPalette } from './palette';

/** Where a curve is drawn: its heights count from `y`. */
export interface CurvePlace {
  readonly y: number;
  readonly bounds: Box;
  readonly band: BandPalette;
}

/** The areas between a curve and the neutral line at height `zero`. */
export function curveGround(curve: Curve, zero: number, { y, bounds, band }: CurvePlace): readonly Primitive[] {
  const { less, more } = curveAreas(curve, zero);
  const at = { type: 'path', x: 0, y, bounds } as const;
  const drawn: Primitive[] = [];
  if (less) drawn.push({ ...at, d: less, fill: band.positive, opacity: band.positiveOpacity });
  if (more) drawn.push({ ...at, d: more, fill: band.negative, opacity: band.negativeOpacity });
  return drawn;
}

/** The line of a curve; a double one is told from a plain one without colour. */
export function curveLines(
  curve: Curve,
  kind: 'plain' | 'double',
  width: number,
  { y, bounds, band }: CurvePlace,
): readonly Primitive[] {
  const at = { type: 'path', d: curvePath(curve), x: 0, y, bounds, lineCap: 'round', lineJoin: 'round' } as const;
  if (kind === 'plain') return [{ ...at, stroke: band.curve, strokeWidth: width }];
  return [
    { ...at, stroke: band.curve, strokeWidth: width * 1.75 },
    { ...at, stroke: band.curveCore, strokeWidth: width * 0.65 },
  ];
}
