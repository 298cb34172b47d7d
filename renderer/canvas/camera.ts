import type { Box } from '@shared/scene/primitives';

/** Where the view looks: a scene point at its middle, and screen pixels per scene unit. Lives outside React. */
export interface Camera {
  readonly zoom: number;
  readonly cx: number;
  readonly cy: number;
}

/** Size of the view in CSS pixels. */
export interface ViewSize {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export const MIN_ZOOM = 0.05;
export const MAX_ZOOM = 8;
/** What of the sheet stays in view however far one pans, in CSS pixels. */
const KEPT_IN_VIEW = 80;
/** One press of + or −. */
const ZOOM_STEP = 1.25;

export const clampZoom = (zoom: number): number => Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, zoom));

/** Screen point (CSS pixels from the view's corner) of a scene point. */
export const toScreen = (camera: Camera, view: ViewSize, point: Point): Point => ({
  x: (point.x - camera.cx) * camera.zoom + view.width / 2,
  y: (point.y - camera.cy) * camera.zoom + view.height / 2,
});

/** Scene point under a screen point. */
export const toScene = (camera: Camera, view: ViewSize, point: Point): Point => ({
  x: (point.x - view.width / 2) / camera.zoom + camera.cx,
  y: (point.y - view.height / 2) / camera.zoom + camera.cy,
});

/** Screen rectangle of a scene box. */
export function screenBox(camera: Camera, view: ViewSize, box: Box): Box {
  const corner = toScreen(camera, view, box);
  return { x: corner.x, y: corner.y, w: box.w * camera.zoom, h: box.h * camera.zoom };
}

/** The part of the scene that is in view. */
export const visibleBox = (camera: Camera, view: ViewSize): Box => ({
  x: camera.cx - view.width / 2 / camera.zoom,
  y: camera.cy - view.height / 2 / camera.zoom,
  w: view.width / camera.zoom,
  h: view.height / camera.zoom,
});

/** Moves what is seen by a distance in screen pixels (the content follows the hand). */
export const panBy = (camera: Camera, dx: number, dy: number): Camera => ({
  zoom: camera.zoom,
  cx: camera.cx - dx / camera.zoom,
  cy: camera.cy - dy / camera.zoom,
});

/** Like `panBy`, but never further past an edge of the sheet than the view already is. */
export function panWithin(camera: Camera, view: ViewSize, sheet: Box, dx: number, dy: number): Camera {
  const along = (centre: number, by: number, start: number, length: number, size: number): number => {
    const half = size / 2 / camera.zoom;
    const least = Math.min(centre, start + half);
    const most = Math.max(centre, start + length - half);
    return Math.min(Math.max(centre - by / camera.zoom, least), most);
  };
  return {
    zoom: camera.zoom,
    cx: along(camera.cx, dx, sheet.x, sheet.w, view.width),
    cy: along(camera.cy, dy, sheet.y, sheet.h, view.height),
  };
}

/** Zooms to `zoom` (clamped) and keeps the scene point under `at` where it is. */
export function zoomTo(camera: Camera, view: ViewSize, at: Point, zoom: number): Camera {
  const next = clampZoom(zoom);
  const fixed = toScene(camera, view, at);
  return {
    zoom: next,
    cx: fixed.x - (at.x - view.width / 2) / next,
    cy: fixed.y - (at.y - view.height / 2) / next,
  };
}

/** One step nearer (+1) or farther (−1) about the middle of the view; a step never jumps over 100 %. */
export function zoomStep(camera: Camera, view: ViewSize, direction: 1 | -1): Camera {
  const wanted = camera.zoom * ZOOM_STEP ** direction;
  const crosses = (camera.zoom - 1) * (wanted - 1) < 0 && Math.abs(camera.zoom - 1) > 0.001;
  return zoomTo(camera, view, { x: view.width / 2, y: view.height / 2 }, crosses ? 1 : wanted);
}

/** A camera that shows the whole box with `padding` pixels around, at most at `maxZoom`. */
export function fitBox(box: Box, view: ViewSize, padding: number, maxZoom: number): Camera {
  const zoom = Math.min(
    (view.width - 2 * padding) / Math.max(1, box.w),
    (view.height - 2 * padding) / Math.max(1, box.h),
    maxZoom,
  );
  return { zoom: clampZoom(zoom), cx: box.x + box.w / 2, cy: box.y + box.h / 2 };
}

/** A scene that is shown whole when it opens is not made smaller than this for its height: texts stay readable. */
const OPENING_MIN_ZOOM = 0.88;

/**
 * First view of a scene (its margins are its own): the full width, at most 100 %, from its top left corner; a little smaller
 * and in the middle where that brings its foot into view.
 */
export function openingView(scene: Box, view: ViewSize): Camera {
  const across = Math.min(1, view.width / Math.max(1, scene.w));
  const down = view.height / Math.max(1, scene.h);
  const zoom = clampZoom(down < across && down >= OPENING_MIN_ZOOM ? down : across);
  const cx = scene.x + (zoom < across ? scene.w / 2 : view.width / zoom / 2);
  return { zoom, cx, cy: scene.y + view.height / zoom / 2 };
}

/** The camera after the view was resized: its top left corner stays where it is. */
export const afterResize = (camera: Camera, before: ViewSize, after: ViewSize): Camera => ({
  zoom: camera.zoom,
  cx: camera.cx + (after.width - before.width) / 2 / camera.zoom,
  cy: camera.cy + (after.height - before.height) / 2 / camera.zoom,
});

/** Moves the least so that a box is in view with `padding` pixels around; a box too large shows its corner. */
export function reveal(camera: Camera, view: ViewSize, box: Box, padding: number): Camera {
  const on = screenBox(camera, view, box);
  const shift = (start: number, length: number, size: number): number => {
    if (start >= 0 && start + length <= size) return 0;
    if (start < 0 || length > size - 2 * padding) return padding - start;
    return size - padding - (start + length);
  };
  const dx = shift(on.x, on.w, view.width);
  const dy = shift(on.y, on.h, view.height);
  return dx === 0 && dy === 0 ? camera : panBy(camera, dx, dy);
}

/** Moves up the least so that the foot of a box is in view with `padding` pixels under it; a box whose head would leave for that stays. */
export function lift(camera: Camera, view: ViewSize, box: Box, padding: number): Camera {
  const on = screenBox(camera, view, box);
  const foot = on.y + on.h;
  if (foot <= view.height || on.h > view.height - 2 * padding) return camera;
  return panBy(camera, 0, view.height - padding - foot);
}

/** Keeps a corner of the sheet in view, so that nobody is lost on an empty wall. */
export function keepInSight(camera: Camera, view: ViewSize, sheet: Box): Camera {
  const clamp = (centre: number, start: number, length: number, size: number): number => {
    const half = size / 2 / camera.zoom;
    const kept = Math.min(KEPT_IN_VIEW / camera.zoom, length, half);
    return Math.min(Math.max(centre, start - half + kept), start + length + half - kept);
  };
  const cx = clamp(camera.cx, sheet.x, sheet.w, view.width);
  const cy = clamp(camera.cy, sheet.y, sheet.h, view.height);
  return cx === camera.cx && cy === camera.cy ? camera : { zoom: camera.zoom, cx, cy };
}
