import type { Theme } from '@shared/model/theme';
import type { Scene } from '@shared/scene/primitives';
import { Konva } from 'konva/lib/Global';
import { Layer as KonvaLayer } from 'konva/lib/Layer';
import { Shape as KonvaShape } from 'konva/lib/Shape';
import { Stage as KonvaStage } from 'konva/lib/Stage';
import { Util as KonvaUtil } from 'konva/lib/Util';
import { onFontsArrived } from '@/platform/fonts';
import { createBasePainter, paintItems, type SceneImages } from './basePainter';
import { toScreen, type ViewSize } from './camera';
import type { CameraStore } from './cameraStore';
import { frameScheduler } from './frameScheduler';
import { EMPTY_OVERLAY, isBlank, type OverlayModel } from './overlayModel';
import { paintOverlay, paintUnderlay } from './overlayPainter';

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
  /** Paints what is pending now instead of at the next frame. */
  readonly flush: () => void;
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

// Frames are ours: Konva would paint everything once more after each change of a layer.
Konva.autoDrawEnabled = false;
// Konva would read a canvas back, before the first picture, to see how exact its hit colours are: nothing is hit through them.
KonvaUtil.isCanvasFarblingActive = () => false;

/** After this long without a change of zoom the picture is made exact. */
const REST_MS = 60;

/** A size whose bitmap is a whole number of device pixels, so that the browser never resamples it. */
function snapped(length: number, ratio: number): number {
  return Math.max(1, Math.floor(length * ratio)) / ratio;
}

function shapeOf(paint: (context: CanvasRenderingContext2D) => void): KonvaShape {
  return new KonvaShape({
    listening: false,
    perfectDrawEnabled: false,
    shadowForStrokeEnabled: false,
    sceneFunc: (context) => paint(context._context),
  });
}

/** The board on screen: two Konva layers, one shape each, painted at most once per animation frame and only when something changed. */
export function createCanvasView(options: CanvasViewOptions): CanvasView {
  const { container, camera, images } = options;
  let theme = options.theme;
  let shown: Scene | null = null;
  let overlay: OverlayModel = EMPTY_OVERLAY;
  let size: ViewSize = { width: 1, height: 1 };
  let ratio = window.devicePixelRatio || 1;
  let baseDirty = false;
  let overlayDirty = false;
  let overlayIsClear = true;
  let restTimer = 0;
  let lastZoom = camera.get().zoom;

  const base = createBasePainter(images);
  const stage = new KonvaStage({ container, width: 1, height: 1, listening: false });
  // Events belong to the container: Konva would look through its own hit canvas at every move.
  stage.content.style.pointerEvents = 'none';
  const layer = () => new KonvaLayer({ listening: false, clearBeforeDraw: true });
  const baseLayer = layer();
  const overlayLayer = layer();
  let wantsMore = false;

  const inPixels = (context: CanvasRenderingContext2D, paint: typeof paintOverlay): void => {
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    paint({ context, camera: camera.get(), view: size, theme }, overlay);
    context.restore();
  };
  const paintOver = (context: CanvasRenderingContext2D): void => {
    inPixels(context, paintUnderlay);
    if (overlay.lifted) {
      const at = camera.get();
      const corner = toScreen(at, size, { x: overlay.lifted.dx, y: overlay.lifted.dy });
      const scale = at.zoom * ratio;
      context.save();
      context.setTransform(scale, 0, 0, scale, corner.x * ratio, corner.y * ratio);
      paintItems(context, overlay.lifted.items, images, scale);
      context.restore();
    }
    inPixels(context, paintOverlay);
  };
  baseLayer.add(shapeOf((context) => (wantsMore = base.paint(context, camera.get(), size, ratio))));
  overlayLayer.add(shapeOf(paintOver));
  stage.add(baseLayer, overlayLayer);

  let preparing = false;
  const draw = (): void => {
    // What is set while a frame is being prepared belongs to that frame: asking for another one would never end.
    preparing = true;
    options.beforeFrame();
    preparing = false;
    if (baseDirty) {
      baseDirty = false;
      wantsMore = false;
      baseLayer.draw();
      if (wantsMore) {
        baseDirty = true;
        frames.request();
      }
    }
    if (overlayDirty) {
      overlayDirty = false;
      // A canvas that has never been drawn on costs nothing to show.
      const isClear = isBlank(overlay);
      if (!isClear || !overlayIsClear) overlayLayer.draw();
      overlayIsClear = isClear;
    }
    options.afterFrame();
  };
  const frames = frameScheduler(draw);
  const repaint = (which: 'base' | 'overlay' | 'both'): void => {
    if (which !== 'overlay') baseDirty = true;
    if (which !== 'base') overlayDirty = true;
    if (!preparing) frames.request();
  };

  const settleSoon = (): void => {
    clearTimeout(restTimer);
    restTimer = window.setTimeout(() => {
      base.settle(camera.get(), ratio);
      repaint('base');
    }, REST_MS);
  };
  const stopCamera = camera.subscribe((at) => {
    if (at.zoom !== lastZoom) {
      lastZoom = at.zoom;
      settleSoon();
    }
    repaint('both');
  });

  const resize = (): void => {
    const box = container.getBoundingClientRect();
    const next = window.devicePixelRatio || 1;
    const width = snapped(box.width, next);
    const height = snapped(box.height, next);
    // An observer begins by telling what is known: a canvas that is sized again must be painted again.
    if (next === ratio && width === size.width && height === size.height) return;
    ratio = next;
    size = { width, height };
    for (const one of [baseLayer, overlayLayer]) one.getCanvas().setPixelRatio(ratio);
    stage.size(size);
    overlayIsClear = true;
    base.settle(camera.get(), ratio);
    options.onResize(size);
    repaint('both');
    // A resized canvas is blank until painted: do it in the same beat.
    flush();
  };
  const flush = (): void => {
    frames.stop();
    draw();
  };
  const observer = new ResizeObserver(resize);
  observer.observe(container);
  let ratioQuery = watchRatio(resize);
  function watchRatio(changed: () => void): () => void {
    const query = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    const listener = () => {
      ratioQuery();
      ratioQuery = watchRatio(changed);
      changed();
    };
    query.addEventListener('change', listener);
    return () => query.removeEventListener('change', listener);
  }
  resize();
  const refresh = (): void => {
    base.clear();
    repaint('both');
  };
  // Symbols and emoji are fetched when they are first drawn: what was painted without them is painted again.
  const stopFonts = onFontsArrived(refresh);

  return {
    setScene: (scene) => {
      if (scene === shown) return;
      shown = scene;
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
    flush,
    destroy: () => {
      clearTimeout(restTimer);
      frames.stop();
      stopCamera();
      observer.disconnect();
      ratioQuery();
      stopFonts();
      base.clear();
      stage.destroy();
    },
  };
}
