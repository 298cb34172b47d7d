export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface OpeningState extends WindowState {
  /** `bounds` gives the size of the page; the frame comes on top of it. */
  readonly isPageSize: boolean;
}

export interface WindowState {
  readonly bounds: Rect;
  readonly maximized: boolean;
  readonly fullScreen: boolean;
}

/** Of the page, without the window's frame and menu. */
const DEFAULT_SIZE = { width: 1440, height: 900 };
/** Room for a title bar and a menu on any system. */
const FRAME_HEIGHT = 100;
export const MINIMUM_SIZE = { width: 960, height: 600 };
/** Enough of the window must lie on a display to be seen and dragged. */
const VISIBLE = { width: 160, height: 80 };

const FARTHEST = 100_000;

/**
 * The state to open the window with: the stored one where it still fits a display, else centred on the primary one.
 * `stored` may be anything (the file may be damaged); `workAreas` starts with the primary display.
 */
export function openingState(stored: unknown, workAreas: readonly Rect[]): OpeningState {
  const primary = workAreas[0] ?? { x: 0, y: 0, ...DEFAULT_SIZE };
  if (!isWindowState(stored)) return firstState(primary);
  const { bounds, maximized, fullScreen } = stored;
  const area = workAreas.find((candidate) => isVisibleOn(bounds, candidate));
  return { maximized, fullScreen, isPageSize: false, bounds: area ? fitted(bounds, area) : centred(primary, bounds) };
}

/** By hand: the schemas are read after the window has been made. */
function isWindowState(value: unknown): value is WindowState {
  if (typeof value !== 'object' || value === null) return false;
  const { bounds, maximized, fullScreen } = value as Partial<Record<keyof WindowState, unknown>>;
  return isRect(bounds) && typeof maximized === 'boolean' && typeof fullScreen === 'boolean';
}

function isRect(value: unknown): value is Rect {
  if (typeof value !== 'object' || value === null) return false;
  const { x, y, width, height } = value as Partial<Record<keyof Rect, unknown>>;
  return [x, y, width, height].every((part) => typeof part === 'number' && Math.abs(part) <= FARTHEST);
}

function firstState(area: Rect): OpeningState {
  const isPageSize = area.width >= DEFAULT_SIZE.width && area.height >= DEFAULT_SIZE.height + FRAME_HEIGHT;
  return { bounds: centred(area, DEFAULT_SIZE), maximized: false, fullScreen: false, isPageSize };
}

function centred(area: Rect, size: { readonly width: number; readonly height: number }): Rect {
  const width = between(size.width, MINIMUM_SIZE.width, area.width);
  const height = between(size.height, MINIMUM_SIZE.height, area.height);
  return {
    x: Math.round(area.x + Math.max(0, area.width - width) / 2),
    y: Math.round(area.y + Math.max(0, area.height - height) / 2),
    width,
    height,
  };
}

function fitted(bounds: Rect, area: Rect): Rect {
  return {
    x: Math.round(bounds.x),
    y: Math.round(Math.max(bounds.y, area.y)),
    width: between(bounds.width, MINIMUM_SIZE.width, area.width),
    height: between(bounds.height, MINIMUM_SIZE.height, area.height),
  };
}

function isVisibleOn(bounds: Rect, area: Rect): boolean {
  const width = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
  const height = Math.min(bounds.y + bounds.height, area.y + area.height) - Math.max(bounds.y, area.y);
  return width >= VISIBLE.width && height >= VISIBLE.height;
}

/** `most` gives way to `least` on displays smaller than the smallest window. */
function between(value: number, least: number, most: number): number {
  return Math.round(Math.max(least, Math.min(value, most)));
}
