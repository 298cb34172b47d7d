/** What a turn of the wheel, two fingers on a trackpad or a pinch mean. */
export type WheelMove =
  | { readonly type: 'pan'; readonly dx: number; readonly dy: number }
  | { readonly type: 'zoom'; readonly factor: number };

export interface WheelInput {
  readonly deltaX: number;
  readonly deltaY: number;
  /** As in WheelEvent: 0 pixels, 1 lines, 2 pages. */
  readonly deltaMode: number;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

const LINE = 16;
const PAGE = 400;
/** A notch of a mouse wheel is 100-120 px; a pinch sends many small deltas. */
const ZOOM_PER_PIXEL = 0.0022;
const MAX_ZOOM_DELTA = 150;

/** Wheel pans (Shift turns it sideways); with Ctrl or Cmd, which is also how a pinch arrives, it zooms. */
export function wheelMove(input: WheelInput): WheelMove {
  const unit = input.deltaMode === 1 ? LINE : input.deltaMode === 2 ? PAGE : 1;
  const dx = input.deltaX * unit;
  const dy = input.deltaY * unit;
  if (input.ctrlKey || input.metaKey) {
    const delta = Math.max(-MAX_ZOOM_DELTA, Math.min(MAX_ZOOM_DELTA, dy));
    // A pinch reports deltas about ten times smaller than a wheel for the same intent.
    const gain = Math.abs(delta) < 40 && input.deltaMode === 0 ? ZOOM_PER_PIXEL * 4 : ZOOM_PER_PIXEL;
    return { type: 'zoom', factor: Math.exp(-delta * gain) };
  }
  if (input.shiftKey && dx === 0) return { type: 'pan', dx: -dy, dy: 0 };
  return { type: 'pan', dx: -dx, dy: -dy };
}
