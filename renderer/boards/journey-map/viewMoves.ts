import type { Box, Scene } from '@shared/scene/primitives';
import {
  type Camera,
  fitBox,
  keepInSight,
  openingView,
  reveal,
  type ViewSize,
  zoomStep,
  zoomTo,
} from '@/canvas/camera';
import type { CameraStore } from '@/canvas/cameraStore';

/** Room left around what a zoom shows, in CSS pixels. */
const FIT_PADDING = 16;
const SELECTION_PADDING = 64;
/** Zooming on one note should not fill the screen with it. */
const SELECTION_MAX_ZOOM = 2.5;
const REVEAL_PADDING = 24;

/** Last view of each board, as long as the app runs. */
const lastViews = new Map<string, Camera>();

export interface ViewMoves {
  /** The first view of the board, or the one it was left with. */
  readonly open: () => void;
  readonly fit: () => void;
  readonly actual: () => void;
  readonly step: (direction: 1 | -1) => void;
  readonly toBox: (box: Box) => void;
  readonly reveal: (box: Box) => void;
  readonly pan: (dx: number, dy: number) => void;
  readonly remember: () => void;
}

export const sheetOf = (scene: Scene): Box => ({ x: 0, y: 0, w: scene.width, h: scene.height });

/** Everything that moves the camera by intent rather than by hand. */
export function viewMoves(args: {
  readonly id: string;
  readonly camera: CameraStore;
  readonly view: () => ViewSize;
  /** The size of the view, measured anew. */
  readonly measure: () => ViewSize;
  readonly sheet: () => Box;
}): ViewMoves {
  const { id, camera, view, measure, sheet } = args;
  const set = (next: Camera) => camera.set(keepInSight(next, view(), sheet()));
  const middle = () => ({ x: view().width / 2, y: view().height / 2 });
  return {
    open: () => set(lastViews.get(id) ?? openingView(sheet(), view())),
    fit: () => set(fitBox(sheet(), measure(), FIT_PADDING, 1)),
    actual: () => set(zoomTo(camera.get(), view(), middle(), 1)),
    step: (direction) => set(zoomStep(camera.get(), view(), direction)),
    toBox: (box) => set(fitBox(box, measure(), SELECTION_PADDING, SELECTION_MAX_ZOOM)),
    reveal: (box) => set(reveal(camera.get(), view(), box, REVEAL_PADDING)),
    pan: (dx, dy) =>
      set({
        ...camera.get(),
        cx: camera.get().cx - dx / camera.get().zoom,
        cy: camera.get().cy - dy / camera.get().zoom,
      }),
    remember: () => void lastViews.set(id, camera.get()),
  };
}
