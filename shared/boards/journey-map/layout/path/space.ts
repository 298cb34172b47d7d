import type { Box } from '../../../../scene/primitives';

/** What is taken of a river already: marks, lines, words. Words ask it for room. */
export interface Space {
  readonly take: (box: Box) => void;
  /** True when a box, with this much around it, touches nothing and lies inside the river. */
  readonly isFree: (box: Box, clear: number) => boolean;
}

/** Room inside `bounds`; boxes are kept in slices `slice` wide, for a river is much wider than high. */
export function spaceIn(bounds: Box, slice: number): Space {
  const slices = new Map<number, Box[]>();
  const from = (x: number): number => Math.floor((x - bounds.x) / slice);
  const take = (box: Box): void => {
    for (let at = from(box.x); at <= from(box.x + box.w); at++) {
      const list = slices.get(at);
      if (list) list.push(box);
      else slices.set(at, [box]);
    }
  };
  const isInside = (box: Box): boolean =>
    box.x >= bounds.x &&
    box.y >= bounds.y &&
    box.x + box.w <= bounds.x + bounds.w &&
    box.y + box.h <= bounds.y + bounds.h;
  const isFree = (box: Box, clear: number): boolean => {
    if (!isInside(box)) return false;
    for (let at = from(box.x - clear); at <= from(box.x + box.w + clear); at++) {
      for (const other of slices.get(at) ?? []) if (touches(box, other, clear)) return false;
    }
    return true;
  };
  return { take, isFree };
}

const touches = (a: Box, b: Box, clear: number): boolean =>
  a.x < b.x + b.w + clear && b.x < a.x + a.w + clear && a.y < b.y + b.h + clear && b.y < a.y + a.h + clear;
