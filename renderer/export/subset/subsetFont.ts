import { ColourTable, colourPart } from './colourTables';
import { type Font, namelessPost, numberedPost, numbersOf, readTables, viewOf, writeTables } from './sfnt';

/** What is used of the C interface of HarfBuzz's subsetter, as its own build for WebAssembly exports it (`hb-subset.h`). Pointers and handles are numbers. */
interface Subsetter {
  readonly memory: WebAssembly.Memory;
  readonly _initialize: () => void;
  readonly malloc: (size: number) => number;
  readonly hb_blob_create: (data: number, length: number, mode: number, userData: number, destroy: number) => number;
  readonly hb_blob_get_data: (blob: number, length: number) => number;
  readonly hb_blob_get_length: (blob: number) => number;
  readonly hb_face_create: (blob: number, index: number) => number;
  readonly hb_face_reference_blob: (face: number) => number;
  readonly hb_set_add: (set: number, value: number) => void;
  readonly hb_set_clear: (set: number) => void;
  readonly hb_set_invert: (set: number) => void;
  readonly hb_subset_input_create_or_fail: () => number;
  readonly hb_subset_input_set: (input: number, kind: number) => number;
  readonly hb_subset_input_glyph_set: (input: number) => number;
  readonly hb_subset_input_get_flags: (input: number) => number;
  readonly hb_subset_input_set_flags: (input: number, flags: number) => void;
  readonly hb_subset_input_unicode_set: (input: number) => number;
  readonly hb_subset_or_fail: (face: number, input: number) => number;
}

const MEMORY_MODE_WRITABLE = 2;
const SETS_LAYOUT_FEATURE_TAG = 6;
const FLAG_GLYPH_NAMES = 0x80;

interface Wanted {
  readonly codePoints: Iterable<number>;
  /** Glyphs besides those that the characters are drawn with. */
  readonly glyphs: Iterable<number>;
}

/**
 * The font with what a text takes and nothing else: its letters, what they become together (sequences of emoji, ligatures), the layers and colours they are drawn of. The answer is a TrueType or OpenType file; `program` is HarfBuzz's subsetter. Its build for WebAssembly knows no colours: those are taken here. Throws where the font
 * cannot be read.
 */
export async function subsetFont(
  program: WebAssembly.Module,
  { tables, version }: Font,
  codePoints: readonly number[],
): Promise<Uint8Array<ArrayBuffer>> {
  const [colr, cpal, post, maxp] = ['COLR', 'CPAL', 'post', 'maxp'].map((tag) => tables.get(tag));
  if (!colr || !cpal || !post || !maxp)
    return partOf(program, writeTables(tables, version), { codePoints, glyphs: [] });
  const named = new Map(tables).set('post', numberedPost(post, viewOf(maxp).getUint16(4)));
  // Without what it cannot read.
  for (const tag of ['COLR', 'CPAL']) named.delete(tag);
  const whole = writeTables(named, version);
  const glyphs = new Set<number>();
  const colours = new ColourTable(colr);
  const paints = colours.paints();
  for (const glyph of numbersIn(await partOf(program, whole, { codePoints, glyphs: [] }))) {
    const paint = paints.get(glyph);
    if (paint !== undefined) colours.collectGlyphs(paint, glyphs, paints);
  }
  const part = readTables(await partOf(program, whole, { codePoints, glyphs }));
  const names = part.get('post') ?? new Uint8Array();
  const numbers = new Map(numbersOf(names).map((glyph, number) => [glyph, number]));
  const coloured = colourPart({ colr, cpal }, numbers);
  const all = new Map(part).set('COLR', coloured.colr).set('CPAL', coloured.cpal).set('post', namelessPost(names));
  return writeTables(all, version);
}

const numbersIn = (font: Uint8Array): readonly number[] => numbersOf(readTables(font).get('post') ?? new Uint8Array());

/** Each call makes an instance of its own, so that nothing needs to be freed. */
async function partOf(
  program: WebAssembly.Module,
  font: Uint8Array,
  { codePoints, glyphs }: Wanted,
): Promise<Uint8Array<ArrayBuffer>> {
  const instance = await WebAssembly.instantiate(program, {});
  const hb = instance.exports as unknown as Subsetter;
  hb._initialize();
  const data = hb.malloc(font.length);
  // The memory may grow: a view of it is good for one use.
  new Uint8Array(hb.memory.buffer).set(font, data);
  const face = hb.hb_face_create(hb.hb_blob_create(data, font.length, MEMORY_MODE_WRITABLE, 0, 0), 0);
  const input = hb.hb_subset_input_create_or_fail();
  if (input === 0) throw new Error('no memory for a part of a font');
  // Every feature stays: sequences of emoji are made by some that are not always on.
  const features = hb.hb_subset_input_set(input, SETS_LAYOUT_FEATURE_TAG);
  hb.hb_set_clear(features);
  hb.hb_set_invert(features);
  hb.hb_subset_input_set_flags(input, hb.hb_subset_input_get_flags(input) | FLAG_GLYPH_NAMES);
  const characters = hb.hb_subset_input_unicode_set(input);
  for (const point of codePoints) hb.hb_set_add(characters, point);
  const others = hb.hb_subset_input_glyph_set(input);
  for (const glyph of glyphs) hb.hb_set_add(others, glyph);
  const subset = hb.hb_subset_or_fail(face, input);
  const blob = subset === 0 ? 0 : hb.hb_face_reference_blob(subset);
  const length = blob === 0 ? 0 : hb.hb_blob_get_length(blob);
  if (length === 0) throw new Error('no part can be taken of this font');
  const at = hb.hb_blob_get_data(blob, 0);
  return new Uint8Array(hb.memory.buffer).slice(at, at + length);
}
