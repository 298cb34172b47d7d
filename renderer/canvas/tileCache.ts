import type { Box } from '@shared/scene/primitives';
import { intersects } from './boxes';
import { quantised, spotBox, spotKey, spotsOf, TILE, type TileSpot } from './tileGrid';

/** A small canvas that tiles are painted on. */
export interface TileSurface {
  readonly context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;
  readonly image: CanvasImageSource;
}

export interface TileDeps {
  readonly makeSurface: (side: number) => TileSurface;
  /** Paints the scene inside `box` on a context whose transform is already set to scene units. */
  readonly paint: (context: TileSurface['context'], box: Box, scale: number) => void;
}

export interface TileFrame {
  /** Device pixels per scene unit. */
  readonly scale: number;
  /** Scene box in view. */
  readonly visible: Box;
  /** Device pixel of the scene's origin, whole numbers. */
  readonly originX: number;
  readonly originY: number;
}

export interface TileCache {
  /** Draws the view from tiles, painting at most a few missing ones. True when tiles are still missing: ask for another frame. */
  readonly draw: (context: CanvasRenderingContext2D, frame: TileFrame) => boolean;
  /** Paints these scene rectangles again in the tiles on show, and forgets the other scales. */
  readonly invalidate: (boxes: readonly Box[]) => void;
  /** The zoom rests: from now on tiles of exactly this scale. */
  readonly settle: (scale: number) => void;
  readonly clear: () => void;
  readonly size: () => number;
}

interface Tile {
  readonly spot: TileSpot;
  readonly scale: number;
  readonly surface: TileSurface;
  usedAt: number;
}

/** Counted, not timed: canvas calls are recorded and rastered after the frame, a clock around them sees little. */
export const NEW_TILES_PER_FRAME = 2;
/** About three screens of tiles at device pixel ratio 1; larger screens keep three of their own. */
const MIN_KEPT = 48;

function paintTile(tile: Tile, deps: TileDeps, box: Box): void {
  const { context } = tile.surface;
  const { scale, spot } = tile;
  context.save();
  context.setTransform(scale, 0, 0, scale, -spot.tx * TILE, -spot.ty * TILE);
  // Whole device pixels, so that the edge of the repainted part does not blend with what was there.
  const x1 = Math.max(Math.floor(box.x * scale), spot.tx * TILE);
  const y1 = Math.max(Math.floor(box.y * scale), spot.ty * TILE);
  const x2 = Math.min(Math.ceil((box.x + box.w) * scale), (spot.tx + 1) * TILE);
  const y2 = Math.min(Math.ceil((box.y + box.h) * scale), (spot.ty + 1) * TILE);
  const part = { x: x1 / scale, y: y1 / scale, w: (x2 - x1) / scale, h: (y2 - y1) / scale };
  if (part.w > 0 && part.h > 0) {
    context.beginPath();
    context.rect(part.x, part.y, part.w, part.h);
    context.clip();
    context.clearRect(part.x, part.y, part.w, part.h);
    deps.paint(context, part, scale);
  }
  context.restore();
}

function drawTile(context: CanvasRenderingContext2D, tile: Tile, frame: TileFrame): void {
  const ratio = frame.scale / tile.scale;
  const x = frame.originX + tile.spot.tx * TILE * ratio;
  const y = frame.originY + tile.spot.ty * TILE * ratio;
  context.drawImage(tile.surface.image, x, y, TILE * ratio, TILE * ratio);
}

/** Bitmaps of the scene in squares, so that a view of ten thousand notes costs as much as one of ten. */
export function createTileCache(deps: TileDeps): TileCache {
  const tiles = new Map<string, Tile>();
  let settled: number | null = null;
  let shown: number | null = null;
  let clock = 0;

  const make = (spot: TileSpot, scale: number): void => {
    const tile: Tile = { spot, scale, surface: deps.makeSurface(TILE), usedAt: clock };
    paintTile(tile, deps, spotBox(spot, scale));
    tiles.set(spotKey(spot, scale), tile);
  };

  const evict = (keep: number): void => {
    if (tiles.size <= keep) return;
    const oldest = [...tiles].sort(([, a], [, b]) => a.usedAt - b.usedAt);
    for (const [key, tile] of oldest.slice(0, tiles.size - keep)) if (tile.usedAt !== clock) tiles.delete(key);
  };

  const underlay = (visible: Box, scale: number): Tile[] =>
    [...tiles.values()]
      .filter((tile) => tile.scale !== scale && intersects(spotBox(tile.spot, tile.scale), visible))
      // The nearest scale is drawn last: it lies on top of the coarser or finer rest.
      .sort((a, b) => Math.abs(Math.log2(b.scale / scale)) - Math.abs(Math.log2(a.scale / scale)));

  const draw = (context: CanvasRenderingContext2D, frame: TileFrame): boolean => {
    clock += 1;
    if (settled !== null && settled !== frame.scale) settled = null;
    const scale = settled ?? quantised(frame.scale);
    const spots = spotsOf(frame.visible, scale);
    const missing = spots.filter((spot) => !tiles.has(spotKey(spot, scale)));
    const below = missing.length > 0 ? underlay(frame.visible, scale) : [];
    // Nothing to show meanwhile (first paint, a jump): a complete picture matters more than a short frame.
    const budget = below.length === 0 && missing.length === spots.length ? missing.length : NEW_TILES_PER_FRAME;
    for (const spot of missing.slice(0, budget)) make(spot, scale);
    const left = missing.length > budget;
    // Two passes: all writing of tiles is over before the first is read.
    if (left) for (const tile of below) drawOver(context, tile, frame);
    for (const spot of spots) {
      const tile = tiles.get(spotKey(spot, scale));
      if (tile) drawOver(context, tile, frame);
    }
    shown = scale;
    evict(Math.max(MIN_KEPT, spots.length * 3));
    return left;
  };

  const drawOver = (context: CanvasRenderingContext2D, tile: Tile, frame: TileFrame): void => {
    tile.usedAt = clock;
    drawTile(context, tile, frame);
  };

  const invalidate = (boxes: readonly Box[]): void => {
    if (boxes.length === 0) return;
    for (const [key, tile] of tiles) {
      if (tile.scale !== shown || tile.usedAt !== clock) {
        tiles.delete(key);
        continue;
      }
      const whole = spotBox(tile.spot, tile.scale);
      for (const box of boxes) if (intersects(box, whole)) paintTile(tile, deps, box);
    }
  };

  return {
    draw,
    invalidate,
    settle: (scale) => {
      settled = scale;
    },
    clear: () => tiles.clear(),
    size: () => tiles.size,
  };
}
