/** Writes a font as WOFF2 with its tables as they are: what reads one needs Brotli and nothing else, where the usual form has glyphs taken apart. */
import { brotliCompressSync, constants } from 'node:zlib';

const HEADER = 48;
/** A table that is named by its tag, not by its place in the standard's list. */
const BY_TAG = 0x3f;
/** Of outlines and their places: as they are (W3C, WOFF File Format 2.0, 5.1 and 5.3). */
const NOT_TRANSFORMED = 3 << 6;

/** A number in base 128, most significant group first. */
function base128(value) {
  const bytes = [value & 0x7f];
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) bytes.unshift((rest & 0x7f) | 0x80);
  return bytes;
}

const padded = (size) => (size + 3) & ~3;

/** The tables of a TrueType or OpenType file in the order of their data. */
function tablesOf(font) {
  const records = Array.from({ length: font.readUInt16BE(4) }, (_, at) => font.subarray(12 + at * 16, 28 + at * 16));
  return records
    .map((record) => ({
      tag: record.toString('latin1', 0, 4),
      at: record.readUInt32BE(8),
      size: record.readUInt32BE(12),
    }))
    .sort((one, other) => one.at - other.at)
    .map(({ tag, at, size }) => ({ tag, data: font.subarray(at, at + size) }));
}

/** The WOFF2 file of a TrueType or OpenType file, without the tables of these tags. */
export function plainWoff2(font, { without = [] } = {}) {
  const tables = tablesOf(font).filter(({ tag }) => !without.includes(tag));
  // The places of outlines follow the outlines.
  const isLate = ({ tag }) => tag === 'loca';
  const glyphs = tables.findIndex(({ tag }) => tag === 'glyf');
  const places = tables.find(isLate);
  const ordered = places
    ? [
        ...tables.slice(0, glyphs + 1).filter((table) => !isLate(table)),
        places,
        ...tables.slice(glyphs + 1).filter((table) => !isLate(table)),
      ]
    : tables;
  const entries = ordered.map(({ tag, data }) =>
    Buffer.from([
      BY_TAG | (tag === 'glyf' || tag === 'loca' ? NOT_TRANSFORMED : 0),
      ...Buffer.from(tag, 'latin1'),
      ...base128(data.length),
    ]),
  );
  const raw = Buffer.concat(ordered.map(({ data }) => data));
  const stream = brotliCompressSync(raw, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_FONT,
      [constants.BROTLI_PARAM_SIZE_HINT]: raw.length,
    },
  });
  const header = Buffer.alloc(HEADER);
  header.write('wOF2', 0, 'latin1');
  header.writeUInt32BE(font.readUInt32BE(0), 4);
  header.writeUInt16BE(ordered.length, 12);
  header.writeUInt32BE(
    ordered.reduce((sum, { data }) => sum + 16 + padded(data.length), 12),
    16,
  );
  header.writeUInt32BE(stream.length, 20);
  header.writeUInt16BE(1, 24);
  const body = Buffer.concat([header, ...entries, stream]);
  const file = Buffer.concat([body, Buffer.alloc(padded(body.length) - body.length)]);
  file.writeUInt32BE(file.length, 8);
  return file;
}
