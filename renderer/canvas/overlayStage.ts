import { Konva } from 'konva/lib/Global';
import { Layer as KonvaLayer } from 'konva/lib/Layer';
import { Shape as KonvaShape } from 'konva/lib/Shape';
import { Stage as KonvaStage } from 'konva/lib/Stage';
import { type OverlayModel, samePicture } from './overlayModel';
import { type OverlayFrame, overlayBounds, paintOverlay } from './overlayPainter';

type Frame = Omit<OverlayFrame, 'context'>;

/** The layer for what hands do: frames, hints, the marquee. */
export interface OverlayStage {
  /** Paints what is not painted so already. */
  readonly draw: (frame: Frame, model: OverlayModel, ratio: number) => void;
  readonly destroy: () => void;
}

// Frames are ours: Konva would paint everything once more after each change of a layer.
Konva.autoDrawEnabled = false;

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
  const stage = new KonvaStage({ container, width: 1, height: 1, listening: false });
  // Events belong to the surface: Konva would look through its own hit canvas at every move.
  stage.content.style.pointerEvents = 'none';
  const layer = new KonvaLayer({ listening: false, clearBeforeDraw: true });
  let paint: (context: CanvasRenderingContext2D) => void = () => undefined;
  layer.add(
    new KonvaShape({
      listening: false,
      perfectDrawEnabled: false,
      shadowForStrokeEnabled: false,
      sceneFunc: (context) => paint(context._context),
    }),
  );
  stage.add(layer);
  let isShown = false;
  let drawn: { readonly frame: Frame; readonly model: OverlayModel; readonly ratio: number } | null = null;

  const isDrawn = (frame: Frame, model: OverlayModel, ratio: number): boolean =>
    drawn !== null &&
    drawn.ratio === ratio &&
    drawn.frame.theme === frame.theme &&
    drawn.frame.view === frame.view &&
    drawn.frame.camera.zoom === frame.camera.zoom &&
    drawn.frame.camera.cx === frame.camera.cx &&
    drawn.frame.camera.cy === frame.camera.cy &&
    samePicture(drawn.model, model);

  const hide = (): void => {
    if (!isShown) return;
    isShown = false;
    container.style.display = 'none';
    stage.size({ width: 1, height: 1 });
  };

  return {
    draw: (frame, model, ratio) => {
      if (isDrawn(frame, model, ratio)) return;
      if (drawn?.ratio !== ratio) layer.getCanvas().setPixelRatio(ratio);
      drawn = { frame, model, ratio };
      const bounds = overlayBounds(model, frame.camera, frame.view);
      if (!bounds) return hide();
      // Whole device pixels, so that the browser never resamples it.
      const left = Math.floor(bounds.x * ratio) / ratio;
      const top = Math.floor(bounds.y * ratio) / ratio;
      const width = stepped(bounds.w + 1);
      const height = stepped(bounds.h + 1);
      if (stage.width() !== width || stage.height() !== height) stage.size({ width, height });
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
    },
    destroy: () => {
      stage.destroy();
      container.remove();
    },
  };
}
