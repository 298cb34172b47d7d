import type { Box } from '@shared/scene/primitives';
import { Konva } from 'konva/lib/Global';
import { Layer as KonvaLayer } from 'konva/lib/Layer';
import { Shape as KonvaShape } from 'konva/lib/Shape';
import { Stage as KonvaStage } from 'konva/lib/Stage';
import { Util as KonvaUtil } from 'konva/lib/Util';
import { type OverlayFrame, type OverlayModel, samePicture } from './overlayModel';
import { overlayBounds, paintOverlay } from './overlayPainter';

type Frame = Omit<OverlayFrame, 'context'>;

/** The layer for what hands do: frames, hints, the marquee. */
export interface OverlayStage {
  /** Paints what is not painted so already. */
  readonly draw: (frame: Frame, model: OverlayModel, ratio: number) => void;
  readonly destroy: () => void;
}

// Frames are ours: Konva would paint everything once more after each change of a layer.
Konva.autoDrawEnabled = false;
// Konva would read a canvas back, before the first picture, to see how exact its hit colours are: nothing is hit through them.
KonvaUtil.isCanvasFarblingActive = () => false;

/** The canvas grows and shrinks in steps of this, in CSS pixels: a frame around a note that is dragged keeps its canvas. */
const STEP = 128;

const stepped = (length: number): number => Math.ceil(length / STEP) * STEP;

/**
 * A Konva stage that is no larger than what is on it, and gone while there is nothing: the browser composes the whole of a
 * canvas anew when a point of it changes (measured in software: 13 ms of processors a frame for the whole view, 3 for a note).
 */
export function createOverlayStage(parent: HTMLElement): OverlayStage {
  const container = document.createElement('div');
  Object.assign(container.style, { position: 'absolute', display: 'none', pointerEvents: 'none' });
  parent.append(container);
  let made: { readonly stage: KonvaStage; readonly layer: KonvaLayer } | null = null;
  let paint: (context: CanvasRenderingContext2D) => void = () => undefined;
  let isShown = false;
  let drawn: { readonly frame: Frame; readonly model: OverlayModel; readonly ratio: number } | null = null;

  /** Made when there is first something to show: not while a board opens. */
  const konva = () => {
    made ??= stageIn(container, (context) => paint(context));
    return made;
  };
  const isDrawn = (frame: Frame, model: OverlayModel, ratio: number): boolean =>
    drawn !== null && drawn.ratio === ratio && sameFrame(drawn.frame, frame) && samePicture(drawn.model, model);
  const hide = (): void => {
    if (!isShown) return;
    isShown = false;
    container.style.display = 'none';
    made?.stage.size({ width: 1, height: 1 });
  };
  const drawIn = (bounds: Box, frame: Frame, model: OverlayModel, ratio: number): void => {
    const { stage, layer } = konva();
    // Whole device pixels, so that the browser never resamples it.
    const left = Math.floor(bounds.x * ratio) / ratio;
    const top = Math.floor(bounds.y * ratio) / ratio;
    const size = { width: stepped(bounds.w + 1), height: stepped(bounds.h + 1) };
    if (layer.getCanvas().getPixelRatio() !== ratio) layer.getCanvas().setPixelRatio(ratio);
    if (stage.width() !== size.width || stage.height() !== size.height) stage.size(size);
    container.style.left = `${left}px`;
    container.style.top = `${top}px`;
    paint = (context) => {
      context.save();
      context.setTransform(ratio, 0, 0, ratio, -left * ratio, -top * ratio);
      paintOverlay({ ...frame, context }, model);
      context.restore();
    };
    layer.draw();
    if (!isShown) container.style.display = '';
    isShown = true;
  };

  return {
    draw: (frame, model, ratio) => {
      if (isDrawn(frame, model, ratio)) return;
      drawn = { frame, model, ratio };
      const bounds = overlayBounds(model, frame.camera, frame.view);
      if (bounds) drawIn(bounds, frame, model, ratio);
      else hide();
    },
    destroy: () => {
      made?.stage.destroy();
      container.remove();
    },
  };
}

function stageIn(container: HTMLDivElement, paint: (context: CanvasRenderingContext2D) => void) {
  const stage = new KonvaStage({ container, width: 1, height: 1, listening: false });
  // Events belong to the surface: Konva would look through its own hit canvas at every move.
  stage.content.style.pointerEvents = 'none';
  const layer = new KonvaLayer({ listening: false, clearBeforeDraw: true });
  const shape = new KonvaShape({
    listening: false,
    perfectDrawEnabled: false,
    shadowForStrokeEnabled: false,
    sceneFunc: (context) => paint(context._context),
  });
  layer.add(shape);
  stage.add(layer);
  return { stage, layer };
}

const sameFrame = (a: Frame, b: Frame): boolean =>
  a.theme === b.theme &&
  a.view === b.view &&
  a.camera.zoom === b.camera.zoom &&
  a.camera.cx === b.camera.cx &&
  a.camera.cy === b.camera.cy;
