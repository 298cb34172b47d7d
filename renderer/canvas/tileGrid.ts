import type { Box } from '@shared/scene/primitives';

/** Side of a tile in device pixels: small enough that painting one fits into a frame, large enough that few make a screen. */
export const TILE = 256;

/** Steps of half an octave: pictures made while the zoom changes are made for one of these. */
export const quantised = (scale: number): number => 2 ** (Math.round(Math.log2(scale) * 2) / 2);

export interface TileSpot {
  readonly tx: number;
  readonly ty: number;
}

/** The part that two boxes share; null when they only touch or lie apart. */
export function overlap(a: Box, b: Box): Box | null {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const w = Math.min(a.x + a.w, b.x + b.w) - x;
  const h = Math.min(a.y + a.h, b.y + b.h) - y;
  return w > 0 && h > 0 ? { x, y, w, h } : null;
}

interface SpotRange {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

function rangeOf(box: Box, scale: number): SpotRange {
  const side = TILE / scale;
  const x1 = Math.floor(box.x / side);
  const y1 = Math.floor(box.y / side);
  const x2 = Math.max(x1, Math.ceil((box.x + box.w) / side) - 1);
  const y2 = Math.max(y1, Math.ceil((box.y + box.h) / side) - 1);
  return { x1, y1, x2, y2 };
}

/** How many tiles of a scale a scene box touches. */
export function countSpots(box: Box, scale: number): number {
  const { x1, y1, x2, y2 } = rangeOf(box, scale);
  return (x2 - x1 + 1) * (y2 - y1 + 1);
}

/** Tiles of a scale (device pixels per scene unit) that a scene box touches, those nearest its middle first. */
export function spotsOf(box: Box, scale: number): TileSpot[] {
  const side = TILE / scale;
  const { x1, y1, x2, y2 } = rangeOf(box, scale);
  const spots: TileSpot[] = [];
  for (let ty = y1; ty <= y2; ty++) for (let tx = x1; tx <= x2; tx++) spots.push({ tx, ty });
  const mx = (box.x + box.w / 2) / side - 0.5;
  const my = (box.y + box.h / 2) / side - 0.5;
  const away = (spot: TileSpot) => (spot.tx - mx) ** 2 + (spot.ty - my) ** 2;
  return spots.sort((a, b) => away(a) - away(b));
}

/** Scene box of a tile. */
export const spotBox = (spot: TileSpot, scale: number): Box => {
  const side = TILE / scale;
  return { x: spot.tx * side, y: spot.ty * side, w: side, h: side };
};

export const spotKey = ({ tx, ty }: TileSpot): string => `${tx}/${ty}`;
