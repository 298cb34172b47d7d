import type { Theme } from '../../model/theme';
import type { Box, PathPrimitive, Primitive } from '../../scene/primitives';
import type { EmotionLevel } from './valence';

/** Side of the square the faces are drawn in. */
const GRID = 24;
const MOUTHS: Readonly<Record<EmotionLevel, string>> = {
  '-2': 'M6.6 17.2Q12 11.4 17.4 17.2M5.9 7.2L9.6 8.6M18.1 7.2L14.4 8.6',
  '-1': 'M7.4 16.6Q12 13.4 16.6 16.6',
  '0': 'M7.6 15.6H16.4',
  '1': 'M7.2 14.4Q12 18.4 16.8 14.4',
  '2': 'M6.4 13.4Q12 21 17.6 13.4Z',
};

const circle = (cx: number, cy: number, r: number) =>
  `M${cx - r} ${cy}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
const RING = circle(12, 12, 11.6);
const DISC = circle(12, 12, 10.4);
const EYES = `${circle(8.4, 10.6, 1.35)}${circle(15.6, 10.6, 1.35)}`;
/** Star with four branches: a moment of truth. */
const STAR = 'M12 .8L14.7 9.3L23.2 12L14.7 14.7L12 23.2L9.3 14.7L.8 12L9.3 9.3Z';

/** A face of an emotion level, `size` wide, around a centre. `ring` is the paper it stands on. */
export function drawFace(
  out: Primitive[],
  level: EmotionLevel,
  at: { readonly x: number; readonly y: number; readonly size: number },
  theme: Theme,
  ring: string = theme.faceRing,
): void {
  const { fill, feature } = theme.emotion[level];
  const { size } = at;
  const x = at.x - size / 2;
  const y = at.y - size / 2;
  const scale = size / GRID;
  const bounds: Box = { x, y, w: size, h: size };
  const stroke = { stroke: feature, strokeWidth: 1.9, lineCap: 'round', lineJoin: 'round' } as const;
  // Hundreds stand on a crowded band: each written out, for copying what they share took as long as all the rest.
  out.push(
    { type: 'path', x, y, scale, bounds, d: RING, fill: ring },
    { type: 'path', x, y, scale, bounds, d: DISC, fill },
    level === '2'
      ? { type: 'path', x, y, scale, bounds, d: MOUTHS[level], fill: feature, ...stroke }
      : { type: 'path', x, y, scale, bounds, d: MOUTHS[level], ...stroke },
    { type: 'path', x, y, scale, bounds, d: EYES, fill: feature },
  );
}

/** The star of a moment of truth, `size` wide, around a centre. */
export function truthStar(x: number, y: number, size: number, theme: Theme): PathPrimitive {
  return {
    type: 'path',
    d: STAR,
    x: x - size / 2,
    y: y - size / 2,
    scale: size / GRID,
    fill: theme.color.gold,
    stroke: theme.noteText,
    strokeWidth: (1.5 * GRID) / size,
    lineJoin: 'round',
    bounds: { x: x - size / 2, y: y - size / 2, w: size, h: size },
  };
}
