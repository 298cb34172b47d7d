import type { Painter2D } from '@shared/scene/painter2d';
import { paintScene } from '@shared/scene/paintScene';
import { placeOnSheet } from '@shared/scene/placeOnSheet';
import type { Scene } from '@shared/scene/primitives';
import type { SheetSize } from '@shared/scene/sheet';
import { usedImages } from '@shared/scene/walkScene';
import { useEffect, useRef, useState } from 'react';
import { workspace } from '@/app/appStore';
import { pictureBitmaps, posterPictures } from '@/export/posterPictures';
import { canvasPaths } from '@/platform/canvasPaths';
import { onFontsArrived } from '@/platform/fonts';

export interface ScenePaintingProps {
  readonly scene: Scene;
  readonly sheet: SheetSize;
  /** Paper beyond the sheet on every side; part of the picture. */
  readonly aroundMm?: number;
  /** In CSS pixels; the height follows from the paper. */
  readonly width: number;
  /** What the picture is; without it the picture is decorative. */
  readonly label?: string | undefined;
  /** Bars instead of text that is too small to read. */
  readonly sketch?: boolean;
  readonly className?: string | undefined;
}

type Images = ReadonlyMap<string, ImageBitmap>;
const NO_IMAGES: Images = new Map();

/** The pictures of a poster, once they are read; none before. Painted much smaller than they are, thin strokes would be lost: they are made smaller first. */
function useImages(scene: Scene, sheet: SheetSize, pixelsPerUnit: number): Images {
  const [shown, setShown] = useState<{
    readonly scene: Scene;
    readonly pixelsPerUnit: number;
    readonly images: Images;
  } | null>(null);
  useEffect(() => {
    let isHere = true;
    let made = NO_IMAGES;
    const close = () => {
      for (const bitmap of made.values()) bitmap.close();
    };
    const bring = async (): Promise<void> => {
      const pictures = await posterPictures(scene, sheet, workspace().readAsset);
      if (pictures.size === 0) return;
      const used = usedImages(scene.items);
      made = await pictureBitmaps(pictures, (asset) => Math.ceil((used.get(asset) ?? 0) * pixelsPerUnit));
      if (isHere) setShown({ scene, pixelsPerUnit, images: made });
      else close();
    };
    void bring();
    return () => {
      isHere = false;
      setShown(null);
      close();
    };
  }, [scene, sheet, pixelsPerUnit]);
  // Those of another poster or size are closed by the time this picture is painted.
  return shown?.scene === scene && shown.pixelsPerUnit === pixelsPerUnit ? shown.images : NO_IMAGES;
}

function paint(context: CanvasRenderingContext2D, props: ScenePaintingProps, images: Images): void {
  const { scene, sheet, aroundMm, sketch } = props;
  const { width, height } = context.canvas;
  const { viewWidth, left, top } = placeOnSheet(scene, sheet.widthMm, sheet.heightMm, aroundMm);
  const scale = width / viewWidth;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = scene.background;
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.setTransform(scale, 0, 0, scale, left * scale, top * scale);
  const options = { paths: canvasPaths, images, detail: sketch ? 'bars' : 'full', scale } as const;
  paintScene(context as unknown as Painter2D, scene.items, options);
}

/** A poster as it will be printed, on a canvas as sharp as the screen. */
export function ScenePainting(props: ScenePaintingProps) {
  const { scene, sheet, aroundMm = 0, width, label, sketch, className } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const height = (width * (sheet.heightMm + 2 * aroundMm)) / (sheet.widthMm + 2 * aroundMm);
  const pixelWidth = Math.max(1, Math.round(width * window.devicePixelRatio));
  const pixelHeight = Math.max(1, Math.round(height * window.devicePixelRatio));
  // By octaves: another size of the window needs no others.
  const perUnit = pixelWidth / placeOnSheet(scene, sheet.widthMm, sheet.heightMm, aroundMm).viewWidth;
  const images = useImages(scene, sheet, 2 ** Math.ceil(Math.log2(perUnit)));
  useEffect(() => {
    const draw = () => {
      const context = canvas.current?.getContext('2d');
      if (!context) return;
      // Sets the size anew each time, which also empties the canvas.
      context.canvas.width = pixelWidth;
      context.canvas.height = pixelHeight;
      paint(context, { scene, sheet, aroundMm, width, sketch: sketch ?? false }, images);
    };
    draw();
    return onFontsArrived(draw);
  }, [scene, sheet, aroundMm, width, sketch, pixelWidth, pixelHeight, images]);
  const spoken = label ? ({ role: 'img', 'aria-label': label } as const) : ({ 'aria-hidden': true } as const);
  return <canvas ref={canvas} className={className} style={{ width, height }} {...spoken} />;
}
