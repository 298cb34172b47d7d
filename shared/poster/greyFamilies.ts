import { greyOf } from '../scene/colours';
import type { Color, Primitive, RectPrimitive } from '../scene/primitives';
import { POSTER_THEMES } from './posterSetup';
import { posterTheme } from './posterThemes';

/**
 * Pain points and opportunities are papers of two colours that become the same grey. In grey they are told apart by three things that any printer keeps: a mid grey under a hatched
 * strip, a light one under a plain strip and within a line. Text stands out from both as it does in colour.
 */
const PAIN = { paper: '#c9c9c9', ink: '#3d3d3d' } as const;
const IDEA = { paper: '#f5f5f5', strip: '#9a9a9a', edge: '#4f4f4f' } as const;

/** In points of an A1 poster. */
const HATCH = { step: 7, width: 2.4 } as const;
const EDGE = 1.8;
/** A patch up to this size is an entry of the legend. */
const SWATCH = 40;

const notes = POSTER_THEMES.map((name) => posterTheme(name).note);
const is = (fill: Color | undefined, family: 'corail' | 'menthe', part: 'fill' | 'band'): boolean =>
  notes.some((papers) => papers[family][part].toLowerCase() === fill?.toLowerCase());

/** The grey of a paper of these two families, its strip or its entry in the legend; null for everything else. `unit` is a point of an A1 poster in units of the scene. */
export function greyFamily(rect: RectPrimitive, unit: number): readonly Primitive[] | null {
  const isSwatch = rect.w <= SWATCH * unit && rect.h <= SWATCH * unit;
  if (is(rect.fill, 'corail', 'fill')) {
    const paper = { ...plain(rect), fill: PAIN.paper };
    return isSwatch ? [paper, ...hatching({ ...rect, h: rect.h / 2 }, unit)] : [paper];
  }
  if (is(rect.fill, 'corail', 'band')) return [{ ...plain(rect), fill: PAIN.paper }, ...hatching(rect, unit)];
  if (is(rect.fill, 'menthe', 'fill')) {
    const inset = (EDGE * unit) / 2;
    const edge = { x: rect.x + inset, y: rect.y + inset, w: rect.w - 2 * inset, h: rect.h - 2 * inset };
    return [{ ...plain(rect), ...edge, fill: IDEA.paper, stroke: IDEA.edge, strokeWidth: EDGE * unit }];
  }
  if (is(rect.fill, 'menthe', 'band')) {
    const inset = EDGE * unit;
    return [
      {
        ...plain(rect),
        x: rect.x + inset,
        y: rect.y + inset,
        w: rect.w - 2 * inset,
        h: rect.h - inset,
        fill: IDEA.strip,
      },
    ];
  }
  return null;
}

/** Whatever else was drawn of it, in grey. */
const plain = (rect: RectPrimitive): RectPrimitive =>
  rect.stroke === undefined ? rect : { ...rect, stroke: greyOf(rect.stroke) };

/** Slanted strokes from edge to edge as one shape, none over an end. */
function hatching({ x, y, w, h }: RectPrimitive, unit: number): readonly Primitive[] {
  const step = HATCH.step * unit;
  const thick = HATCH.width * unit;
  const count = Math.max(0, Math.floor((w - h - thick) / step) + 1);
  if (count === 0) return [];
  const strokes = Array.from({ length: count }, (_, at) => {
    const left = x + at * step;
    const corners = [left, y + h, left + thick, y + h, left + thick + h, y, left + h, y].map(
      (value) => Math.round(value * 100) / 100,
    );
    return `M${corners[0]} ${corners[1]}L${corners.slice(2).join(' ')}Z`;
  });
  return [{ type: 'path', d: strokes.join(''), bounds: { x, y, w, h }, fill: PAIN.ink }];
}
