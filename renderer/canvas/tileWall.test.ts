import type { Box } from '@shared/scene/primitives';
import { describe, expect, it } from 'vitest';
import { countSpots, quantised, spotBox, spotsOf, TILE } from './tileGrid';
import type { LevelPort, TileContext } from './tileLevel';
import { createTileWall } from './tileWall';

/** Records what happens to the tiles; painting one takes `costMs` of a clock of its own. */
function setUp({
  extent = { x: 0, y: 0, w: 20 * TILE, h: 20 * TILE },
  costMs = 4,
}: {
  extent?: Box;
  costMs?: number;
} = {}) {
  let scene = extent;
  const painted: { readonly box: Box; readonly scale: number }[] = [];
  const levels: { tiles: number; shown: number | null; removed: boolean; readonly where: string }[] = [];
  let clock = 0;
  const ignore = () => undefined;
  const context = {
    save: ignore,
    restore: ignore,
    setTransform: ignore,
    beginPath: ignore,
    rect: ignore,
    clip: ignore,
    clearRect: ignore,
  };
  const openLevel = (where: 'above' | 'below'): LevelPort => {
    const level = { tiles: 0, shown: null as number | null, removed: false, where };
    levels.push(level);
    return {
      surface: () => {
        level.tiles += 1;
        return {
          context: context as unknown as TileContext,
          settle: ignore,
          giveBack: () => {
            level.tiles -= 1;
          },
        };
      },
      show: (_x, _y, stretch) => {
        level.shown = stretch;
      },
      hide: () => {
        level.shown = null;
      },
      remove: () => {
        level.removed = true;
        level.shown = null;
      },
    };
  };
  const wall = createTileWall({
    openLevel,
    extent: () => scene,
    find: (box, scale) => ({
      isEmpty: false,
      paint: () => {
        clock += costMs;
        painted.push({ box, scale });
      },
    }),
    now: () => clock,
  });
  const draw = (scale: number, visible: Box, ms = 10) => wall.draw({ scale, visible, originX: 0, originY: 0 }, ms);
  const drawAll = (scale: number, visible: Box) => {
    let frames = 1;
    while (draw(scale, visible)) frames += 1;
    return frames;
  };
  const shown = () => levels.flatMap((level) => (level.shown === null || level.removed ? [] : level.shown));
  const shrinkTo = (box: Box) => {
    scene = box;
    wall.invalidate([extent]);
  };
  return { wall, draw, drawAll, painted, levels, shown, shrinkTo };
}

/** A view of `across` × `down` tiles at scale 1. */
const view = (across: number, down: number, x = 0, y = 0): Box => ({ x, y, w: across * TILE, h: down * TILE });

describe('tile grid', () => {
  it('quantises to half octaves', () => {
    expect(quantised(1)).toBe(1);
    expect(quantised(1.3) / Math.SQRT2).toBeCloseTo(1);
    for (const scale of [0.05, 0.3, 0.77, 3.1])
      expect(Math.abs(Math.log2(quantised(scale) / scale))).toBeLessThanOrEqual(0.2501);
  });

  it('covers a box, its middle first', () => {
    const box = view(3, 1);
    expect(countSpots(box, 1)).toBe(3);
    expect(spotsOf(box, 1)[0]).toEqual({ tx: 1, ty: 0 });
    expect(spotBox({ tx: 1, ty: 2 }, 2)).toEqual({ x: TILE / 2, y: TILE, w: TILE / 2, h: TILE / 2 });
  });
});

describe('tile wall', () => {
  it('shows nothing any more where a scene that has become smaller was', () => {
    const { draw, drawAll, levels, shrinkTo } = setUp({ extent: view(4, 4) });
    drawAll(1, view(4, 4));
    expect(levels[0]!.tiles).toBe(16);
    shrinkTo(view(4, 2));
    draw(1, view(4, 4), 1000);
    expect(levels[0]!.tiles).toBe(8);
  });

  it('paints the first view at once, and then only what a pan uncovers, as long as it may', () => {
    const { draw, painted } = setUp();
    expect(draw(1, view(4, 2))).toBe(false);
    expect(painted).toHaveLength(8);
    expect(draw(1, view(4, 2))).toBe(false);
    expect(painted).toHaveLength(8);
    expect(draw(1, view(4, 4))).toBe(true);
    expect(painted).toHaveLength(11);
    expect(draw(1, view(4, 4))).toBe(true);
    expect(draw(1, view(4, 4))).toBe(false);
    expect(painted).toHaveLength(16);
  });

  it('paints one tile a frame, however dear it is', () => {
    const { draw, painted } = setUp({ costMs: 100 });
    draw(1, view(4, 2));
    draw(1, view(4, 3));
    expect(painted).toHaveLength(9);
  });

  it('takes the time for dear tiles from the next frames of a zoom, unless there is nothing to see', () => {
    const { draw, painted } = setUp({ costMs: 20 });
    const wide = view(4, 4);
    draw(1, wide);
    const before = painted.length;
    // In, in steps as large as those of a fast wheel: what is there covers the view all along.
    for (let frame = 1; frame <= 24; frame += 1) draw(2 ** (0.2 + frame / 40), view(3, 3), 5);
    // One of them in two frames.
    expect(painted.length - before).toBeGreaterThanOrEqual(6);
    expect(painted.length - before).toBeLessThanOrEqual(12);
    // Out, past the edge of what is there.
    const sofar = painted.length;
    for (let frame = 1; frame <= 6; frame += 1) draw(2 ** (-0.1 - frame / 40), view(6, 6), 5);
    expect(painted.length - sofar).toBeGreaterThanOrEqual(5);
  });

  it('owes nothing any more once a zoom rests', () => {
    const { wall, draw, painted } = setUp({ costMs: 40 });
    draw(1, view(4, 4));
    for (let frame = 1; frame <= 3; frame += 1) draw(1.5, view(3, 3), 5);
    wall.settle(1.5);
    const before = painted.length;
    draw(1.5, view(3, 3), 18);
    expect(painted.length - before).toBe(1);
  });

  it('paints nothing where there is nothing', () => {
    const { draw, painted } = setUp({ extent: view(2, 1) });
    expect(draw(1, view(10, 10, -3 * TILE, -3 * TILE))).toBe(false);
    expect(painted).toHaveLength(2);
    expect(draw(1, view(2, 2, 500 * TILE))).toBe(false);
    expect(painted).toHaveLength(2);
  });

  it('stretches what it has in a small zoom, and shows the exact picture only when it is complete', () => {
    const { wall, draw, painted, shown } = setUp();
    const wide = view(4, 4);
    draw(1, wide);
    expect(draw(1.2, wide)).toBe(false);
    expect(painted).toHaveLength(16);
    expect(shown()).toEqual([1.2]);
    wall.settle(1.2);
    const seen: number[] = [];
    while (draw(1.2, wide)) seen.push(...shown());
    expect(new Set(seen)).toEqual(new Set([1.2]));
    expect(shown()).toEqual([1]);
    expect(painted.filter(({ scale }) => scale === 1.2)).toHaveLength(countSpots(wide, 1.2));
  });

  it('makes pictures of half octaves while the zoom goes on, and finishes one before it begins the next', () => {
    const { draw, painted } = setUp({ costMs: 4 });
    const around = (scale: number) => view(6 / scale, 4 / scale, TILE, TILE);
    draw(1, around(1));
    for (let scale = 1; scale < 4; scale *= 1.1) draw(scale, around(scale), 5);
    const scales = painted.map(({ scale }) => scale).filter((scale, at, all) => scale !== all[at - 1]);
    expect(scales.length).toBeGreaterThan(1);
    expect(scales).toEqual([...new Set(scales)]);
    expect(scales.every((scale) => quantised(scale) === scale)).toBe(true);
  });

  it('does not show a picture at another size than its own in the frame it is made in', () => {
    const { draw, shown } = setUp({ costMs: 0 });
    draw(1, view(4, 4));
    draw(1.5, view(2, 2));
    expect(shown()).toEqual([1.5]);
    draw(1.5, view(2, 2));
    expect(shown()).toEqual([1.5 / quantised(1.5)]);
  });

  it('takes a jump for a new view: the exact picture, at most a few frames', () => {
    const { drawAll, painted } = setUp();
    drawAll(0.25, view(20, 20));
    expect(drawAll(1.07, view(4, 2))).toBeLessThanOrEqual(3);
    expect(painted.at(-1)?.scale).toBe(1.07);
  });

  it('keeps a picture of everything under the view when it zooms in, for what a zoom out uncovers', () => {
    const { drawAll, levels, shown, wall, draw } = setUp();
    drawAll(0.25, view(20, 20));
    drawAll(2, view(2, 2, 2000, 2000));
    wall.settle(2);
    drawAll(2, view(2, 2, 2000, 2000));
    expect(levels.filter(({ removed }) => !removed)).toHaveLength(2);
    expect(shown()).toEqual([1]);
    draw(1.9, view(4, 4, 1500, 1500), 0);
    expect(shown()).toEqual([1.9 / 0.25, 1.9 / 2]);
  });

  it('prepares that picture in idle time when it opens near by', () => {
    const { draw, wall, levels, painted } = setUp();
    draw(1, view(4, 2));
    expect(wall.wantsTending()).toBe(true);
    let turns = 0;
    for (; wall.wantsTending(); turns += 1) wall.tend(8);
    expect(turns).toBeGreaterThan(2);
    expect(levels.map(({ where }) => where)).toEqual(['above', 'below']);
    expect(painted.at(-1)?.scale).toBeLessThan(0.3);
    wall.invalidate([{ x: 10, y: 10, w: 5, h: 5 }]);
    expect(wall.wantsTending()).toBe(true);
  });

  it('gives back in idle time what a pan has left behind', () => {
    const side = TILE / 2;
    for (let end = 0; end <= 1500; end += 125) {
      const { drawAll, wall, levels } = setUp();
      for (let x = 0; x <= end; x += 125) drawAll(2, view(4, 2, x, 500));
      while (wall.wantsTending()) wall.tend(8);
      const seen = view(4, 2, end, 500);
      const around = { x: seen.x - side, y: seen.y - side, w: seen.w + 2 * side, h: seen.h + 2 * side };
      expect(levels[0]?.tiles).toBeLessThanOrEqual(countSpots(around, 2));
      expect(levels[0]?.tiles).toBeGreaterThanOrEqual(countSpots(seen, 2));
    }
  });

  it('gives back a picture in the making when the zoom turns round', () => {
    const { draw, drawAll, levels, wall } = setUp();
    drawAll(1, view(4, 2));
    // Out so far that another picture is begun, and back before it is done.
    draw(0.5, view(8, 4), 0);
    wall.settle(1);
    drawAll(1, view(4, 2));
    expect(levels.filter(({ removed }) => !removed)).toHaveLength(1);
  });

  it('wants nothing in idle time while everything is in view', () => {
    const { draw, wall } = setUp();
    draw(0.25, view(20, 20));
    expect(wall.wantsTending()).toBe(false);
  });

  it('paints again the part that changed, changes before whole tiles', () => {
    const { draw, wall, painted } = setUp();
    const wide = view(4, 2);
    draw(1, wide);
    wall.invalidate([{ x: 10, y: 10, w: 50, h: 20 }]);
    expect(painted).toHaveLength(8);
    draw(1, wide);
    expect(painted.slice(8)).toEqual([{ box: { x: 10, y: 10, w: 50, h: 20 }, scale: 1 }]);
    wall.invalidate([{ x: TILE, y: 0, w: 3 * TILE, h: 2 * TILE }]);
    wall.invalidate([{ x: 20, y: 20, w: 5, h: 5 }]);
    draw(1, wide, 0);
    expect(painted.at(-1)?.box).toEqual({ x: 20, y: 20, w: 5, h: 5 });
  });

  it('goes on showing what is out of date until it is painted', () => {
    const { draw, wall, shown, painted } = setUp();
    const wide = view(4, 4);
    draw(1, wide);
    wall.invalidate();
    expect(draw(1, wide)).toBe(true);
    expect(shown()).toEqual([1]);
    while (draw(1, wide));
    expect(painted).toHaveLength(32);
  });

  it('does not grow without end', () => {
    const { drawAll, wall, levels } = setUp({ extent: view(1000, 10) });
    for (let x = 0; x < 100; x += 1) drawAll(1, view(4, 2, x * 2 * TILE));
    expect(wall.size()).toBeLessThanOrEqual(2 * 8 + 12 + 24);
    for (let turn = 0; turn < 100; turn += 1) {
      const scale = 1 + turn / 90;
      wall.settle(scale);
      drawAll(scale, view(4, 2));
    }
    expect(levels.filter(({ removed }) => !removed).length).toBeLessThanOrEqual(2);
  });
});
