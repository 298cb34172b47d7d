import { TILE, type TileSpot } from './tileGrid';
import type { LevelPort, TileSurface } from './tileLevel';

interface TileCanvas {
  readonly canvas: HTMLCanvasElement;
  readonly context: CanvasRenderingContext2D;
}

/** The element that tiles stand in, under everything else in its parent unless told otherwise. */
export interface WallElement {
  readonly openLevel: (place: 'above' | 'below') => LevelPort;
}

/** Unused canvases that are kept: a pan gives back as many as it takes, a zoom a screen of them. */
const SPARE_CANVASES = 40;
/** Places are counted from a tile near by, so that they stay small numbers on a very large board. */
const FAR = 100;

/**
 * Nobody sees it, but the browser goes on with it. It keeps the bitmaps of moving elements at the scale at which it first
 * drew them, and forgets that scale when an element is hidden: shown again in a zoom, they would be made ten times as large.
 */
const UNSEEN = '0.001';

function block(): HTMLDivElement {
  const element = document.createElement('div');
  Object.assign(element.style, { position: 'absolute', left: '0', top: '0', pointerEvents: 'none' });
  return element;
}

function makeCanvas(): TileCanvas {
  const canvas = document.createElement('canvas');
  canvas.width = TILE;
  canvas.height = TILE;
  canvas.style.position = 'absolute';
  // Painted once, shown often: by the processor, the same on every machine, and never lost with a graphics context.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no 2D canvas');
  return { canvas, context };
}

/**
 * Tiles as canvases in elements that the browser moves and stretches: nothing is painted while a board is panned. Measured
 * in software for a view of 1384 × 808, in ms of all processors: a frame of this costs 4, one canvas painted from tiles 10.
 */
export function createWallElement(parent: HTMLElement, ratio: () => number): WallElement {
  const element = block();
  parent.append(element);
  const spare: TileCanvas[] = [];
  const keep = (one: TileCanvas): void => {
    one.canvas.remove();
    one.context.clearRect(0, 0, TILE, TILE);
    if (spare.length < SPARE_CANVASES) spare.push(one);
    // Its memory is freed now, not when somebody collects it.
    else one.canvas.width = 0;
  };

  const openLevel = (where: 'above' | 'below'): LevelPort => {
    const group = block();
    Object.assign(group.style, { opacity: UNSEEN, willChange: 'transform', transformOrigin: '0 0' });
    if (where === 'above') element.append(group);
    else element.prepend(group);
    const floor = block();
    // Nothing to see, but painted: without it the browser would make a layer of each row or column of tiles.
    floor.style.background = 'rgba(0,0,0,0.001)';
    group.append(floor);
    const standing = new Map<TileCanvas, TileSpot>();
    let anchor: TileSpot | null = null;
    let shown = '';

    const place = (target: HTMLElement, from: TileSpot, { tx, ty }: TileSpot, across = 1, down = 1): void => {
      const side = TILE / ratio();
      target.style.left = `${(tx - from.tx) * side}px`;
      target.style.top = `${(ty - from.ty) * side}px`;
      target.style.width = `${across * side}px`;
      target.style.height = `${down * side}px`;
    };
    /** The floor reaches as far as the tiles do. */
    const layFloor = (from: TileSpot): void => {
      const spots = [...standing.values()];
      const [xs, ys] = [spots.map(({ tx }) => tx), spots.map(({ ty }) => ty)];
      const corner = { tx: Math.min(...xs), ty: Math.min(...ys) };
      place(floor, from, corner, Math.max(...xs) - corner.tx + 1, Math.max(...ys) - corner.ty + 1);
    };
    const anchorFor = (spot: TileSpot): TileSpot => {
      if (anchor && Math.abs(anchor.tx - spot.tx) < FAR && Math.abs(anchor.ty - spot.ty) < FAR) return anchor;
      anchor = spot;
      for (const [{ canvas }, own] of standing) place(canvas, spot, own);
      return spot;
    };
    const surface = (spot: TileSpot): TileSurface => {
      const one = spare.pop() ?? makeCanvas();
      const from = anchorFor(spot);
      place(one.canvas, from, spot);
      standing.set(one, spot);
      layFloor(from);
      group.append(one.canvas);
      return {
        context: one.context,
        settle: () => one.context.getImageData(0, 0, 1, 1),
        giveBack: () => {
          standing.delete(one);
          keep(one);
        },
      };
    };

    return {
      surface,
      show: (originX, originY, stretch) => {
        const { tx, ty } = anchor ?? { tx: 0, ty: 0 };
        const x = (originX + tx * TILE * stretch) / ratio();
        const y = (originY + ty * TILE * stretch) / ratio();
        const transform = `translate(${x}px, ${y}px) scale(${stretch})`;
        if (transform === shown) return;
        shown = transform;
        group.style.transform = transform;
        group.style.opacity = '';
      },
      hide: () => {
        if (shown === '') return;
        shown = '';
        group.style.opacity = UNSEEN;
      },
      remove: () => {
        group.remove();
        for (const one of standing.keys()) keep(one);
        standing.clear();
      },
    };
  };

  return { openLevel };
}
