import { inflateSync } from 'node:zlib';

/** A decoded picture; `pixels` holds `channels` bytes per pixel. */
export interface PngImage {
  readonly width: number;
  readonly height: number;
  readonly channels: 3 | 4;
  /** Dots per inch as written in the file, or null. */
  readonly dpi: number | null;
  readonly pixels: Uint8Array;
}

export interface PngChunk {
  readonly type: string;
  readonly data: Buffer;
  readonly crcIsRight: boolean;
}

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

function crcOf(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** Every chunk of a PNG file; throws when it is not one. `checkCrc` costs time on large files. */
export function pngChunks(file: Uint8Array, checkCrc = true): readonly PngChunk[] {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (!bytes.subarray(0, 8).equals(SIGNATURE)) throw new Error('not a PNG file');
  const chunks: PngChunk[] = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const data = bytes.subarray(at + 8, at + 8 + length);
    const stored = bytes.readUInt32BE(at + 8 + length);
    chunks.push({ type, data, crcIsRight: !checkCrc || crcOf(bytes.subarray(at + 4, at + 8 + length)) === stored });
    at += length + 12;
  }
  return chunks;
}

/** Size and resolution without decoding. */
export function pngHeader(chunks: readonly PngChunk[]): {
  width: number;
  height: number;
  channels: 3 | 4;
  dpi: number | null;
} {
  const header = chunks[0];
  if (header?.type !== 'IHDR') throw new Error('no IHDR');
  const [depth, color, , , interlace] = header.data.subarray(8);
  if (depth !== 8 || (color !== 2 && color !== 6) || interlace !== 0) throw new Error('unsupported kind of PNG');
  const physical = chunks.find((chunk) => chunk.type === 'pHYs');
  return {
    width: header.data.readUInt32BE(0),
    height: header.data.readUInt32BE(4),
    channels: color === 2 ? 3 : 4,
    dpi: physical && physical.data[8] === 1 ? Math.round(physical.data.readUInt32BE(0) * 0.0254) : null,
  };
}

const paeth = (a: number, b: number, c: number): number => {
  const pa = Math.abs(b - c);
  const pb = Math.abs(a - c);
  const pc = Math.abs(a + b - 2 * c);
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
};

function unfilter(filter: number, row: Uint8Array, above: Uint8Array | null, bpp: number): void {
  for (let i = 0; i < row.length; i++) {
    const left = i >= bpp ? row[i - bpp]! : 0;
    const up = above ? above[i]! : 0;
    const upLeft = above && i >= bpp ? above[i - bpp]! : 0;
    const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, upLeft)][filter];
    if (predicted === undefined) throw new Error(`filter ${filter}`);
    row[i] = (row[i]! + predicted) & 255;
  }
}

/** Decodes an 8-bit RGB or RGBA picture. */
export function decodePng(file: Uint8Array): PngImage {
  const chunks = pngChunks(file, false);
  const header = pngHeader(chunks);
  const data = inflateSync(Buffer.concat(chunks.filter((chunk) => chunk.type === 'IDAT').map((chunk) => chunk.data)));
  const stride = header.width * header.channels;
  const pixels = new Uint8Array(stride * header.height);
  let above: Uint8Array | null = null;
  for (let y = 0; y < header.height; y++) {
    const row = pixels.subarray(y * stride, (y + 1) * stride);
    const at = y * (stride + 1);
    row.set(data.subarray(at + 1, at + 1 + stride));
    const filter = data[at]!;
    if (filter !== 0) unfilter(filter, row, above, header.channels);
    above = row;
  }
  return { ...header, pixels };
}
