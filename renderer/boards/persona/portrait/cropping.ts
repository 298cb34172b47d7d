/** Which part of a picture is taken: its middle and how much larger than just covering the frame. */
export interface Crop {
  /** Middle of the part, 0..1 of the picture. */
  readonly cx: number;
  readonly cy: number;
  /** 1 covers the frame exactly; up to 6. */
  readonly zoom: number;
}

export interface Size {
  readonly w: number;
  readonly h: number;
}

export const WHOLE: Crop = { cx: 0.5, cy: 0.4, zoom: 1 };
const MOST_ZOOM = 6;

/** The part of the picture that fills a frame, in pixels of the picture; it never reaches beyond the picture. */
export function partOf(crop: Crop, picture: Size, frame: Size): Size & { readonly x: number; readonly y: number } {
  const scale = Math.max(frame.w / picture.w, frame.h / picture.h) * crop.zoom;
  const [w, h] = [Math.min(picture.w, frame.w / scale), Math.min(picture.h, frame.h / scale)];
  const within = (middle: number, part: number, whole: number) =>
    Math.min(whole - part, Math.max(0, middle * whole - part / 2));
  return { x: within(crop.cx, w, picture.w), y: within(crop.cy, h, picture.h), w, h };
}

/** The crop moved by a distance in the frame, and kept within the picture. */
export function movedBy(crop: Crop, dx: number, dy: number, picture: Size, frame: Size): Crop {
  const part = partOf(crop, picture, frame);
  const x = part.x + part.w / 2 - (dx * part.w) / frame.w;
  const y = part.y + part.h / 2 - (dy * part.h) / frame.h;
  const next = partOf({ ...crop, cx: x / picture.w, cy: y / picture.h }, picture, frame);
  return { ...crop, cx: (next.x + next.w / 2) / picture.w, cy: (next.y + next.h / 2) / picture.h };
}

export const zoomedTo = (crop: Crop, zoom: number): Crop => ({ ...crop, zoom: Math.min(MOST_ZOOM, Math.max(1, zoom)) });
