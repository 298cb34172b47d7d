/** A path made by the canvas (`Path2D`); opaque here. */
export type CanvasPath = object;
/** Makes the canvas's path of SVG path data. */
export type PathFactory = (d: string) => CanvasPath;

interface Matrix {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

/** The part of `CanvasRenderingContext2D` (and of its off-screen sister) that painting a scene needs. */
export interface Painter2D {
  fillStyle: unknown;
  strokeStyle: unknown;
  lineWidth: number;
  lineCap: 'butt' | 'round' | 'square';
  lineJoin: 'miter' | 'round' | 'bevel';
  globalAlpha: number;
  font: string;
  textAlign: 'left' | 'right' | 'center' | 'start' | 'end';
  textBaseline: 'alphabetic' | 'top' | 'hanging' | 'middle' | 'ideographic' | 'bottom';
  direction: 'ltr' | 'rtl' | 'inherit';
  fontKerning: 'auto' | 'none' | 'normal';
  textRendering: 'auto' | 'optimizeSpeed' | 'optimizeLegibility' | 'geometricPrecision';
  letterSpacing: string;
  save(): void;
  restore(): void;
  getTransform(): Matrix;
  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void;
  beginPath(): void;
  closePath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  rect(x: number, y: number, w: number, h: number): void;
  roundRect(x: number, y: number, w: number, h: number, radius: number): void;
  clip(): void;
  fill(): void;
  fill(path: CanvasPath): void;
  stroke(): void;
  stroke(path: CanvasPath): void;
  fillRect(x: number, y: number, w: number, h: number): void;
  strokeRect(x: number, y: number, w: number, h: number): void;
  setLineDash(segments: number[]): void;
  fillText(text: string, x: number, y: number): void;
  drawImage(image: object, x: number, y: number, w: number, h: number): void;
}

const PATH_CACHE_LIMIT = 4000;

/** Keeps the paths a factory has made: icons and faces come back by the hundred. */
export function cachedPaths(make: PathFactory): PathFactory {
  const paths = new Map<string, CanvasPath>();
  return (d) => {
    let path = paths.get(d);
    if (!path) {
      if (paths.size >= PATH_CACHE_LIMIT) paths.clear();
      path = make(d);
      paths.set(d, path);
    }
    return path;
  };
}
