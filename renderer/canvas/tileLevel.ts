import type { Box } from '@shared/scene/primitives';
import { intersects } from './boxes';
import { countSpots, overlap, spotBox, spotKey, spotsOf, TILE, type TileSpot } from './tileGrid';

export type TileContext = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** The canvas of one tile, standing at its place. */
export interface TileSurface {
  readonly context: TileContext;
  /** Carries out what was drawn, now: a canvas only notes it, and would do it all in the frame that shows it. */
  readonly settle: () => void;
  /** It is not needed here any more. */
  readonly giveBack: () => void;
}

/** Where the tiles of one scale stand; they move and stretch together. */
export interface LevelPort {
  /** An empty canvas at a spot. */
  readonly surface: (spot: TileSpot) => TileSurface;
  /** Shows the tiles with the scene's origin at a device pixel, stretched by a factor. */
  readonly show: (originX: number, originY: number, stretch: number) => void;
  readonly hide: () => void;
  readonly remove: () => void;
}

/** What is to be painted in a box of the scene. */
export interface TileWork {
  readonly isEmpty: boolean;
  /** The context's transform is in scene units already. */
  readonly paint: (context: TileContext) => void;
}

export type FindWork = (box: Box, scale: number) => TileWork;

interface Tile {
  readonly spot: TileSpot;
  /** Null where there is nothing to see. */
  surface: TileSurface | null;
  /** What of it is out of date, in scene units. */
  stale: Box[] | 'whole' | null;
}

/** A part of a level that is missing or out of date; `small` ones are changes, the others whole tiles. */
export interface TileJob {
  readonly isSmall: boolean;
  readonly run: () => void;
}

/** The tiles of one scale (device pixels per scene unit). */
export interface TileLevel {
  readonly scale: number;
  readonly port: LevelPort;
  /** True when every tile of a box is there, be it out of date. */
  readonly covers: (box: Box) => boolean;
  /** True when some tile of a box is there. */
  readonly touches: (box: Box) => boolean;
  /** What must be painted so that a box is right, the most urgent first. */
  readonly jobs: (box: Box) => TileJob[];
  /** Notes what is out of date; everything, when no boxes are given. */
  readonly invalidate: (boxes?: readonly Box[]) => void;
  /** Gives back tiles outside a box. */
  readonly trim: (box: Box) => void;
  readonly size: () => number;
}

/** With more changes than this a tile is painted anew. */
const MANY = 12;

function clearPart(context: TileContext, spot: TileSpot, scale: number, part: Box): Box | null {
  // Whole device pixels, so that the edge of the repainted part does not blend with what was there.
  const x1 = Math.max(Math.floor(part.x * scale), spot.tx * TILE);
  const y1 = Math.max(Math.floor(part.y * scale), spot.ty * TILE);
  const x2 = Math.min(Math.ceil((part.x + part.w) * scale), (spot.tx + 1) * TILE);
  const y2 = Math.min(Math.ceil((part.y + part.h) * scale), (spot.ty + 1) * TILE);
  if (x2 <= x1 || y2 <= y1) return null;
  const box = { x: x1 / scale, y: y1 / scale, w: (x2 - x1) / scale, h: (y2 - y1) / scale };
  context.beginPath();
  context.rect(box.x, box.y, box.w, box.h);
  context.clip();
  context.clearRect(box.x, box.y, box.w, box.h);
  return box;
}

export function createTileLevel(scale: number, port: LevelPort, find: FindWork): TileLevel {
  const tiles = new Map<string, Tile>();

  const inScene = (surface: TileSurface, spot: TileSpot, draw: (context: TileContext) => void): void => {
    const { context } = surface;
    context.save();
    context.setTransform(scale, 0, 0, scale, -spot.tx * TILE, -spot.ty * TILE);
    draw(context);
    context.restore();
    surface.settle();
  };

  const paintWhole = (tile: Tile): void => {
    const box = spotBox(tile.spot, scale);
    const work = find(box, scale);
    tile.stale = null;
    if (work.isEmpty) {
      tile.surface?.giveBack();
      tile.surface = null;
      return;
    }
    const isNew = tile.surface === null;
    tile.surface ??= port.surface(tile.spot);
    inScene(tile.surface, tile.spot, (context) => {
      if (!isNew) context.clearRect(box.x, box.y, box.w, box.h);
      work.paint(context);
    });
  };

  const paintChanges = (tile: Tile, parts: readonly Box[]): void => {
    const { surface } = tile;
    if (!surface) {
      paintWhole(tile);
      return;
    }
    tile.stale = null;
    for (const part of parts) {
      inScene(surface, tile.spot, (context) => {
        const box = clearPart(context, tile.spot, scale, part);
        if (box) find(box, scale).paint(context);
      });
    }
  };

  const jobOf = (spot: TileSpot): TileJob | null => {
    const known = tiles.get(spotKey(spot));
    if (known && !known.stale) return null;
    if (known && known.stale !== 'whole' && known.stale) {
      const parts = known.stale;
      return { isSmall: true, run: () => paintChanges(known, parts) };
    }
    return {
      isSmall: false,
      run: () => {
        const tile: Tile = known ?? { spot, surface: null, stale: null };
        paintWhole(tile);
        tiles.set(spotKey(spot), tile);
      },
    };
  };

  const markStale = (tile: Tile, boxes: readonly Box[]): void => {
    if (tile.stale === 'whole') return;
    const whole = spotBox(tile.spot, scale);
    const parts = boxes.filter((box) => intersects(box, whole));
    if (parts.length === 0) return;
    const all = [...(tile.stale ?? []), ...parts];
    tile.stale = all.length > MANY || parts.some((box) => coversMost(box, whole)) ? 'whole' : all;
  };

  return {
    scale,
    port,
    covers: (box) =>
      countSpots(box, scale) <= tiles.size && spotsOf(box, scale).every((spot) => tiles.has(spotKey(spot))),
    touches: (box) => [...tiles.values()].some(({ spot }) => overlap(spotBox(spot, scale), box) !== null),
    jobs: (box) => {
      const all = spotsOf(box, scale).flatMap((spot) => jobOf(spot) ?? []);
      return [...all.filter(({ isSmall }) => isSmall), ...all.filter(({ isSmall }) => !isSmall)];
    },
    invalidate: (boxes) => {
      for (const tile of tiles.values()) {
        if (boxes) markStale(tile, boxes);
        else tile.stale = 'whole';
      }
    },
    trim: (box) => {
      for (const [key, tile] of tiles) {
        if (overlap(spotBox(tile.spot, scale), box)) continue;
        tile.surface?.giveBack();
        tiles.delete(key);
      }
    },
    size: () => tiles.size,
  };
}

/** True when little of a tile would stay as it is. */
function coversMost(box: Box, whole: Box): boolean {
  const part = overlap(box, whole);
  return part !== null && part.w * part.h > whole.w * whole.h * 0.6;
}
