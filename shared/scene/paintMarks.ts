import { isStroked, type Run, setAlpha, setFill, setStroke } from './brush';
import { barInk, dashShare, eachBar, flatBox, isSpeck, isTooSmallToRead, isTooThin, speckInk } from './farDetail';
import type { LinePrimitive, PathPrimitive, RectPrimitive, TextLinePrimitive } from './primitives';

/*
 * What stands for things that are too small at the run's scale. Each function answers whether it has dealt with the thing;
 * else the thing is drawn as it is.
 */

/** Bars for a line of text that nobody could read. */
export function paintTextMark(run: Run, line: TextLinePrimitive, alpha: number): boolean {
  if (!isTooSmallToRead(line.font.size, run.scale)) return false;
  const { ctx } = run;
  setFill(run, line.fill);
  setAlpha(run, alpha * (line.opacity ?? 1) * barInk(line, run.scale));
  eachBar(line, run.scale, (x, y, w, h) => ctx.fillRect(x, y, w, h));
  return true;
}

/** Corners that are not seen are not rounded, dashes that are not seen are a paler line, hair lines are left out. */
export function paintRectMark(run: Run, rect: RectPrimitive, alpha: number): boolean {
  const { ctx, scale } = run;
  const share = dashShare(rect.dash, scale);
  const isThin = isStroked(rect) && isTooThin(rect.strokeWidth ?? 1, scale);
  const isSquare = rect.radius !== undefined && rect.radius * scale < 1;
  if (share === 1 && !isThin && !isSquare) return false;
  if (rect.fill !== undefined) {
    setAlpha(run, alpha * (rect.opacity ?? 1));
    setFill(run, rect.fill);
    ctx.fillRect(rect.x, rect.y, rect.w, rect.h);
  }
  if (isStroked(rect) && !isThin) {
    const { dash, ...solid } = rect;
    setAlpha(run, alpha * (rect.opacity ?? 1) * share);
    setStroke(run, share < 1 ? solid : rect);
    ctx.strokeRect(rect.x, rect.y, rect.w, rect.h);
  }
  return true;
}

/** A flat wedge is half as dark as the box around it. */
export function paintPolygonMark(run: Run, line: LinePrimitive, alpha: number): boolean {
  if (run.scale === Number.POSITIVE_INFINITY || !line.closed || line.fill === undefined || isStroked(line))
    return false;
  const box = flatBox(line, run.scale);
  if (!box) return false;
  if (isTooThin(Math.min(box.w, box.h), run.scale)) return true;
  setAlpha(run, (alpha * (line.opacity ?? 1)) / 2);
  setFill(run, line.fill);
  run.ctx.fillRect(box.x, box.y, box.w, box.h);
  return true;
}

/** A speck for an icon. */
export function paintPathMark(run: Run, shape: PathPrimitive, alpha: number): boolean {
  const { bounds } = shape;
  if (!isSpeck(bounds, run.scale)) return false;
  const color = shape.fill ?? shape.stroke;
  if (color === undefined || isTooThin(Math.max(bounds.w, bounds.h), run.scale)) return true;
  setAlpha(run, alpha * (shape.opacity ?? 1) * speckInk(shape));
  setFill(run, color);
  run.ctx.fillRect(bounds.x, bounds.y, bounds.w, bounds.h);
  return true;
}
