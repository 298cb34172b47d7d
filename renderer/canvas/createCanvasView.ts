import type { Theme } from '@shared/model/theme';
import type { Scene } from '@shared/scene/primitives';
import { onFontsArrived } from '@/platform/fonts';
import { type Camera, type ViewSize, visibleBox } from './camera';
import type { CameraStore } from './cameraStore';
import { frameScheduler } from './frameScheduler';
import { createHeldWall, createOriginsWall, type PiecesWall } from './liftedWall';
import { EMPTY_OVERLAY, type OverlayModel } from './overlayModel';
import { createOverlayStage } from './overlayStage';
import { createSceneWall, type SceneImages } from './sceneWall';
import type { WallFrame } from './tileWall';
import { createWallElement, type WallElement } from './wallElement';
import { watchRatio } from './watchRatio';

export interface CanvasView {
  readonly setScene: (scene: Scene) => void;
  readonly setOverlay: (overlay: OverlayModel) => void;
  readonly setTheme: (theme: Theme) => void;
  /** Paints everything again (a font or an image has arrived). */
  readonly refresh: () => void;
  readonly size: () => ViewSize;
  /** The size as it is now, also when the layout around has only just changed. */
  readonly measure: () => ViewSize;
  /** Asks for a frame without saying what changed: `beforeFrame` will. */
  readonly request: () => void;
  /** The same for an edit: the frame is prepared at once, before the browser asks for it, unless one is waiting already. */
  readonly requestSoon: () => void;
  /** Paints what is pending now instead of at the next frame. */
  readonly flush: () => void;
  /** Nothing is waiting to be painted, and what is on show is of exactly this zoom. */
  readonly isExact: () => boolean;
  readonly destroy: () => void;
}

export interface CanvasViewOptions {
  readonly container: HTMLDivElement;
  readonly camera: CameraStore;
  readonly images: SceneImages;
  readonly theme: Theme;
  readonly onResize: (size: ViewSize) => void;
  /** Before each frame: the place to lay out what changed since the last one. */
  readonly beforeFrame: () => void;
  /** After each painted frame: the text editor follows the board. */
  readonly afterFrame: () => void;
}

/** After this long without a change of zoom the picture is made exact. */
const REST_MS = 50;
/** How long a frame may paint tiles while the camera moves, and while it rests: the rest of a frame is the browser's. */
const MOVING_MS = 5;
const RESTING_MS = 18;
/** For the frame after an edit, what it took to lay it out included: the middle of the view comes first, the rest in the next ones. */
const EDITED_MS = 12;
/** A zoom of more than this many octaves between two frames is fast: its pictures are gone before anybody has looked at them. */
const FAST_ZOOM = 0.06;
const FAST_MS = 1;
/** Painting ahead begins when nothing has been painted for this long, a turn at a time. */
const TEND_AFTER_MS = 700;
const IDLE_MS = 8;

/** A size whose bitmap is a whole number of device pixels. */
function snapped(length: number, ratio: number): number {
  return Math.max(1, Math.floor(length * ratio)) / ratio;
}

/** The camera with the scene's origin on a whole device pixel: tiles and frames agree, and nothing shimmers in a pan. */
function snappedCamera(camera: Camera, view: ViewSize, ratio: number): Camera {
  const scale = camera.zoom * ratio;
  const { x, y } = visibleBox(camera, view);
  const [left, top] = [Math.round(x * scale) / scale, Math.round(y * scale) / scale];
  return { zoom: camera.zoom, cx: left + view.width / 2 / camera.zoom, cy: top + view.height / 2 / camera.zoom };
}

function frameOf(camera: Camera, view: ViewSize, ratio: number): WallFrame {
  const scale = camera.zoom * ratio;
  const visible = visibleBox(camera, view);
  return { scale, visible, originX: Math.round(-visible.x * scale), originY: Math.round(-visible.y * scale) };
}

/** The frame of pieces that are held some way from where they lie. */
function shifted(frame: WallFrame, dx: number, dy: number): WallFrame {
  return {
    scale: frame.scale,
    visible: { ...frame.visible, x: frame.visible.x - dx, y: frame.visible.y - dy },
    originX: frame.originX + Math.round(dx * frame.scale),
    originY: frame.originY + Math.round(dy * frame.scale),
  };
}

/**
 * The board on screen: the resting board in tiles, the frames and hints of what hands do, the pieces they hold. Painted at
 * most once per animation frame and only when something changed.
 */
export function createCanvasView(options: CanvasViewOptions): CanvasView {
  const { container, camera, images } = options;
  let theme = options.theme;
  let shown: Scene | null = null;
  let overlay: OverlayModel = EMPTY_OVERLAY;
  let size: ViewSize = { width: 1, height: 1 };
  let ratio = window.devicePixelRatio || 1;
  let baseDirty = false;
  let overlayDirty = false;
  let hasMoved = false;
  let wasEdited = false;
  let restTimer = 0;
  let tendTimer = 0;
  let idle = 0;
  let lastZoom = camera.get().zoom;
  let drawnZoom = lastZoom;
  /** Most of this frame was drawn before it began. */
  let isDrawnAlready = false;

  const now = () => performance.now();
  const board = document.createElement('div');
  board.style.position = 'absolute';
  container.append(board);
  const wallElement = (): WallElement => createWallElement(board, () => ratio);
  // In the order in which they lie on each other.
  const baseElement = wallElement();
  const originsElement = wallElement();
  const stage = createOverlayStage(board);
  const heldElement = wallElement();
  const base = createSceneWall(baseElement.openLevel, images, now);
  const pieces = { images, theme: () => theme, ratio: () => ratio, now };
  const origins = createOriginsWall({ ...pieces, openLevel: originsElement.openLevel });
  const held = createHeldWall({ ...pieces, openLevel: heldElement.openLevel });

  const drawPieces = ({ wall }: PiecesWall, frame: WallFrame, ms: number): boolean => {
    wall.settle(frame.scale);
    return wall.draw(frame, ms);
  };
  /** True when tiles are still missing somewhere. */
  const drawOverlay = (frame: WallFrame, ms: number): boolean => {
    const { lifted } = overlay;
    held.setPieces(lifted);
    origins.setPieces(lifted);
    const more = [
      lifted && drawPieces(origins, frame, ms),
      lifted && drawPieces(held, shifted(frame, lifted.dx, lifted.dy), ms),
    ];
    stage.draw({ camera: snappedCamera(camera.get(), size, ratio), view: size, theme }, overlay, ratio);
    return more.includes(true);
  };

  let preparing = false;
  const draw = (): void => {
    // What is set while a frame is being prepared belongs to that frame: asking for another one would never end.
    preparing = true;
    const start = now();
    const before = shown;
    options.beforeFrame();
    preparing = false;
    const { zoom } = camera.get();
    const frame = frameOf(camera.get(), size, ratio);
    const isFast = Math.abs(Math.log2(zoom / drawnZoom)) > FAST_ZOOM;
    const ms = isFast ? FAST_MS : hasMoved ? MOVING_MS : wasEdited ? EDITED_MS - (now() - start) : RESTING_MS;
    // What was drawn early goes on the screen as it is: what is left to paint would hold it up.
    const goesOut = isDrawnAlready && !hasMoved && shown === before;
    isDrawnAlready = false;
    hasMoved = false;
    wasEdited = false;
    drawnZoom = zoom;
    const [paintsBase, paintsOverlay] = [baseDirty, overlayDirty];
    baseDirty = false;
    overlayDirty = false;
    if (paintsBase && shown) baseDirty = goesOut || base.draw(frame, ms);
    if (paintsOverlay) overlayDirty = drawOverlay(frame, ms);
    if (baseDirty || overlayDirty) frames.request();
    else tendSoon();
    options.afterFrame();
  };
  const frames = frameScheduler(draw);
  /** The frame that was asked for comes all the same, and shows this as soon as it is done. */
  const drawSoon = (): void => {
    if (!frames.isWaiting()) return;
    draw();
    isDrawnAlready = true;
  };
  const repaint = (which: 'base' | 'overlay' | 'both'): void => {
    if (which !== 'overlay') baseDirty = true;
    if (which !== 'base') overlayDirty = true;
    if (!preparing) frames.request();
  };

  const tend = (): void => {
    idle = requestIdleCallback(() => {
      base.tend(IDLE_MS);
      if (base.wantsTending()) tend();
    });
  };
  const stopTending = (): void => {
    clearTimeout(tendTimer);
    cancelIdleCallback(idle);
  };
  const tendSoon = (): void => {
    stopTending();
    if (base.wantsTending()) tendTimer = window.setTimeout(tend, TEND_AFTER_MS);
  };

  const settleSoon = (): void => {
    clearTimeout(restTimer);
    restTimer = window.setTimeout(() => {
      base.settle(camera.get().zoom * ratio);
      repaint('both');
    }, REST_MS);
  };
  const stopCamera = camera.subscribe((at) => {
    if (at.zoom !== lastZoom) {
      lastZoom = at.zoom;
      settleSoon();
    }
    hasMoved = true;
    repaint('both');
  });

  const resize = (): void => {
    const box = container.getBoundingClientRect();
    const next = window.devicePixelRatio || 1;
    const width = snapped(box.width, next);
    const height = snapped(box.height, next);
    // An observer begins by telling what is known.
    if (next === ratio && width === size.width && height === size.height) return;
    if (next !== ratio) for (const wall of [base, origins.wall, held.wall]) wall.clear();
    ratio = next;
    size = { width, height };
    options.onResize(size);
    repaint('both');
    // What comes into view is painted in the same beat.
    flush();
  };
  const flush = (): void => {
    frames.stop();
    draw();
  };
  const observer = new ResizeObserver(resize);
  observer.observe(container);
  const stopRatio = watchRatio(resize);
  resize();
  const refresh = (): void => {
    base.refresh();
    held.setPieces(null);
    repaint('both');
  };
  // Symbols and emoji are fetched when they are first drawn: what was painted without them is painted again.
  const stopFonts = onFontsArrived(refresh);

  return {
    setScene: (scene) => {
      if (scene === shown) return;
      shown = scene;
      wasEdited = true;
      base.setScene(scene);
      repaint('both');
    },
    setOverlay: (next) => {
      overlay = next;
      repaint('overlay');
    },
    setTheme: (next) => {
      theme = next;
      repaint('overlay');
    },
    refresh,
    size: () => size,
    measure: () => {
      const box = container.getBoundingClientRect();
      if (snapped(box.width, ratio) !== size.width || snapped(box.height, ratio) !== size.height) resize();
      return size;
    },
    request: () => frames.request(),
    requestSoon: () => {
      const isFirst = !frames.isWaiting();
      frames.request();
      if (isFirst) queueMicrotask(drawSoon);
    },
    flush,
    isExact: () => !frames.isWaiting() && !baseDirty && !overlayDirty && base.isExact(camera.get().zoom * ratio),
    destroy: () => {
      clearTimeout(restTimer);
      stopTending();
      frames.stop();
      stopCamera();
      observer.disconnect();
      stopRatio();
      stopFonts();
      base.clear();
      stage.destroy();
      board.remove();
    },
  };
}
