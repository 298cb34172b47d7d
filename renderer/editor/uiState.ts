import type { NoteFilter } from '@shared/boards/pieces/noteFilter';
import type { Target } from '@shared/scene/primitives';
import type { StoreApi } from 'zustand/vanilla';
import type { Point } from '@/canvas/camera';
import type { MenuPoint } from '@/ui/menuItems';
import type { BoardLayer } from './boardLayer';
import type { BoardMenuItem } from './menuItems';

/** A text being written on the board. */
export interface Editing {
  readonly target: Target;
  /** Tells one edit from the next, also of the same target. */
  readonly turn: number;
  readonly text: string;
  readonly selectAll: boolean;
}

export interface Find {
  readonly query: string;
  readonly at: number;
  /** Raised each time the field is asked for, so that it takes the keyboard again. */
  readonly asked: number;
}

/** A question with a few answers. */
export interface Asked {
  readonly label: string;
  readonly at: MenuPoint;
  readonly items: readonly BoardMenuItem[];
}

/** What the board's parts share beside the selection; changes here are rare (no pointer moves). */
export interface BoardUi {
  readonly editing: Editing | null;
  readonly menu: MenuPoint | null;
  readonly asked: Asked | null;
  /** Space is held: the next drag pans. */
  readonly hand: boolean;
  readonly dragging: boolean;
  /** Where the board was pressed, in CSS pixels, as long as a second press would make it a double click. */
  readonly pressed: Point | null;
  /** Tags are being written in the bar. */
  readonly tagging: boolean;
  /** The little map may come up where only a part of the board is in view. */
  readonly minimap: boolean;
  /** What is looked for on the board, and which of the places found is looked at; null while nobody looks. */
  readonly find: Find | null;
  /** Which notes the board shows; undefined shows all. */
  readonly filter: NoteFilter | undefined;
  /** The choice of what is shown is open. */
  readonly filtering: boolean;
  /** What is looked at over the board for a while. */
  readonly layer: BoardLayer | null;
  /** Why something asked for did not happen; told to assistive technology. */
  readonly refusal: string;
  /** What stays chosen while keys walk on to something else. */
  readonly kept: readonly Target[];
  /** Ids of what the compact layout folds by itself and somebody opened. */
  readonly unfolded: readonly string[];
  /** Pictures of the board that could not be read. */
  readonly lost: ReadonlySet<string>;
}

export type UiStore = StoreApi<BoardUi>;

/** Nothing is written, held or asked for. */
export const RESTING_UI: BoardUi = {
  editing: null,
  menu: null,
  asked: null,
  hand: false,
  dragging: false,
  pressed: null,
  tagging: false,
  minimap: true,
  find: null,
  filter: undefined,
  filtering: false,
  layer: null,
  refusal: '',
  kept: [],
  unfolded: [],
  lost: new Set(),
};
