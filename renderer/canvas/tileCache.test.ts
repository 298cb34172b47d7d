import type { Box, GroupPrimitive, Scene } from '@shared/scene/primitives';
import { describe, expect, it } from 'vitest';
import { sceneChange } from './sceneDiff';
import { createTileCache, NEW_TILES_PER_FRAME, type TileSurface } from './tileCache';
import { quantised, spotBox, spotsOf, TILE } from './tileGrid';

const recorder = () => {
  const drawn: unknown[] = [];
  const ignore = () => undefined;
  const context = {
    save: ignore,
    restore: ignore,
    setTransform: ignore,
    beginPath: ignore,
    rect: ignore,
    clip: ignore,
    clearRect: ignore,
    drawImage: (...args: unknown[]) => drawn.push(args),
  };
  return { drawn, context: context as unknown as CanvasRenderingContext2D };
};

function setUp() {
  const painted: { box: Box; scale: number }[] = [];
  const cache = createTileCache({
    makeSurface: (): TileSurface => ({ context: recorder().context, image: {} as CanvasImageSource }),
    paint: (_, box, scale) => painted.push({ box, scale }),
  });
  const screen = recorder();
  const draw = (scale: number, visible: Box) => cache.draw(screen.context, { scale, visible, originX: 0, originY: 0 });
  return { painted, cache, draw, screen };
}

describe('tile grid', () => {
  it('quantises to half octaves', () => {
    expect(quantised(1)).toBe(1);
    expect(quantised(1.3) / Math.SQRT2).toBeCloseTo(1);
    for (const scale of [0.05, 0.3, 0.77, 3.1])
      expect(Math.abs(Math.log2(quantised(scale) / scale))).toBeLessThanOrEqual(0.2501);
  });

  it('covers a box, its middle first', () => {
    const spots = spotsOf({ x: 0, y: 0, w: 3 * TILE, h: TILE }, 1);
    expect(spots).toHaveLength(3);
    expect(spots[0]).toEqual({ tx: 1, ty: 0 });
    expect(spotBox({ tx: 1, ty: 2 }, 2)).toEqual({ x: 256, y: 512, w: 256, h: 256 });
  });
});

describe('tile cache', () => {
  const wide = { x: 0, y: 0, w: 4 * TILE, h: 2 * TILE };

  it('paints everything at first, then only what a pan uncovers, two tiles a frame', () => {
    const { painted, draw } = setUp();
    expect(draw(1, wide)).toBe(false);
    expect(painted).toHaveLength(8);
    expect(draw(1, wide)).toBe(false);
    expect(painted).toHaveLength(8);
    const below = { ...wide, y: 2 * TILE, h: TILE };
    expect(draw(1, { ...wide, h: 3 * TILE })).toBe(true);
    expect(painted).toHaveLength(8 + NEW_TILES_PER_FRAME);
    expect(draw(1, below)).toBe(false);
    expect(painted).toHaveLength(12);
  });

  it('shows another scale while the exact one is painted', () => {
    const { painted, draw, cache, screen } = setUp();
    draw(1, wide);
    cache.settle(0.9);
    screen.drawn.length = 0;
    expect(draw(0.9, wide)).toBe(true);
    expect(painted.filter(({ scale }) => scale === 0.9)).toHaveLength(NEW_TILES_PER_FRAME);
    expect(screen.drawn.length).toBe(8 + NEW_TILES_PER_FRAME);
    let frames = 0;
    while (draw(0.9, wide)) frames++;
    expect(frames).toBeLessThan(6);
    expect(painted.filter(({ scale }) => scale === 0.9)).toHaveLength(8);
  });

  it('leaves the exact scale as soon as the zoom changes', () => {
    const { painted, draw, cache } = setUp();
    cache.settle(0.9);
    draw(0.9, wide);
    draw(0.95, wide);
    expect(painted.at(-1)?.scale).toBe(1);
  });

  it('paints again only the tiles that changed', () => {
    const { painted, draw, cache } = setUp();
    draw(1, wide);
    cache.invalidate([{ x: 10, y: 10, w: 50, h: 20 }]);
    expect(painted).toHaveLength(9);
    expect(painted.at(-1)?.box).toEqual({ x: 10, y: 10, w: 50, h: 20 });
    cache.invalidate([{ x: TILE - 5, y: 10, w: 10, h: 20 }]);
    expect(painted).toHaveLength(11);
  });

  it('does not grow without end', () => {
    const { draw, cache } = setUp();
    for (let x = 0; x < 100; x++) while (draw(1, { ...wide, x: x * 2 * TILE }));
    expect(cache.size()).toBeLessThanOrEqual(48);
  });
});

describe('sceneChange', () => {
  const group = (x: number): GroupPrimitive => ({ type: 'group', bounds: { x, y: 0, w: 10, h: 10 }, children: [] });
  const [a, b, c] = [group(0), group(20), group(40)];
  const scene = (items: Scene['items'], height = 100): Scene => ({
    width: 100,
    height,
    background: '#FFFFFF',
    items,
    title: '',
    lang: 'fr',
  });

  it('sees what came and what went', () => {
    const change = sceneChange(scene([a, b]), scene([a, c]));
    expect(change).toEqual({
      all: false,
      boxes: [
        { x: 38, y: -2, w: 14, h: 14 },
        { x: 18, y: -2, w: 14, h: 14 },
      ],
    });
    expect(sceneChange(scene([a, b]), scene([a, b]))).toEqual({ all: false, boxes: [] });
  });

  it('starts over when the sheet grows', () => {
    expect(sceneChange(scene([a]), scene([a], 120))).toEqual({ all: true });
  });
});
