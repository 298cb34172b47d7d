import type { Theme } from '@shared/model/theme';
import type { Box, Primitive } from '@shared/scene/primitives';
import type { Camera, Point, ViewSize } from './camera';

/** What an overlay is painted on: a context in CSS pixels of the view. */
export interface OverlayFrame {
  readonly context: CanvasRenderingContext2D;
  readonly camera: Camera;
  readonly view: ViewSize;
  readonly theme: Theme;
}

/** Something of its own that lies over the board, under frames and hints. Another picture is another object. */
export interface OverlayLayer {
  /** What `paint` may touch, in CSS pixels of the view; null when that is nothing. */
  readonly bounds: (camera: Camera, view: ViewSize) => Box | null;
  readonly paint: (frame: OverlayFrame) => void;
}

/** Where a dragged piece would land, in scene units. */
export interface DropHint {
  /** The cell or the row that takes it. */
  readonly area: Box;
  /** Insertion line between two pieces. */
  readonly line: { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number } | null;
  readonly allowed: boolean;
}

/** Everything that is drawn above the board and is not part of it; boxes are in scene units. */
export interface OverlayModel {
  readonly selected: readonly Box[];
  /** Corner handles around the only selected piece. */
  readonly handles: boolean;
  readonly editing: Box | null;
  readonly hover: Box | null;
  readonly marquee: Box | null;
  readonly drop: DropHint | null;
  /** Pieces taken out of the base while they are dragged. */
  readonly lifted: {
    readonly items: readonly Primitive[];
    /** Where they were: left in dashes. */
    readonly boxes: readonly Box[];
    readonly dx: number;
    readonly dy: number;
  } | null;
  /** A value beside the pointer, such as the valence while a face is dragged. */
  readonly badge: { readonly text: string; readonly at: Point } | null;
  /** Lines that show what a dragged piece lines up with. */
  readonly guides: readonly { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number }[];
  /** Where a text that is looked for stands, and which of these places is looked at. */
  readonly found: readonly Box[];
  readonly foundNow: Box | null;
  readonly layer: OverlayLayer | null;
}

export const EMPTY_OVERLAY: OverlayModel = {
  selected: [],
  handles: false,
  editing: null,
  hover: null,
  marquee: null,
  drop: null,
  lifted: null,
  badge: null,
  guides: [],
  found: [],
  foundNow: null,
  layer: null,
};

const sameBox = (a: Box | null, b: Box | null): boolean =>
  a === b || (a !== null && b !== null && a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h);

const sameBoxes = (a: readonly Box[], b: readonly Box[]): boolean =>
  a.length === b.length && a.every((box, at) => sameBox(box, b[at] ?? null));

function sameDrop(a: DropHint | null, b: DropHint | null): boolean {
  if (a === b) return true;
  if (!a || !b || a.allowed !== b.allowed || !sameBox(a.area, b.area)) return false;
  const [one, other] = [a.line, b.line];
  if (!one || !other) return one === other;
  return one.x1 === other.x1 && one.y1 === other.y1 && one.x2 === other.x2 && one.y2 === other.y2;
}

function sameGuides(a: OverlayModel['guides'], b: OverlayModel['guides']): boolean {
  return (
    a.length === b.length &&
    a.every(({ x1, y1, x2, y2 }, at) => {
      const other = b[at];
      return other?.x1 === x1 && other.y1 === y1 && other.x2 === x2 && other.y2 === y2;
    })
  );
}

/** True when two overlays look the same, apart from the pieces that are held. */
export function samePicture(a: OverlayModel, b: OverlayModel): boolean {
  if (a === b) return true;
  return (
    a.layer === b.layer &&
    a.handles === b.handles &&
    sameBoxes(a.selected, b.selected) &&
    sameBoxes(a.found, b.found) &&
    sameBox(a.foundNow, b.foundNow) &&
    sameGuides(a.guides, b.guides) &&
    sameBox(a.editing, b.editing) &&
    sameBox(a.hover, b.hover) &&
    sameBox(a.marquee, b.marquee) &&
    sameDrop(a.drop, b.drop) &&
    a.badge?.text === b.badge?.text &&
    a.badge?.at.x === b.badge?.at.x &&
    a.badge?.at.y === b.badge?.at.y
  );
}
