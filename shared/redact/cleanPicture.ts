/**
 * A picture without what it says about itself: where and when it was taken, with what, by whom, thumbnails, comments, and whatever follows
 * its end. Pixels stay bit for bit. Null for bytes that are no sound picture of a kind that a workshop may hold.
 */
export function cleanPicture(bytes: Uint8Array): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return cleanPng(bytes, view);
    if (startsWith(bytes, [0xff, 0xd8, 0xff])) return cleanJpeg(bytes, view);
    if (startsWith(bytes, [0x47, 0x49, 0x46, 0x38])) return cleanGif(bytes);
    if (nameAt(bytes, 0) === 'RIFF' && nameAt(bytes, 8) === 'WEBP') return cleanWebp(bytes, view);
  } catch (error) {
    // It ends in the middle of something.
    if (!(error instanceof RangeError)) throw error;
  }
  return null;
}

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte);

const nameAt = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The bytes from one place to another; throws where they are not all there. */
function slice(bytes: Uint8Array, from: number, to: number): Uint8Array {
  if (to > bytes.length || to < from) throw new RangeError('cut off');
  return bytes.subarray(from, to);
}

/** What makes the picture; texts, times, Exif and unknown chunks are none of it. */
const PNG_CHUNKS: ReadonlySet<string> = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sRGB sBIT bKGD pHYs acTL fcTL fdAT'.split(' '),
);

function cleanPng(bytes: Uint8Array, view: DataView): Uint8Array {
  const parts = [slice(bytes, 0, 8)];
  for (let at = 8; ; ) {
    const end = at + 12 + view.getUint32(at);
    const name = nameAt(bytes, at + 4);
    const chunk = slice(bytes, at, end);
    if (PNG_CHUNKS.has(name)) parts.push(chunk);
    if (name === 'IEND') return joined(parts);
    at = end;
  }
}

/** Segments APP1 to APP15 but Adobe's, which says how colours are stored, and ICC's; and comments. */
function isSaid(marker: number, segment: Uint8Array): boolean {
  if (marker === 0xfe) return true;
  if (marker === 0xe2) return nameAt(segment, 4) !== 'ICC_';
  return marker >= 0xe1 && marker <= 0xef && marker !== 0xee;
}

function cleanJpeg(bytes: Uint8Array, view: DataView): Uint8Array {
  const parts = [slice(bytes, 0, 2)];
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) throw new RangeError('no marker');
    const marker = view.getUint8(at + 1);
    // Markers may be led by more than one 0xff.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) return joined([...parts, slice(bytes, at, at + 2)]);
    const end = at + 2 + view.getUint16(at + 2);
    const segment = slice(bytes, at, end);
    if (!isSaid(marker, segment)) parts.push(segment);
    at = end;
    if (marker !== 0xda) continue;
    // Scan data: until a marker that is neither a stuffed byte nor a restart.
    while (!(view.getUint8(at) === 0xff && !isInScan(view.getUint8(at + 1)))) at += 1;
    parts.push(slice(bytes, end, at));
  }
}

const isInScan = (marker: number): boolean => marker === 0 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd7);

function cleanWebp(bytes: Uint8Array, view: DataView): Uint8Array {
  const parts: Uint8Array[] = [];
  const last = slice(bytes, 0, 8 + view.getUint32(4, true)).length;
  for (let at = 12; at < last; ) {
    const size = view.getUint32(at + 4, true);
    const end = at + 8 + size + (size % 2);
    const name = nameAt(bytes, at);
    const chunk = slice(bytes, at, end).slice();
    // Bits of VP8X: Exif is 0x08, XMP is 0x04.
    if (name === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~0x0c;
    if (WEBP_CHUNKS.has(name)) parts.push(chunk);
    at = end;
  }
  const body = joined(parts);
  const head = slice(bytes, 0, 12).slice();
  new DataView(head.buffer).setUint32(4, body.length + 4, true);
  return joined([head, body]);
}

const WEBP_CHUNKS: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);

/** The end of a row of sub-blocks, each led by its length, the last of them empty. */
function afterBlocks(bytes: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    const size = bytes[at];
    if (size === undefined) throw new RangeError('cut off');
    at += 1 + size;
    if (size === 0) return at;
  }
}

const tableSize = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);

function cleanGif(bytes: Uint8Array): Uint8Array {
  let at = 13 + tableSize(bytes[10] ?? 0);
  const parts = [slice(bytes, 0, at)];
  for (;;) {
    const kind = bytes[at];
    if (kind === 0x3b) return joined([...parts, slice(bytes, at, at + 1)]);
    if (kind === 0x2c) {
      const end = afterBlocks(bytes, at + 11 + tableSize(bytes[at + 9] ?? 0));
      parts.push(slice(bytes, at, end));
      at = end;
    } else if (kind === 0x21) {
      const end = afterBlocks(bytes, at + 2);
      // How a frame is shown, and how often the film runs; comments, plain texts and other applications go.
      const isLoop = bytes[at + 1] === 0xff && nameAt(bytes, at + 3) === 'NETS';
      if (bytes[at + 1] === 0xf9 || isLoop) parts.push(slice(bytes, at, end));
      at = end;
    } else throw new RangeError('no block');
  }
}
