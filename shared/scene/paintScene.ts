import type { Painter2D, PathFactory } from './painter2d';
import type {
  Box,
  GroupPrimitive,
  ImagePrimitive,
  LinePrimitive,
  Paint,
  PathPrimitive,
  Primitive,
  RectPrimitive,
  Scene,
  TextLinePrimitive,
} from './primitives';
import { cssFontOf, leftOf } from './textLine';

export interface PaintOptions {
  /** Path2D by path data; pass one `cachedPaths` for the life of the canvas. */
  readonly paths: PathFactory;
  /** Decoded pictures by asset. */
  readonly images?: ReadonlyMap<string, object>;
  /** Only what touches this box is painted, in scene units. */
  readonly cull?: Box;
  /** `bars` draws text too small to read as bars of the same width; needs `scale`, else all text becomes bars. */
  readonly detail?: 'full' | 'bars';
  /** Pixels per scene unit, to know which text is too small. */
  readonly scale?: number;
}

/** Below this many pixels, a letter is a grey mark anyway and a bar costs a twentieth of it. */
const BAR_BELOW_PX = 4;
const BAR_ALPHA = 0.42;
const MISSING_IMAGE = '#E5E7DF';

/** What the canvas is set to, so that it is only told what changes. */
interface CanvasState {
  fill: string;
  stroke: string;
  lineWidth: number;
  lineCap: string;
  lineJoin: string;
  alpha: number;
  font: string;
  tracking: number;
  dashed: boolean;
}

interface Run {
  readonly ctx: Painter2D;
  readonly options: PaintOptions;
  readonly barBelow: number;
  readonly matrix: ReturnType<Painter2D['getTransform']>;
  state: CanvasState;
}

const UNKNOWN: CanvasState = {
  fill: '',
  stroke: '',
  lineWidth: Number.NaN,
  lineCap: '',
  lineJoin: '',
  alpha: Number.NaN,
  font: '',
  tracking: Number.NaN,
  dashed: true,
};

function barLimit(options: PaintOptions): number {
  if (options.detail !== 'bars') return 0;
  return options.scale === undefined ? Number.POSITIVE_INFINITY : BAR_BELOW_PX / options.scale;
}

/**
 * Draws a scene, or some of its items, with the transform that the canvas has now (1 unit = 1 px where it is the identity).
 * A whole scene starts with its background. The canvas's fill, stroke, font and alpha are left as they end up; wrap in
 * `save`/`restore` where that matters.
 */
export function paintScene(ctx: Painter2D, what: Scene | readonly Primitive[], options: PaintOptions): void {
  const run: Run = { ctx, options, barBelow: barLimit(options), matrix: ctx.getTransform(), state: { ...UNKNOWN } };
  ctx.textAlign = 'left';
  ctx.textBaseline = 'alphabetic';
  ctx.direction = 'ltr';
  ctx.fontKerning = 'normal';
  ctx.textRendering = 'geometricPrecision';
  if (isScene(what)) {
    setAlpha(run, 1);
    setFill(run, what.background);
    ctx.fillRect(0, 0, what.width, what.height);
    paintAll(run, what.items, 1, options.cull);
  } else paintAll(run, what, 1, options.cull);
  setAlpha(run, 1);
  if (run.state.dashed) ctx.setLineDash([]);
  if (run.state.tracking !== 0) ctx.letterSpacing = '0px';
}

const isScene = (what: Scene | readonly Primitive[]): what is Scene => !Array.isArray(what);

const touches = (a: Box, b: Box): boolean => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

const contains = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.w <= outer.x + outer.w &&
  inner.y + inner.h <= outer.y + outer.h;

function paintAll(run: Run, items: readonly Primitive[], alpha: number, cull: Box | undefined): void {
  for (const item of items) paintOne(run, item, alpha, cull);
}

function paintOne(run: Run, item: Primitive, alpha: number, cull: Box | undefined): void {
  switch (item.type) {
    case 'group':
      if (!cull || touches(item.bounds, cull))
        paintGroup(run, item, alpha, cull && !contains(cull, item.bounds) ? cull : undefined);
      break;
    case 'rect':
      if (!cull || touches(grown(item, item.strokeWidth ?? 0), cull)) paintRect(run, item, alpha);
      break;
    case 'path':
      if (!cull || touches(item.bounds, cull)) paintPath(run, item, alpha);
      break;
    case 'text':
      if (!cull || textTouches(item, cull)) paintText(run, item, alpha);
      break;
    case 'line':
      paintLine(run, item, alpha);
      break;
    case 'image':
      if (!cull || touches(item, cull)) paintImage(run, item, alpha);
      break;
  }
}

const grown = (box: Box, by: number): Box =>
  by === 0 ? box : { x: box.x - by, y: box.y - by, w: box.w + 2 * by, h: box.h + 2 * by };

function textTouches(line: TextLinePrimitive, cull: Box): boolean {
  const { size } = line.font;
  const left = leftOf(line);
  return (
    line.y - size * 1.3 < cull.y + cull.h &&
    line.y + size * 0.5 > cull.y &&
    left - size < cull.x + cull.w &&
    left + line.width + size > cull.x
  );
}

function paintGroup(run: Run, group: GroupPrimitive, alpha: number, cull: Box | undefined): void {
  const inner = alpha * (group.opacity ?? 1);
  if (!group.clip) {
    paintAll(run, group.children, inner, cull);
    return;
  }
  const { ctx } = run;
  const before = { ...run.state };
  ctx.save();
  ctx.beginPath();
  ctx.rect(group.clip.x, group.clip.y, group.clip.w, group.clip.h);
  ctx.clip();
  paintAll(run, group.children, inner, cull);
  ctx.restore();
  run.state = before;
}

function setAlpha(run: Run, alpha: number): void {
  if (run.state.alpha === alpha) return;
  run.state.alpha = alpha;
  run.ctx.globalAlpha = alpha;
}

function setFill(run: Run, color: string): void {
  if (run.state.fill === color) return;
  run.state.fill = color;
  run.ctx.fillStyle = color;
}

const isStroked = (paint: Paint): paint is Paint & { readonly stroke: string } =>
  paint.stroke !== undefined && (paint.strokeWidth ?? 1) > 0;

function setStroke(run: Run, paint: Paint & { readonly stroke: string }): void {
  const { ctx, state } = run;
  if (state.stroke !== paint.stroke) {
    state.stroke = paint.stroke;
    ctx.strokeStyle = paint.stroke;
  }
  const width = paint.strokeWidth ?? 1;
  if (state.lineWidth !== width) {
    state.lineWidth = width;
    ctx.lineWidth = width;
  }
  const cap = paint.lineCap ?? 'butt';
  if (state.lineCap !== cap) {
    state.lineCap = cap;
    ctx.lineCap = cap;
  }
  const join = paint.lineJoin ?? 'miter';
  if (state.lineJoin !== join) {
    state.lineJoin = join;
    ctx.lineJoin = join;
  }
  if (paint.dash && paint.dash.length > 0) {
    ctx.setLineDash([...paint.dash]);
    state.dashed = true;
  } else if (state.dashed) {
    ctx.setLineDash([]);
    state.dashed = false;
  }
}

function paintRect(run: Run, rect: RectPrimitive, alpha: number): void {
  const { ctx } = run;
  setAlpha(run, alpha * (rect.opacity ?? 1));
  if (!rect.radius) {
    if (rect.fill !== undefined) {
      setFill(run, rect.fill);
      ctx.fillRect(rect.x, rect.y, rect.w, rect.h);
    }
    if (isStroked(rect)) {
      setStroke(run, rect);
      ctx.strokeRect(rect.x, rect.y, rect.w, rect.h);
    }
    return;
  }
  ctx.beginPath();
  ctx.roundRect(rect.x, rect.y, rect.w, rect.h, Math.min(rect.radius, rect.w / 2, rect.h / 2));
  fillAndStroke(run, rect);
}

function fillAndStroke(run: Run, paint: Paint): void {
  if (paint.fill !== undefined) {
    setFill(run, paint.fill);
    run.ctx.fill();
  }
  if (isStroked(paint)) {
    setStroke(run, paint);
    run.ctx.stroke();
  }
}

function paintLine(run: Run, line: LinePrimitive, alpha: number): void {
  const { points } = line;
  if (points.length < 4) return;
  const { ctx } = run;
  setAlpha(run, alpha * (line.opacity ?? 1));
  ctx.beginPath();
  ctx.moveTo(points[0] as number, points[1] as number);
  for (let index = 2; index + 1 < points.length; index += 2)
    ctx.lineTo(points[index] as number, points[index + 1] as number);
  if (line.closed) ctx.closePath();
  fillAndStroke(run, line);
}

function paintPath(run: Run, shape: PathPrimitive, alpha: number): void {
  const { ctx, matrix } = run;
  const path = run.options.paths(shape.d);
  const { x = 0, y = 0, scale = 1 } = shape;
  const isPlaced = x !== 0 || y !== 0 || scale !== 1;
  setAlpha(run, alpha * (shape.opacity ?? 1));
  // Setting the matrix is exact and cheaper than save/restore; undoing a scale by its inverse would drift.
  if (isPlaced) {
    const { a, b, c, d } = matrix;
    ctx.setTransform(a * scale, b * scale, c * scale, d * scale, a * x + c * y + matrix.e, b * x + d * y + matrix.f);
  }
  if (shape.fill !== undefined) {
    setFill(run, shape.fill);
    ctx.fill(path);
  }
  if (isStroked(shape)) {
    setStroke(run, shape);
    ctx.stroke(path);
  }
  if (isPlaced) ctx.setTransform(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f);
}

function paintText(run: Run, line: TextLinePrimitive, alpha: number): void {
  if (line.text === '') return;
  const { ctx, state } = run;
  const { font } = line;
  setFill(run, line.fill);
  if (font.size < run.barBelow) {
    setAlpha(run, alpha * (line.opacity ?? 1) * BAR_ALPHA);
    ctx.fillRect(leftOf(line), line.y - font.size * 0.52, line.width, font.size * 0.5);
    return;
  }
  setAlpha(run, alpha * (line.opacity ?? 1));
  const css = cssFontOf(font);
  if (state.font !== css) {
    state.font = css;
    ctx.font = css;
  }
  const tracking = font.tracking ? font.tracking * font.size : 0;
  if (state.tracking !== tracking) {
    state.tracking = tracking;
    ctx.letterSpacing = `${tracking}px`;
  }
  ctx.fillText(line.text, leftOf(line), line.y);
}

function paintImage(run: Run, image: ImagePrimitive, alpha: number): void {
  const picture = run.options.images?.get(image.asset);
  setAlpha(run, alpha);
  if (picture) run.ctx.drawImage(picture, image.x, image.y, image.w, image.h);
  else {
    setFill(run, MISSING_IMAGE);
    run.ctx.fillRect(image.x, image.y, image.w, image.h);
  }
}
