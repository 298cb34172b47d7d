/** Removes tables from a WOFF2 font without touching the others: the container is a table list and one Brotli stream. */
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

const HEADER = 48;
const GLYF = 10;
const LOCA = 11;
const SVG = 36;
const CUSTOM_TAG = 63;

/** A number in base 128, most significant group first; returns [value, next offset]. */
function readBase128(bytes, offset) {
  let value = 0;
  for (let i = 0; i < 5; i++) {
    const byte = bytes[offset + i];
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return [value, offset + i + 1];
  }
  throw new Error('Not a WOFF2 font: a number of more than five bytes');
}

function readTables(font) {
  const tables = [];
  let at = HEADER;
  for (let i = 0; i < font.readUInt16BE(12); i++) {
    const start = at;
    const flags = font[at++];
    const tag = flags & 0x3f;
    if (tag === CUSTOM_TAG) at += 4;
    const isGlyphs = tag === GLYF || tag === LOCA;
    const transformed = isGlyphs ? flags >> 6 !== 3 : flags >> 6 !== 0;
    let size;
    [size, at] = readBase128(font, at);
    const originalSize = size;
    if (transformed) [size, at] = readBase128(font, at);
    tables.push({ tag, entry: font.subarray(start, at), size, originalSize });
  }
  return { tables, end: at };
}

const padded = (size) => (size + 3) & ~3;

/** The same font without its `SVG ` table. */
export function withoutSvgTable(font) {
  if (font.toString('latin1', 0, 4) !== 'wOF2') throw new Error('Not a WOFF2 font');
  const { tables, end } = readTables(font);
  const data = brotliDecompressSync(font.subarray(end, end + font.readUInt32BE(20)));

  const kept = [];
  let at = 0;
  let dropped = 0;
  for (const table of tables) {
    const part = data.subarray(at, at + table.size);
    at += table.size;
    if (table.tag === SVG) dropped += 16 + padded(table.originalSize);
    else kept.push({ entry: table.entry, part });
  }
  if (dropped === 0) return font;

  const raw = Buffer.concat(kept.map((table) => table.part));
  const stream = brotliCompressSync(raw, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_FONT,
      [constants.BROTLI_PARAM_SIZE_HINT]: raw.length,
    },
  });
  const header = Buffer.from(font.subarray(0, HEADER));
  header.writeUInt16BE(kept.length, 12);
  header.writeUInt32BE(font.readUInt32BE(16) - dropped, 16);
  header.writeUInt32BE(stream.length, 20);
  header.fill(0, 28, HEADER); // no metadata and no private block
  const body = Buffer.concat([header, ...kept.map((table) => table.entry), stream]);
  const file = Buffer.concat([body, Buffer.alloc(padded(body.length) - body.length)]);
  file.writeUInt32BE(file.length, 8);
  return file;
}
