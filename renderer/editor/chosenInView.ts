import type { Box, Target } from '@shared/scene/primitives';
import { intersects } from '@/canvas/boxes';
import { type Point, screenBox, type ViewSize } from '@/canvas/camera';
import type { CameraStore } from '@/canvas/cameraStore';
import type { UiStore } from './uiState';
import type { ViewMoves } from './viewMoves';

/** Within this time a second press makes a double click, as desktops count by default. */
const DOUBLE_CLICK_MS = 500;

export interface ChosenInView {
  /** The board was pressed: what lies there stays there for the second press of a double click. */
  readonly pressed: (at: Point) => void;
  /** It was the second press, or there is none to come. */
  readonly released: () => void;
  /** Something else was chosen. */
  readonly selected: () => void;
  /** The room for the board has become lower, the bar of what is chosen having come under it. */
  readonly lowered: (before: ViewSize) => void;
  readonly detach: () => void;
}

/**
 * Keeps the foot of the one thing that is chosen above the bar that comes for it. A sheet that shows it whole stays still, and so does one that was moved away from it.
 */
export function keepChosenInView(deps: {
  readonly camera: CameraStore;
  readonly ui: UiStore;
  readonly view: () => ViewSize;
  readonly moves: Pick<ViewMoves, 'lift'>;
  /** A hand is dragging or drawing a frame: nothing moves under it. */
  readonly isBusy: () => boolean;
  readonly selection: () => readonly Target[];
  readonly isContent: (target: Target) => boolean;
  readonly boxOf: (target: Target) => Box | null;
}): ChosenInView {
  const { camera, ui, view, moves, isBusy, selection, isContent, boxOf } = deps;
  /** What is to be lifted once nobody may press a second time, and the camera it was seen with. */
  let wanted: { readonly target: Target; readonly seen: unknown } | null = null;
  let timer = 0;
  const only = (): Target | null => (selection().length === 1 ? (selection()[0] ?? null) : null);

  const lift = (): void => {
    const target = only();
    const isSame = target !== null && target === wanted?.target && camera.get() === wanted.seen;
    wanted = null;
    // A text being written may have been followed before the bar came.
    const box = isSame && !isBusy() ? boxOf(target) : null;
    if (box) moves.lift(box);
  };
  const want = (target: Target): void => {
    wanted = { target, seen: camera.get() };
    if (ui.getState().pressed === null) lift();
  };
  const released = (): void => {
    clearTimeout(timer);
    if (ui.getState().pressed === null) return;
    ui.setState({ pressed: null });
    if (wanted) lift();
  };
  return {
    pressed: (at) => {
      clearTimeout(timer);
      timer = window.setTimeout(released, DOUBLE_CLICK_MS);
      ui.setState({ pressed: at });
    },
    released,
    selected: () => {
      const target = only();
      // What keys and lists choose, they bring into view.
      if (target && isContent(target) && ui.getState().pressed) want(target);
    },
    lowered: (before) => {
      const target = only();
      const box = target && boxOf(target);
      if (!target || !box) return;
      // The corner of the view stayed where it is, and so did everything in it.
      const on = screenBox(camera.get(), view(), box);
      if (intersects(on, { x: 0, y: 0, w: before.width, h: before.height })) want(target);
    },
    detach: () => clearTimeout(timer),
  };
}
