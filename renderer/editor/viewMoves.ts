import type { Box, Scene } from '@shared/scene/primitives';
import {
  afterResize,
  type Camera,
  fitBox,
  keepInSight,
  lift,
  openingView,
  type Point,
  reveal,
  type ViewSize,
  zoomStep,
  zoomTo,
} from '@/canvas/camera';
import type { CameraStore } from '@/canvas/cameraStore';
import { lastFit, lastView, rememberView, type ViewFit } from '@/session/lastViews';

/** Room left around what a zoom shows, in CSS pixels. */
const FIT_PADDING = 16;
const SELECTION_PADDING = 64;
/** Zooming on one note should not fill the screen with it. */
const SELECTION_MAX_ZOOM = 2.5;
const REVEAL_PADDING = 24;
/** A projected board may be larger than life. */
const PROJECTED_MAX_ZOOM = 2.5;
/** Free around a text being written: its frame, and room to see that the note ends there. */
const WRITING_MARGIN = 16;

export interface ViewMoves {
  /** The first view of the board, or the one it was left with. */
  readonly open: () => void;
  readonly fit: () => void;
  readonly actual: () => void;
  readonly step: (direction: 1 | -1) => void;
  readonly toBox: (box: Box) => void;
  readonly reveal: (box: Box) => void;
  /** Brings the foot of a box into view. A board that was fitted still is, and is shown so again once there is more room. */
  readonly lift: (box: Box) => void;
  /** Like `reveal`, with some room around the box whatever the zoom. */
  readonly revealWriting: (box: Box) => void;
  readonly pan: (dx: number, dy: number) => void;
  /** Puts a point of the scene in the middle of the view. */
  readonly center: (point: Point) => void;
  /** The room for the board has changed. A board shown whole (or in its whole width) is shown so again in another width. */
  readonly resized: (before: ViewSize, after: ViewSize) => void;
  readonly remember: () => void;
  /** On a projector the whole board is shown, as large as it gets; afterwards it is seen as before. */
  readonly project: (on: boolean) => void;
}

interface Fitted {
  readonly fit: ViewFit;
  readonly camera: Camera;
  readonly isLifted?: boolean;
}

interface BeforeProjecting {
  readonly camera: Camera;
  readonly view: ViewSize;
  readonly wasFitted: Fitted | null;
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
  /** How the board was last fitted, and the camera that gave: as long as that holds, the board is still fitted. */
  let fitted: Fitted | null = null;
  const setFitted = (fit: ViewFit): void => {
    set(fit === 'whole' ? whole() : openingView(sheet(), view()));
    fitted = { fit, camera: camera.get() };
  };
  const fitNow = () => (fitted?.camera === camera.get() ? fitted : null);
  const resized = (before: ViewSize, after: ViewSize): void => {
    const same = fitNow();
    const hasRoomAgain = same?.isLifted && after.height > before.height;
    if (same && (before.width !== after.width || beforeProjecting || hasRoomAgain)) {
      setFitted(same.fit);
      return;
    }
    camera.set(afterResize(camera.get(), before, after));
    if (same) fitted = { ...same, camera: camera.get() };
  };
  /** How the board was seen before it went to the projector. */
  let beforeProjecting: BeforeProjecting | null = null;
  const project = (on: boolean): void => {
    if (on === (beforeProjecting !== null)) return;
    if (on) {
      beforeProjecting = { camera: camera.get(), view: view(), wasFitted: fitted };
      measure();
      setFitted('whole');
      return;
    }
    const before = beforeProjecting;
    beforeProjecting = null;
    if (!before) return;
    // The window is still on its way back to its size: the corner of the view is what stays meanwhile.
    camera.set(afterResize(before.camera, before.view, measure()));
    fitted = before.wasFitted?.camera === before.camera ? { ...before.wasFitted, camera: camera.get() } : null;
  };
  const whole = () => fitBox(sheet(), view(), FIT_PADDING, beforeProjecting ? PROJECTED_MAX_ZOOM : 1);
  const middle = () => ({ x: view().width / 2, y: view().height / 2 });
  return {
    open: () => {
      const last = lastView(id);
      // What was fitted fits a window of another size too.
      const fit = lastFit(id);
      if (last && !fit) set(last);
      else setFitted(fit ?? 'opening');
    },
    fit: () => {
      measure();
      setFitted('whole');
    },
    resized,
    actual: () => set(zoomTo(camera.get(), view(), middle(), 1)),
    step: (direction) => set(zoomStep(camera.get(), view(), direction)),
    toBox: (box) => set(fitBox(box, measure(), SELECTION_PADDING, SELECTION_MAX_ZOOM)),
    reveal: (box) => set(reveal(camera.get(), view(), box, REVEAL_PADDING)),
    lift: (box) => {
      const same = fitNow();
      const before = camera.get();
      set(lift(before, view(), box, REVEAL_PADDING));
      if (same && camera.get() !== before) fitted = { fit: same.fit, camera: camera.get(), isLifted: true };
    },
    revealWriting: (box) => {
      const room = WRITING_MARGIN / camera.get().zoom;
      const around = { x: box.x - room, y: box.y - room, w: box.w + 2 * room, h: box.h + 2 * room };
      set(reveal(camera.get(), view(), around, 0));
    },
    pan: (dx, dy) =>
      set({
        ...camera.get(),
        cx: camera.get().cx - dx / camera.get().zoom,
        cy: camera.get().cy - dy / camera.get().zoom,
      }),
    center: ({ x, y }) => set({ zoom: camera.get().zoom, cx: x, cy: y }),
    project,
    remember: () => {
      if (!beforeProjecting) rememberView(id, camera.get(), fitNow()?.fit ?? null);
    },
  };
}
