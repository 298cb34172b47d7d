import { describe, expect, it } from 'vitest';
import {
  afterResize,
  type Camera,
  fitBox,
  keepInSight,
  lift,
  MAX_ZOOM,
  MIN_ZOOM,
  openingView,
  panBy,
  reveal,
  screenBox,
  toScene,
  toScreen,
  visibleBox,
  zoomStep,
  zoomTo,
} from './camera';

const view = { width: 800, height: 600 };
const camera: Camera = { zoom: 2, cx: 100, cy: 50 };

describe('camera', () => {
  it('maps scene to screen and back', () => {
    expect(toScreen(camera, view, { x: 100, y: 50 })).toEqual({ x: 400, y: 300 });
    const point = toScene(camera, view, { x: 17, y: 590 });
    const back = toScreen(camera, view, point);
    expect(back.x).toBeCloseTo(17);
    expect(back.y).toBeCloseTo(590);
  });

  it('keeps the point under the pointer while zooming', () => {
    const at = { x: 620, y: 80 };
    const before = toScene(camera, view, at);
    const after = toScene(zoomTo(camera, view, at, 5), view, at);
    expect(after.x).toBeCloseTo(before.x);
    expect(after.y).toBeCloseTo(before.y);
  });

  it('stays between 5 % and 800 %', () => {
    expect(zoomTo(camera, view, { x: 0, y: 0 }, 1e9).zoom).toBe(MAX_ZOOM);
    expect(zoomTo(camera, view, { x: 0, y: 0 }, 0).zoom).toBe(MIN_ZOOM);
    expect(fitBox({ x: 0, y: 0, w: 1e7, h: 1 }, view, 0, 1).zoom).toBe(MIN_ZOOM);
  });

  it('stops at 100 % on its way', () => {
    expect(zoomStep({ ...camera, zoom: 0.93 }, view, 1).zoom).toBe(1);
    expect(zoomStep({ ...camera, zoom: 1.1 }, view, -1).zoom).toBe(1);
    expect(zoomStep({ ...camera, zoom: 1 }, view, 1).zoom).toBeCloseTo(1.25);
  });

  it('pans with the hand', () => {
    const moved = panBy(camera, 30, -10);
    expect(toScreen(moved, view, { x: 100, y: 50 })).toEqual({ x: 430, y: 290 });
  });

  it('opens on the full width from the top, never above 100 %', () => {
    const small = openingView({ x: 0, y: 0, w: 300, h: 200 }, view);
    expect(small.zoom).toBe(1);
    expect(screenBox(small, view, { x: 0, y: 0, w: 300, h: 200 })).toMatchObject({ x: 0, y: 0 });
    const wide = openingView({ x: 0, y: 0, w: 1600, h: 2000 }, view);
    expect(wide.zoom).toBeCloseTo(0.5);
    expect(screenBox(wide, view, { x: 0, y: 0, w: 1600, h: 2000 })).toMatchObject({ x: 0, y: 0, w: 800 });
    // A little too high: smaller, in the middle; much too high: not for that.
    const high = openingView({ x: 0, y: 0, w: 800, h: 650 }, view);
    expect(high).toEqual({ zoom: 600 / 650, cx: 400, cy: 325 });
    expect(openingView({ x: 0, y: 0, w: 800, h: 700 }, view).zoom).toBe(1);
  });

  it('keeps its corner when the view is resized', () => {
    const larger = { width: 900, height: 500 };
    const corner = toScene(afterResize(camera, view, larger), larger, { x: 0, y: 0 });
    expect(corner).toEqual(toScene(camera, view, { x: 0, y: 0 }));
  });

  it('fits a box with room around', () => {
    const fitted = fitBox({ x: 10, y: 10, w: 400, h: 100 }, view, 20, 8);
    expect(screenBox(fitted, view, { x: 10, y: 10, w: 400, h: 100 }).w).toBeCloseTo(760);
    expect(visibleBox(fitted, view).w).toBeCloseTo(800 / fitted.zoom);
  });

  it('reveals with the least movement', () => {
    const inView = { x: 100, y: 50, w: 10, h: 10 };
    expect(reveal(camera, view, inView, 20)).toBe(camera);
    const right = reveal(camera, view, { x: 400, y: 50, w: 20, h: 10 }, 20);
    expect(screenBox(right, view, { x: 400, y: 50, w: 20, h: 10 }).x).toBeCloseTo(740);
    const left = reveal(camera, view, { x: -900, y: 50, w: 20, h: 10 }, 20);
    expect(screenBox(left, view, { x: -900, y: 50, w: 20, h: 10 }).x).toBeCloseTo(20);
    const huge = reveal(camera, view, { x: 90, y: -700, w: 20, h: 5000 }, 20);
    expect(screenBox(huge, view, { x: 90, y: -700, w: 20, h: 5000 }).y).toBeCloseTo(20);
  });

  it('lifts the foot of a box into view, and nothing that is in view or does not fit', () => {
    const cut = { x: 900, y: 190, w: 10, h: 30 };
    const lifted = lift(camera, view, cut, 20);
    expect(screenBox(lifted, view, cut)).toMatchObject({ y: 520, h: 60 });
    expect(lifted.cx).toBe(camera.cx);
    expect(lift(camera, view, { x: 900, y: -90, w: 10, h: 30 }, 20)).toBe(camera);
    expect(lift(camera, view, { x: 0, y: 0, w: 10, h: 400 }, 20)).toBe(camera);
  });

  it('never loses the sheet', () => {
    const sheet = { x: 0, y: 0, w: 1000, h: 800 };
    for (const [cx, cy] of [
      [1e6, 0],
      [-1e6, 5e5],
      [0, -1e6],
    ] as const) {
      const box = screenBox(keepInSight({ zoom: 1, cx, cy }, view, sheet), view, sheet);
      expect(Math.min(box.x + box.w, view.width) - Math.max(box.x, 0)).toBeGreaterThanOrEqual(79);
      expect(Math.min(box.y + box.h, view.height) - Math.max(box.y, 0)).toBeGreaterThanOrEqual(79);
    }
  });
});
