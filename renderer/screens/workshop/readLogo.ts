import type { AssetHash } from '@shared/base/ids';
import { ok } from '@shared/base/result';
import { sha256 } from '@shared/file/sha256';
import type { WorkshopLogo } from '@shared/model/workshop';
import { inkedPart } from '@shared/poster/logoPicture';
import { type ImageProblem, imageNote, MAX_FILE, MAX_SIDE } from '@/editor/clipboard/imageNote';

/** A logo that is not stored yet: its bytes, and what a workshop says of them. */
export interface NewLogo {
  readonly logo: WorkshopLogo;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A logo has sharp edges: up to this size it is kept as a PNG, whose pixels are exact; photographs are not. */
const MAX_PNG = 1_000_000;
/** Drawings are text: one that is longer is no logo. */
const MAX_SVG = 2_000_000;

/**
 * An SVG as pixels. In an image element nothing of it runs and nothing of it is fetched; nothing of it is kept. Null where it is none, or has no size of its own.
 */
async function drawnSvg(file: Blob): Promise<Blob | null> {
  const url = URL.createObjectURL(new Blob([file], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const { naturalWidth: width, naturalHeight: height } = image;
    if (width === 0 || height === 0) return null;
    const scale = MAX_SIDE / Math.max(width, height);
    const canvas = new OffscreenCanvas(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)));
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await canvas.convertToBlob({ type: 'image/png' });
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(url);
  }
}

interface LogoPart {
  readonly png: Blob;
  readonly width: number;
  readonly height: number;
}

/** What shows something of a picture, as large as any picture is kept, made anew of its pixels. */
async function withoutEdges(file: Blob): Promise<LogoPart | null> {
  const whole = await createImageBitmap(file).catch(() => null);
  if (!whole) return null;
  const scale = Math.min(1, MAX_SIDE / Math.max(whole.width, whole.height));
  const [width, height] = [Math.max(1, Math.round(whole.width * scale)), Math.max(1, Math.round(whole.height * scale))];
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context) context.imageSmoothingQuality = 'high';
  context?.drawImage(whole, 0, 0, width, height);
  whole.close();
  if (!context) return null;
  const { x, y, w, h } = inkedPart(context.getImageData(0, 0, width, height).data, width, height);
  const part = new OffscreenCanvas(w, h);
  part.getContext('2d')?.drawImage(canvas, x, y, w, h, 0, 0, w, h);
  return { png: await part.convertToBlob({ type: 'image/png' }), width: w, height: h };
}

/** Reads a file as a logo: its pixels without blank edges, made anew by the way of all pictures. It is stored with the workshop's change, not before. */
export async function readLogo(file: File): Promise<NewLogo | { readonly problem: ImageProblem }> {
  const isSvg = file.type === 'image/svg+xml' || /\.svg$/i.test(file.name);
  if (isSvg ? file.size > MAX_SVG : file.size > MAX_FILE) return { problem: 'imageTooLarge' };
  const picture = isSvg ? await drawnSvg(file) : file;
  const part = picture && (await withoutEdges(picture));
  if (!part) return { problem: 'imageUnreadable' };
  if (part.png.size <= MAX_PNG) {
    const bytes = new Uint8Array(await part.png.arrayBuffer());
    return { logo: { asset: sha256(bytes) as AssetHash, width: part.width, height: part.height }, bytes };
  }
  let bytes = new Uint8Array();
  const made = await imageNote(part.png, async (encoded) => {
    bytes = encoded as Uint8Array<ArrayBuffer>;
    return ok(sha256(encoded) as AssetHash);
  });
  if ('problem' in made) return made;
  const { asset, width, height } = made.image;
  return { logo: { asset, width, height }, bytes };
}
