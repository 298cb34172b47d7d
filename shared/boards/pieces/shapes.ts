import { ICON_GRID, ICONS, type IconName } from '../../scene/icons';
import type {
  Box,
  Color,
  GroupPrimitive,
  LinePrimitive,
  PathPrimitive,
  Primitive,
  RectPrimitive,
  Target,
} from '../../scene/primitives';

/** Nothing to see, but something to hit. */
export const TRANSPARENT = 'rgba(0,0,0,0)';

/** An icon as a path, `size` wide, from its top left corner. */
export const icon = (name: IconName, x: number, y: number, size: number, fill: Color): PathPrimitive => ({
  type: 'path',
  d: ICONS[name],
  x,
  y,
  scale: size / ICON_GRID,
  fill,
  bounds: { x, y, w: size, h: size },
});

export const rect = (box: Box, fill: Color): RectPrimitive => ({ type: 'rect', ...box, fill });

export const rule = (
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  stroke: Color,
  strokeWidth: number,
  more: Partial<Pick<LinePrimitive, 'dash' | 'opacity' | 'lineCap'>> = {},
): LinePrimitive => ({ type: 'line', points: [x1, y1, x2, y2], stroke, strokeWidth, ...more });

export const disc = (cx: number, cy: number, r: number, fill: Color): RectPrimitive => ({
  type: 'rect',
  x: cx - r,
  y: cy - r,
  w: 2 * r,
  h: 2 * r,
  radius: r,
  fill,
});

/** A square drawn with a border inside its box. */
export const frameRect = (box: Box, stroke: Color, width: number, radius = 0): RectPrimitive => ({
  type: 'rect',
  x: box.x + width / 2,
  y: box.y + width / 2,
  w: box.w - width,
  h: box.h - width,
  ...(radius ? { radius: Math.max(0, radius - width / 2) } : {}),
  stroke,
  strokeWidth: width,
});

/** Decoration: neither read out nor hit. */
export const artifact = (bounds: Box, children: readonly Primitive[]): GroupPrimitive => ({
  type: 'group',
  role: 'artifact',
  bounds,
  children,
});

/** An invisible area that can be hit: a cell, a column. */
export const hitArea = (bounds: Box, target: Target): GroupPrimitive => ({
  type: 'group',
  role: 'artifact',
  bounds,
  target,
  children: [rect(bounds, TRANSPARENT)],
});
