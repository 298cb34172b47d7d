import type { Painter2D } from './painter2d';
import type { PaintOptions } from './paintScene';
import type { Paint } from './primitives';

/** What the canvas is set to, so that it is only told what changes. */
export interface CanvasState {
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

/** One painting of a scene: the canvas, what it is set to, and how closely things are looked at. */
export interface Run {
  readonly ctx: Painter2D;
  readonly options: PaintOptions;
  /** Pixels per scene unit; infinite where everything is drawn in full. */
  readonly scale: number;
  readonly matrix: ReturnType<Painter2D['getTransform']>;
  state: CanvasState;
}

/** Nothing is known of a canvas before the first setting. */
export const UNKNOWN: CanvasState = {
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

/** Sets how opaque what follows is (0..1). */
export function setAlpha(run: Run, alpha: number): void {
  if (run.state.alpha === alpha) return;
  run.state.alpha = alpha;
  run.ctx.globalAlpha = alpha;
}

/** Sets the colour of what is filled next. */
export function setFill(run: Run, color: string): void {
  if (run.state.fill === color) return;
  run.state.fill = color;
  run.ctx.fillStyle = color;
}

/** True when a paint has an outline. */
export const isStroked = (paint: Paint): paint is Paint & { readonly stroke: string } =>
  paint.stroke !== undefined && (paint.strokeWidth ?? 1) > 0;

/** Sets colour, width, ends, corners and dashes of what is outlined next. */
export function setStroke(run: Run, paint: Paint & { readonly stroke: string }): void {
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
