import { portraitScene } from '@shared/boards/persona/portrait';
import type { Painter2D } from '@shared/scene/painter2d';
import { paintScene } from '@shared/scene/paintScene';
import { watchRatio } from '@/canvas/watchRatio';
import { canvasPaths } from '@/platform/canvasPaths';
import type { PersonaCard } from '@/session/library';

type Portrait = NonNullable<PersonaCard['portrait']>;

/** What a canvas shows. */
interface Picture {
  readonly portrait: Portrait;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Device pixels per CSS pixel. */
  readonly ratio: number;
}

/** Head and shoulders in a wide picture. */
const VIEW = { y: 34, h: 139 };
/** Canvases kept for the next cards: two screens of a large window. */
const MOST_FREE = 24;

/** Painted canvases that no card shows, the longest free first. Coming back to the library finds its portraits painted. */
const free = new Map<HTMLCanvasElement, Picture>();

const isSame = (a: Picture, b: Picture): boolean =>
  a.portrait === b.portrait && a.width === b.width && a.height === b.height && a.ratio === b.ratio;

/** A canvas that shows the picture: one painted so already, else `own` if it is free, else another, painted now. */
export function takeCanvas(picture: Picture, own: HTMLCanvasElement | null): HTMLCanvasElement {
  for (const [canvas, shown] of free)
    if (isSame(shown, picture)) {
      free.delete(canvas);
      return canvas;
    }
  const canvas = own && free.delete(own) ? own : document.createElement('canvas');
  paint(canvas, picture);
  return canvas;
}

/** The card shows something else now, or nothing. */
export function freeCanvas(canvas: HTMLCanvasElement, picture: Picture): void {
  free.set(canvas, picture);
  const [oldest] = free.keys();
  if (free.size > MOST_FREE && oldest) free.delete(oldest);
}

function paint(canvas: HTMLCanvasElement, picture: Picture): void {
  const { portrait, width, height, ratio } = picture;
  const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
  // Setting the size empties it, even where nothing changes.
  if (canvas.width !== w || canvas.height !== h) {
    canvas.width = w;
    canvas.height = h;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
  }
  const context = canvas.getContext('2d');
  if (!context) return;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  // The subset of it that painting needs; the DOM's type says more of some values.
  paintScene(context as unknown as Painter2D, drawing(portrait, width, height), { paths: canvasPaths });
}

interface Drawing {
  readonly size: string;
  readonly items: ReturnType<typeof portraitScene>;
}

/** Cards come and go while the library scrolls and narrows: each portrait is drawn once per size. */
const drawings = new WeakMap<object, Drawing>();

function drawing(portrait: Portrait, width: number, height: number): Drawing['items'] {
  const size = `${width} ${height}`;
  const known = drawings.get(portrait);
  if (known?.size === size) return known.items;
  const view = { ...VIEW, x: 100 - (VIEW.h * width) / height / 2, w: (VIEW.h * width) / height };
  const items = portraitScene(portrait, { x: 0, y: 0, w: width, h: height }, { view });
  drawings.set(portrait, { size, items });
  return items;
}

const watchers = new Set<() => void>();
let stopWatching: (() => void) | null = null;

/** Follows the device pixels per CSS pixel: one watch for all pictures. */
export function followRatio(changed: () => void): () => void {
  watchers.add(changed);
  stopWatching ??= watchRatio(() => {
    for (const each of [...watchers]) each();
  });
  return () => {
    watchers.delete(changed);
    if (watchers.size > 0) return;
    stopWatching?.();
    stopWatching = null;
  };
}
