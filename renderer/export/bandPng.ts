import type { Painter2D, PathFactory } from '@shared/scene/painter2d';
import { type PaintOptions, paintScene } from '@shared/scene/paintScene';
import { type Placement, placeOnSheet } from '@shared/scene/placeOnSheet';
import { concatBytes, filterRows, pngChunk, pngEnd, pngStart } from '@shared/scene/png';
import type { Scene } from '@shared/scene/primitives';
import { pixelsOfMm } from '@shared/scene/sheet';
import { type PosterPictures, pictureBitmaps } from './posterPictures';

/** Bytes that own their buffer, so that a worker can hand them over. */
export type Bytes = Uint8Array<ArrayBuffer>;

export interface PngJob {
  readonly scene: Scene;
  readonly widthMm: number;
  readonly heightMm: number;
  /** Paper beyond the sheet on every side. */
  readonly aroundMm?: number;
  /** How the scene lies on the sheet, where it neither fills it nor stands in its middle. */
  readonly placement?: Placement;
  readonly dpi: number;
  readonly pictures: PosterPictures;
}

/** Pixels painted at a time: 64 MB of them, whatever the sheet. */
const BAND_PIXELS = 16_000_000;
/** A band is as wide as the picture, and no canvas is wider than this. */
const WIDEST_CANVAS = 65_535;
/** More than twice an A0 at 300 dpi; files beyond it open in hardly any program. */
export const LIMIT_MEGAPIXELS = 400;

/** Size of the picture of a sheet; `fits` tells whether it can be painted. */
export function pngSize({ aroundMm = 0, ...job }: Pick<PngJob, 'widthMm' | 'heightMm' | 'aroundMm' | 'dpi'>): {
  readonly width: number;
  readonly height: number;
  readonly fits: boolean;
} {
  const width = pixelsOfMm(job.widthMm + 2 * aroundMm, job.dpi);
  const height = pixelsOfMm(job.heightMm + 2 * aroundMm, job.dpi);
  return { width, height, fits: width <= WIDEST_CANVAS && width * height <= LIMIT_MEGAPIXELS * 1e6 };
}

/** A PNG of a scene on a sheet, painted and compressed band by band so that memory does not grow with the paper. */
export async function paintPng(job: PngJob, paths: PathFactory, onBand: (share: number) => void): Promise<Bytes> {
  const { width, height } = pngSize(job);
  const rows = Math.max(1, Math.min(height, Math.floor(BAND_PIXELS / width)));
  const canvas = new OffscreenCanvas(width, rows);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no 2D canvas');
  context.imageSmoothingQuality = 'high';
  const images = await pictureBitmaps(job.pictures);
  const deflate = new CompressionStream('deflate');
  const packed = collect(deflate.readable);
  const writer = deflate.writable.getWriter();
  let above: Uint8ClampedArray | null = null;
  let hasInk = false;
  for (let top = 0; top < height; top += rows) {
    const count = Math.min(rows, height - top);
    paintBand(context, job, { width, height, top, count }, { paths, images });
    const pixels = context.getImageData(0, 0, width, count).data;
    const band = filterRows(pixels, width, above);
    if (!band.isOpaque) throw new Error('a part of the canvas stayed empty');
    hasInk ||= band.varies;
    above = pixels.slice((count - 1) * width * 4);
    await writer.write(band.bytes);
    onBand((top + count) / height);
  }
  if (!hasInk && job.scene.items.length > 0) throw new Error('the picture stayed blank');
  await writer.close();
  return file({ width, height, dpi: job.dpi }, await packed);
}

interface Band {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly count: number;
}

function paintBand(
  context: OffscreenCanvasRenderingContext2D,
  job: PngJob,
  band: Band,
  means: Pick<PaintOptions, 'paths' | 'images'>,
): void {
  const { viewWidth, viewHeight, left, top } =
    job.placement ?? placeOnSheet(job.scene, job.widthMm, job.heightMm, job.aroundMm);
  // Pixels are whole, paper is not: each axis is stretched by less than half a pixel over the whole sheet.
  const scaleX = band.width / viewWidth;
  const scaleY = band.height / viewHeight;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, band.width, band.count);
  context.fillStyle = job.scene.background;
  context.fillRect(0, 0, band.width, band.count);
  context.setTransform(scaleX, 0, 0, scaleY, left * scaleX, top * scaleY - band.top);
  const cull = { x: -left, y: band.top / scaleY - top, w: viewWidth, h: band.count / scaleY };
  paintScene(context as unknown as Painter2D, job.scene.items, { ...means, cull });
}

async function collect(stream: ReadableStream<Uint8Array>): Promise<readonly Uint8Array[]> {
  const parts: Uint8Array[] = [];
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return parts;
    parts.push(value);
  }
}

/** Chunks of a few hundred kilobytes: programs that stream a picture need not take it in one piece. */
const IDAT_BYTES = 1 << 20;

function file(
  header: { readonly width: number; readonly height: number; readonly dpi: number },
  packed: readonly Uint8Array[],
): Bytes {
  const data = concatBytes(packed);
  const chunks = [pngStart(header)];
  for (let at = 0; at < data.length; at += IDAT_BYTES)
    chunks.push(pngChunk('IDAT', data.subarray(at, at + IDAT_BYTES)));
  chunks.push(pngEnd());
  return concatBytes(chunks);
}
