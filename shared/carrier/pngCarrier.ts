import { crc32 } from '../base/crc32';
import { concatBytes, pngChunk } from '../scene/png';
import { textAt } from './byteSearch';
import type { Found } from './carried';
import type { CarriedFile } from './carry';

/** A chunk of our own: ancillary, private, safe to copy when the picture is edited (ISO/IEC 15948, 5.4). */
const CHUNK = 'peRs';
const SIGNATURE_BYTES = 8;
/** Length, type and checksum around the data of a chunk. */
const AROUND = 12;
/** Number of this piece and how many there are, 16 bits each. */
const HEAD = 4;
const PIECE = 1 << 22;

/** The picture with a file in chunks before its end: programs that show pictures pass over them. Null for what does not end as a PNG does. */
export function intoPng(poster: Uint8Array, { bytes }: CarriedFile): Uint8Array | null {
  const end = poster.length - AROUND;
  if (textAt(poster, end + 4, end + 8) !== 'IEND') return null;
  const count = Math.max(1, Math.ceil(bytes.length / PIECE));
  const pieces = Array.from({ length: count }, (_, at) => {
    const piece = bytes.subarray(at * PIECE, (at + 1) * PIECE);
    const data = new Uint8Array(HEAD + piece.length);
    const view = new DataView(data.buffer);
    view.setUint16(0, at);
    view.setUint16(2, count);
    data.set(piece, HEAD);
    return pngChunk(CHUNK, data);
  });
  return concatBytes([poster.subarray(0, end), ...pieces, poster.subarray(end)]);
}

/** The file that `intoPng` put in, `most` bytes of it at most. */
export function fromPng(bytes: Uint8Array, most: number): Found {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces = new Map<number, Uint8Array>();
  let count = 0;
  let total = 0;
  let hasEnd = false;
  for (let at = SIGNATURE_BYTES; at + AROUND <= bytes.length && !hasEnd; ) {
    const length = view.getUint32(at);
    const type = textAt(bytes, at + 4, at + 8);
    if (at + AROUND + length > bytes.length) return 'truncated';
    if (type === CHUNK) {
      if (length < HEAD || crc32(bytes.subarray(at + 4, at + 8 + length)) !== view.getUint32(at + 8 + length))
        return 'damaged';
      pieces.set(view.getUint16(at + 8), bytes.subarray(at + 8 + HEAD, at + 8 + length));
      count = view.getUint16(at + 10);
      total += length - HEAD;
    }
    hasEnd = type === 'IEND';
    at += AROUND + length;
  }
  if (total > most) return 'too-large';
  if (!hasEnd) return 'truncated';
  if (pieces.size === 0) return 'none';
  const inOrder = Array.from({ length: count }, (_, at) => pieces.get(at));
  const whole = inOrder.filter((piece) => piece !== undefined);
  // One that a program left out is told, not passed over.
  return whole.length === count && count > 0 ? concatBytes(whole) : 'damaged';
}
