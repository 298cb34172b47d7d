import decompress from 'brotli/decompress';
import { type Font, viewOf } from './sfnt';

const HEADER = 48;
const SIGNATURE = 0x774f4632;
const BY_TAG = 0x3f;
const NOT_TRANSFORMED = 3;

/** The tables of a WOFF2 file as `scripts/woff2.mjs` writes it: named by their tags, none of them transformed. Throws for every other file. */
export function readPlainWoff2(file: Uint8Array): Font {
  const view = viewOf(file);
  if (view.getUint32(0) !== SIGNATURE) throw new Error('no WOFF2 file');
  const entries: { readonly tag: string; readonly size: number }[] = [];
  let at = HEADER;
  for (let count = view.getUint16(12); count > 0; count--) {
    const flags = view.getUint8(at);
    const tag = String.fromCharCode(...file.subarray(at + 1, at + 5));
    const isGlyphs = tag === 'glyf' || tag === 'loca';
    if ((flags & BY_TAG) !== BY_TAG || flags >>> 6 !== (isGlyphs ? NOT_TRANSFORMED : 0))
      throw new Error('a WOFF2 file of another form');
    at += 5;
    let size = 0;
    let byte: number;
    do {
      byte = view.getUint8(at++);
      size = size * 128 + (byte & 0x7f);
    } while (byte >= 0x80);
    entries.push({ tag, size });
  }
  const whole = entries.reduce((sum, { size }) => sum + size, 0);
  const packed = file.subarray(at, at + view.getUint32(20));
  // Its types know the buffers of Node alone.
  const data = decompress(packed as unknown as Parameters<typeof decompress>[0], whole);
  const tables = new Map<string, Uint8Array>();
  let from = 0;
  for (const { tag, size } of entries) {
    tables.set(tag, data.subarray(from, from + size));
    from += size;
  }
  return { tables, version: view.getUint32(4) };
}
