import type { Box, Primitive } from '@shared/scene/primitives';
import type { Point } from './camera';

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
};
