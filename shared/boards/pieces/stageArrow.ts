import type { Box, Color, LinePrimitive } from '../../scene/primitives';

/** The arrow of a stage: six points, its tip `depth` long; the first one of a row has a straight back. */
export function stageArrow({ x, y, w, h }: Box, depth: number, fill: Color, isFirst: boolean): LinePrimitive {
  const tip = x + w;
  const points = [x, y, tip - depth, y, tip, y + h / 2, tip - depth, y + h, x, y + h];
  return { type: 'line', closed: true, fill, points: isFirst ? points : [...points, x + depth, y + h / 2] };
}
