import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A picture in greys, a byte a pixel. */
export interface GreyImage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

const run = (program: string, args: readonly string[]): Buffer => execFileSync(program, args);

/** One page of a PDF, from 1, as poppler draws it. `prefix` names the file it leaves. */
export function greyPage(pdf: string, page: number, dpi: number, prefix: string): GreyImage {
  const only = ['-f', String(page), '-l', String(page), '-singlefile'];
  run('pdftoppm', ['-gray', '-r', String(dpi), ...only, pdf, prefix]);
  return readPgm(readFileSync(`${prefix}.pgm`));
}

function readPgm(bytes: Buffer): GreyImage {
  const [head = '', width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', 0, 64)) ?? [];
  return { width: Number(width), height: Number(height), pixels: bytes.subarray(head.length) };
}

export const blankGrey = (width: number, height: number): GreyImage => ({
  width,
  height,
  pixels: new Uint8Array(width * height),
});

interface Area {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Lays a part of a picture onto another one, its corner at a place. */
export function paste(
  onto: GreyImage,
  from: GreyImage,
  part: Area,
  at: { readonly x: number; readonly y: number },
): void {
  for (let row = 0; row < part.h && at.y + row < onto.height; row++) {
    const start = (part.y + row) * from.width + part.x;
    const w = Math.min(part.w, onto.width - at.x);
    onto.pixels.set(from.pixels.subarray(start, start + w), (at.y + row) * onto.width + at.x);
  }
}

const BLOCK = 8;
const C1 = (0.01 * 255) ** 2;
const C2 = (0.03 * 255) ** 2;

/** Structural similarity of two pictures of one size, the mean over blocks of 8 x 8. Source: Wang et al., 2004. */
export function ssim(a: GreyImage, b: GreyImage): number {
  if (a.width !== b.width || a.height !== b.height) return 0;
  let sum = 0;
  let count = 0;
  for (let y = 0; y + BLOCK <= a.height; y += BLOCK)
    for (let x = 0; x + BLOCK <= a.width; x += BLOCK) {
      sum += blockSsim(a, b, x, y);
      count++;
    }
  return sum / count;
}

function blockSsim(a: GreyImage, b: GreyImage, x: number, y: number): number {
  let [sa, sb, saa, sbb, sab] = [0, 0, 0, 0, 0];
  for (let row = 0; row < BLOCK; row++)
    for (let column = 0; column < BLOCK; column++) {
      const at = (y + row) * a.width + x + column;
      const [va, vb] = [a.pixels[at] ?? 0, b.pixels[at] ?? 0];
      sa += va;
      sb += vb;
      saa += va * va;
      sbb += vb * vb;
      sab += va * vb;
    }
  const n = BLOCK * BLOCK;
  const [ma, mb] = [sa / n, sb / n];
  const [va, vb, cov] = [saa / n - ma * ma, sbb / n - mb * mb, sab / n - ma * mb];
  return ((2 * ma * mb + C1) * (2 * cov + C2)) / ((ma * ma + mb * mb + C1) * (va + vb + C2));
}
