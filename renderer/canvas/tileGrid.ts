import type { Box } from '@shared/scene/primitives';

/** Side of a tile in device pixels. */
export const TILE = 512;

/** Tiles are painted at half octaves of zoom while it changes: never stretched by more than 2^(1/4). */
export const quantised = (scale: number): number => 2 ** (Math.round(Math.log2(scale) * 2) / 2);

export interface TileSpot {
  readonly tx: number;
  readonly ty: number;
}

/** Tiles of a scale (device pixels per scene unit) that a scene box touches, those nearest its middle first. */
export function spotsOf(box: Box, scale: number): TileSpot[] {
  const side = TILE / scale;
  const x1 = Math.floor(box.x / side);
  const y1 = Math.floor(box.y / side);
  const x2 = Math.max(x1, Math.ceil((box.x + box.w) / side) - 1);
  const y2 = Math.max(y1, Math.ceil((box.y + box.h) / side) - 1);
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

export const spotKey = (spot: TileSpot, scale: number): string => `${scale}/${spot.tx}/${spot.ty}`;
