import { isStroked, type Run, setAlpha, setFill, setStroke, UNKNOWN } from './brush';
import type { Painter2D, PathFactory } from './painter2d';
import { paintPathMark, paintPolygonMark, paintRectMark, paintTextMark } from './paintMarks';
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
  /** `bars` draws what is too small to read as marks of the same grey (see `farDetail`); it takes `scale` to know. */
  readonly detail?: 'full' | 'bars';
  /** Pixels per scene unit, to know what is too small. */
  readonly scale?: number;
}

const MISSING_IMAGE = '#E5E7DF';

const scaleOf = ({ detail, scale = Number.POSITIVE_INFINITY }: PaintOptions): number =>
  detail === 'bars' ? scale : Number.POSITIVE_INFINITY;

/**
 * Draws a scene, or some of its items, with the transform that the canvas has now (1 unit = 1 px where it is the identity).
 * A whole scene starts with its background. The canvas's fill, stroke, font and alpha are left as they end up; wrap in
 * `save`/`restore` where that matters.
 */
export function paintScene(ctx: Painter2D, what: Scene | readonly Primitive[], options: PaintOptions): void {
  const run: Run = { ctx, options, scale: scaleOf(options), matrix: ctx.getTransform(), state: { ...UNKNOWN } };
  if (isScene(what)) {
    setAlpha(run, 1);
    setFill(run, what.background);
    ctx.fillRect(0, 0, what.width, what.height);
    paintAll(run, what.items, 1, options.cull);
  } else paintAll(run, what, 1, options.cull);
  setAlpha(run, 1);
  if (run.state.dashed) ctx.setLineDash([]);
  if (run.state.font !== '' && run.state.tracking !== 0) ctx.letterSpacing = '0px';
}

/** How every text is set. A canvas resolves its font for it, which takes longer than a whole portrait: only where there is text. */
function prepareText(ctx: Painter2D): void {
  ctx.textAlign = 'left';
  ctx.textBaseline = 'alphabetic';
  ctx.direction = 'ltr';
  ctx.fontKerning = 'normal';
  ctx.textRendering = 'geometricPrecision';
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

function paintRect(run: Run, rect: RectPrimitive, alpha: number): void {
  const { ctx } = run;
  if (paintRectMark(run, rect, alpha)) return;
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
  if (points.length < 4 || paintPolygonMark(run, line, alpha)) return;
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
  if (paintPathMark(run, shape, alpha)) return;
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
  if (line.text === '' || paintTextMark(run, line, alpha)) return;
  const { ctx, state } = run;
  const { font } = line;
  setFill(run, line.fill);
  setAlpha(run, alpha * (line.opacity ?? 1));
  // The first text of this painting, or of a group whose settings end with it.
  if (state.font === '') prepareText(ctx);
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
