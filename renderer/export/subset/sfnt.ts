/** The tables of a TrueType or OpenType file by their tags (OpenType 1.9, "Organization of an OpenType font"). */
export type FontTables = ReadonlyMap<string, Uint8Array>;

export interface Font {
  readonly tables: FontTables;
  /** First number of its file: the kind of its outlines. */
  readonly version: number;
}

/** What is read of bytes, big-endian as fonts are. */
export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const RECORD = 16;
const HEADER = 12;

/** The tables of a file; they share its bytes. */
export function readTables(font: Uint8Array): FontTables {
  const view = viewOf(font);
  const tables = new Map<string, Uint8Array>();
  for (let at = 0; at < view.getUint16(4); at++) {
    const record = HEADER + at * RECORD;
    const tag = String.fromCharCode(...font.subarray(record, record + 4));
    const offset = view.getUint32(record + 8);
    tables.set(tag, font.subarray(offset, offset + view.getUint32(record + 12)));
  }
  return tables;
}

const padded = (length: number): number => (length + 3) & ~3;

/** Sum of 32-bit numbers, the last one filled up with zeros. */
function checksum(bytes: Uint8Array): number {
  const whole = new Uint8Array(padded(bytes.length));
  whole.set(bytes);
  const view = viewOf(whole);
  let sum = 0;
  for (let at = 0; at < whole.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}

const WHOLE_SUM = 0xb1b0afba;
const ADJUSTMENT = 8;

/** A file of tables, with its sums; `version` is that of the file they come from. */
export function writeTables(tables: FontTables, version: number): Uint8Array<ArrayBuffer> {
  const sorted = [...tables].sort(([one], [other]) => (one < other ? -1 : 1));
  const count = sorted.length;
  const length = sorted.reduce((sum, [, bytes]) => sum + padded(bytes.length), HEADER + count * RECORD);
  const out = new Uint8Array(length);
  const view = viewOf(out);
  const power = 2 ** Math.floor(Math.log2(count));
  view.setUint32(0, version);
  view.setUint16(4, count);
  view.setUint16(6, power * RECORD);
  view.setUint16(8, Math.log2(power));
  view.setUint16(10, (count - power) * RECORD);
  let offset = HEADER + count * RECORD;
  let head = 0;
  for (const [at, [tag, bytes]] of sorted.entries()) {
    const record = HEADER + at * RECORD;
    for (let letter = 0; letter < 4; letter++) out[record + letter] = tag.charCodeAt(letter);
    out.set(bytes, offset);
    if (tag === 'head') {
      head = offset;
      view.setUint32(head + ADJUSTMENT, 0);
    }
    view.setUint32(record + 4, checksum(out.subarray(offset, offset + bytes.length)));
    view.setUint32(record + 8, offset);
    view.setUint32(record + 12, bytes.length);
    offset += padded(bytes.length);
  }
  if (head > 0) view.setUint32(head + ADJUSTMENT, (WHOLE_SUM - checksum(out)) >>> 0);
  return out;
}

const POST_HEADER = 32;
/** Names of the standard order, before those of a file itself. */
const STANDARD_NAMES = 258;

/** A `post` table in which each glyph is called by its number: what takes glyphs away and numbers the rest anew keeps the names. */
export function numberedPost(post: Uint8Array, glyphs: number): Uint8Array {
  const names = Array.from({ length: glyphs }, (_, glyph) => `${glyph}`);
  const length = names.reduce((sum, name) => sum + name.length + 1, POST_HEADER + 2 + 2 * glyphs);
  const out = new Uint8Array(length);
  out.set(post.subarray(0, POST_HEADER));
  const view = viewOf(out);
  view.setUint32(0, 0x20000);
  view.setUint16(POST_HEADER, glyphs);
  let at = POST_HEADER + 2 + 2 * glyphs;
  for (const [glyph, name] of names.entries()) {
    view.setUint16(POST_HEADER + 2 + 2 * glyph, STANDARD_NAMES + glyph);
    out[at++] = name.length;
    for (const letter of name) out[at++] = letter.charCodeAt(0);
  }
  return out;
}

/** The numbers that glyphs had, in the order of their new ones, of what `numberedPost` became. */
export function numbersOf(post: Uint8Array): readonly number[] {
  const view = viewOf(post);
  const count = view.getUint16(POST_HEADER);
  const names: number[] = [];
  for (let at = POST_HEADER + 2 + 2 * count; at < post.length; at += (post[at] ?? 0) + 1)
    names.push(Number(String.fromCharCode(...post.subarray(at + 1, at + 1 + (post[at] ?? 0)))));
  return Array.from({ length: count }, (_, glyph) => {
    const index = view.getUint16(POST_HEADER + 2 + 2 * glyph);
    // The first glyph is the one for what is missing: it may have its standard name.
    return index < STANDARD_NAMES ? 0 : (names[index - STANDARD_NAMES] ?? 0);
  });
}

/** A `post` table without names. */
export function namelessPost(post: Uint8Array): Uint8Array {
  const out = post.slice(0, POST_HEADER);
  viewOf(out).setUint32(0, 0x30000);
  return out;
}
