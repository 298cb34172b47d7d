import type { Painter2D } from '@shared/scene/painter2d';
import { paintScene } from '@shared/scene/paintScene';
import { placeOnSheet } from '@shared/scene/placeOnSheet';
import type { Scene } from '@shared/scene/primitives';
import type { SheetSize } from '@shared/scene/sheet';
import { useEffect, useRef } from 'react';
import { canvasPaths } from '@/platform/canvasPaths';
import { onFontsArrived } from '@/platform/fonts';

export interface ScenePaintingProps {
  readonly scene: Scene;
  readonly sheet: SheetSize;
  /** In CSS pixels; the height follows from the sheet. */
  readonly width: number;
  /** What the picture is; without it the picture is decorative. */
  readonly label?: string | undefined;
  /** Bars instead of text that is too small to read. */
  readonly sketch?: boolean;
  readonly className?: string | undefined;
}

function paint(context: CanvasRenderingContext2D, { scene, sheet, sketch }: ScenePaintingProps): void {
  const { width, height } = context.canvas;
  const { viewWidth, left, top } = placeOnSheet(scene, sheet.widthMm, sheet.heightMm);
  const scale = width / viewWidth;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = scene.background;
  context.fillRect(0, 0, width, height);
  context.setTransform(scale, 0, 0, scale, left * scale, top * scale);
  const options = { paths: canvasPaths, detail: sketch ? 'bars' : 'full', scale } as const;
  paintScene(context as unknown as Painter2D, scene.items, options);
}

/** A poster as it will be printed, on a canvas as sharp as the screen. */
export function ScenePainting(props: ScenePaintingProps) {
  const { scene, sheet, width, label, sketch, className } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const height = (width * sheet.heightMm) / sheet.widthMm;
  const pixelWidth = Math.max(1, Math.round(width * window.devicePixelRatio));
  const pixelHeight = Math.max(1, Math.round(height * window.devicePixelRatio));
  useEffect(() => {
    const draw = () => {
      const context = canvas.current?.getContext('2d');
      if (!context) return;
      // Sets the size anew each time, which also empties the canvas.
      context.canvas.width = pixelWidth;
      context.canvas.height = pixelHeight;
      paint(context, { scene, sheet, width, sketch: sketch ?? false });
    };
    draw();
    return onFontsArrived(draw);
  }, [scene, sheet, width, sketch, pixelWidth, pixelHeight]);
  const spoken = label ? ({ role: 'img', 'aria-label': label } as const) : ({ 'aria-hidden': true } as const);
  return <canvas ref={canvas} className={className} style={{ width, height }} {...spoken} />;
}
