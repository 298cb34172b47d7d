const SIGNATURE = Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10);
/** Length and type before the data, checksum after it. */
const CHUNK_OVERHEAD = 12;
const INCHES_PER_METRE = 1 / 0.0254;

let crcTable: Uint32Array | null = null;

function crcTableOf(): Uint32Array {
  if (crcTable) return crcTable;
  const table = new Uint32Array(256);
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
    table[byte] = crc >>> 0;
  }
  crcTable = table;
  return table;
}

/** CRC-32 of PNG chunks. Source: ISO/IEC 15948, annex D. */
export function crc32(bytes: Uint8Array): number {
  const table = crcTableOf();
  let crc = 0xffffffff;
  for (let index = 0; index < bytes.length; index++) {
    crc = ((table[(crc ^ (bytes[index] as number)) & 255] as number) ^ (crc >>> 8)) >>> 0;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function writeUint32(bytes: Uint8Array, at: number, value: number): void {
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(at, value);
}

/** One chunk: length, type of four letters, data, checksum. */
export function pngChunk(type: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const chunk = new Uint8Array(data.length + CHUNK_OVERHEAD);
  writeUint32(chunk, 0, data.length);
  for (let index = 0; index < 4; index++) chunk[4 + index] = type.charCodeAt(index);
  chunk.set(data, 8);
  writeUint32(chunk, data.length + 8, crc32(chunk.subarray(4, data.length + 8)));
  return chunk;
}

export interface PngHeader {
  readonly width: number;
  readonly height: number;
  /** Dots per inch, written so that the picture has its paper size wherever it is placed. */
  readonly dpi: number;
}

/** The start of an opaque 8-bit RGB file: signature, header, resolution, colour space. */
export function pngStart({ width, height, dpi }: PngHeader): Uint8Array<ArrayBuffer> {
  const header = new Uint8Array(13);
  writeUint32(header, 0, width);
  writeUint32(header, 4, height);
  header.set([8, 2, 0, 0, 0], 8);
  const physical = new Uint8Array(9);
  writeUint32(physical, 0, Math.round(dpi * INCHES_PER_METRE));
  writeUint32(physical, 4, Math.round(dpi * INCHES_PER_METRE));
  physical[8] = 1;
  return concatBytes([
    SIGNATURE,
    pngChunk('IHDR', header),
    pngChunk('sRGB', Uint8Array.of(0)),
    pngChunk('pHYs', physical),
  ]);
}

/** The end of a file. */
export const pngEnd = (): Uint8Array<ArrayBuffer> => pngChunk('IEND', new Uint8Array(0));

/** One array of several. */
export function concatBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const FILTER_NONE = 0;
const FILTER_UP = 2;

export interface FilteredBand {
  /** Rows as PNG compresses them: a filter byte, then RGB. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Whether every pixel was painted; a canvas that ran out of memory stays transparent. */
  readonly isOpaque: boolean;
  /** Whether a row differs from the one above it: a picture without any such row shows nothing. */
  readonly varies: boolean;
}

/**
 * Turns rows of RGBA pixels into filtered RGB rows. Each row but the first of a picture is written as its difference with
 * the row above: on a poster mostly zeros, which deflate far better and faster than the rows themselves.
 * `above` is the last RGBA row of the band before, or null for the first.
 */
export function filterRows(
  rgba: Uint8ClampedArray | Uint8Array,
  width: number,
  above: Uint8ClampedArray | Uint8Array | null,
): FilteredBand {
  const rowBytes = width * 4;
  const rows = rgba.length / rowBytes;
  const bytes = new Uint8Array(rows * (width * 3 + 1));
  let at = 0;
  let opacity = 255;
  let differences = 0;
  for (let row = 0; row < rows; row++) {
    const from = row * rowBytes;
    const before = row > 0 ? rgba : above;
    const beforeAt = row > 0 ? from - rowBytes : 0;
    bytes[at++] = before ? FILTER_UP : FILTER_NONE;
    for (let x = 0; x < rowBytes; x += 4) {
      const pixel = from + x;
      opacity &= rgba[pixel + 3] as number;
      let red = rgba[pixel] as number;
      let green = rgba[pixel + 1] as number;
      let blue = rgba[pixel + 2] as number;
      if (before) {
        const up = beforeAt + x;
        red -= before[up] as number;
        green -= before[up + 1] as number;
        blue -= before[up + 2] as number;
        differences |= red | green | blue;
      }
      bytes[at] = red;
      bytes[at + 1] = green;
      bytes[at + 2] = blue;
      at += 3;
    }
  }
  return { bytes, isOpaque: opacity === 255, varies: differences !== 0 };
}
