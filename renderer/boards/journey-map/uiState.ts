import type { LaneId } from '@shared/base/ids';
import type { Target } from '@shared/scene/primitives';
import type { StoreApi } from 'zustand/vanilla';
import type { MenuPoint } from '@/ui/menuItems';

/** A text being written on the board. */
export interface Editing {
  readonly target: Target;
  /** Tells one edit from the next, also of the same target. */
  readonly turn: number;
  readonly text: string;
  readonly selectAll: boolean;
}

/** What the board's parts share beside the selection; changes here are rare (no pointer moves). */
export interface JourneyUi {
  readonly editing: Editing | null;
  readonly menu: MenuPoint | null;
  /** Space is held: the next drag pans. */
  readonly hand: boolean;
  readonly dragging: boolean;
  /** Why something asked for did not happen; told to assistive technology. */
  readonly refusal: string;
  /** Rows that the compact layout folds by itself and somebody opened. */
  readonly unfolded: readonly LaneId[];
}

export type UiStore = StoreApi<JourneyUi>;
