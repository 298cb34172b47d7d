import { viewOf } from './sfnt';

/**
 * Parts of the tables that colour a glyph: `COLR` of version 1 (OpenType 1.9.1) and its palette `CPAL`. A glyph is a tree of paints: layers over each other, outlines of other glyphs,
 * colours and gradients, transforms. Variable fonts are none of it.
 */
interface PaintForm {
  /** Length of the table, in bytes. */
  readonly size: number;
  /** Where offsets of other paints stand in it. */
  readonly paints: readonly number[];
  /** Where the offset of a line of colours stands, of an affine transform; 0 for none. */
  readonly line: number;
  readonly affine: number;
  /** Where the number of a glyph stands, and that of a colour; 0 for none. */
  readonly glyph: number;
  readonly colour: number;
}

const form = (size: number, more: Partial<PaintForm> = {}): PaintForm => ({
  size,
  paints: [],
  line: 0,
  affine: 0,
  glyph: 0,
  colour: 0,
  ...more,
});
const over = (size: number): PaintForm => form(size, { paints: [1] });

const LAYERS = 1;
const COLR_GLYPH = 11;

const FORMS: Readonly<Record<number, PaintForm>> = {
  [LAYERS]: form(6),
  2: form(5, { colour: 1 }),
  4: form(16, { line: 1 }),
  6: form(16, { line: 1 }),
  8: form(12, { line: 1 }),
  10: form(6, { paints: [1], glyph: 4 }),
  [COLR_GLYPH]: form(3, { glyph: 1 }),
  12: form(7, { paints: [1], affine: 4 }),
  14: over(8),
  16: over(8),
  18: over(12),
  20: over(6),
  22: over(10),
  24: over(6),
  26: over(10),
  28: over(8),
  30: over(12),
  32: form(8, { paints: [1, 5] }),
};
const AFFINE = 24;
const STOP = 6;
const NO_COLOUR = 0xffff;

const getOffset24 = (view: DataView, at: number): number => (view.getUint16(at) << 8) | view.getUint8(at + 2);
function setOffset24(out: number[], at: number, value: number): void {
  out[at] = value >>> 16;
  out[at + 1] = (value >>> 8) & 0xff;
  out[at + 2] = value & 0xff;
}
const u16 = (value: number): readonly number[] => [value >>> 8, value & 0xff];
const u24 = (value: number): readonly number[] => [value >>> 16, ...u16(value & 0xffff)];
const u32 = (value: number): readonly number[] => [...u16(value >>> 16), ...u16(value & 0xffff)];

/** What the colours of a font know, read as it is asked for. */
export class ColourTable {
  private readonly view: DataView;
  private readonly baseList: number;
  private readonly layerList: number;
  private readonly clipList: number;

  constructor(colr: Uint8Array) {
    this.view = viewOf(colr);
    const { view } = this;
    if (view.getUint16(0) !== 1 || view.getUint16(2) !== 0) throw new Error('colours of another version');
    this.baseList = view.getUint32(14);
    this.layerList = view.getUint32(18);
    this.clipList = view.getUint32(22);
  }

  /** Where the paint of each coloured glyph is. */
  paints(): ReadonlyMap<number, number> {
    const paints = new Map<number, number>();
    for (let at = 0; at < this.view.getUint32(this.baseList); at++) {
      const record = this.baseList + 4 + at * 6;
      paints.set(this.view.getUint16(record), this.baseList + this.view.getUint32(record + 2));
    }
    return paints;
  }

  /** The box that each coloured glyph is cut to, as it is written. */
  clips(): ReadonlyMap<number, readonly number[]> {
    const clips = new Map<number, readonly number[]>();
    if (this.clipList === 0) return clips;
    for (let at = 0; at < this.view.getUint32(this.clipList + 1); at++) {
      const record = this.clipList + 5 + at * 7;
      const box = this.clipList + getOffset24(this.view, record + 4);
      if (this.view.getUint8(box) !== 1) throw new Error('a clip of another form');
      const bytes = this.bytes(box, 9);
      for (let glyph = this.view.getUint16(record); glyph <= this.view.getUint16(record + 2); glyph++)
        clips.set(glyph, bytes);
    }
    return clips;
  }

  /** What a paint is, and of what form. */
  paint(at: number): { readonly format: number; readonly form: PaintForm } {
    const format = this.view.getUint8(at);
    const own = FORMS[format];
    if (!own) throw new Error(`a paint of form ${format}`);
    return { format, form: own };
  }

  /** Paints that a paint leads to: under it, or as its layers. */
  under(at: number): readonly number[] {
    const { format, form: own } = this.paint(at);
    return format === LAYERS ? this.layers(at) : own.paints.map((place) => at + getOffset24(this.view, at + place));
  }

  private layers(at: number): readonly number[] {
    const first = this.view.getUint32(at + 2);
    return Array.from(
      { length: this.view.getUint8(at + 1) },
      (_, layer) => this.layerList + this.view.getUint32(this.layerList + 4 + (first + layer) * 4),
    );
  }

  /** Every glyph whose outline or colours the paint takes, and no glyph twice. */
  collectGlyphs(at: number, found: Set<number>, paints: ReadonlyMap<number, number>): void {
    const { format, form: own } = this.paint(at);
    if (own.glyph > 0) {
      const glyph = this.number(at + own.glyph);
      const isNew = !found.has(glyph);
      found.add(glyph);
      const base = paints.get(glyph);
      if (format === COLR_GLYPH && isNew && base !== undefined) this.collectGlyphs(base, found, paints);
    }
    for (const paint of this.under(at)) this.collectGlyphs(paint, found, paints);
  }

  bytes(at: number, length: number): number[] {
    return Array.from({ length }, (_, byte) => this.view.getUint8(at + byte));
  }

  number(at: number): number {
    return this.view.getUint16(at);
  }

  /** Where the line of colours of a gradient is, and how many stops it has. */
  line(at: number, place: number): { readonly from: number; readonly stops: number } {
    const from = at + getOffset24(this.view, at + place);
    return { from, stops: this.view.getUint16(from + 1) };
  }

  affine(at: number, place: number): number[] {
    return this.bytes(at + getOffset24(this.view, at + place), AFFINE);
  }
}

/** The new numbers of glyphs, of those that stay. */
type Numbers = ReadonlyMap<number, number>;

/** Writes the paints of the glyphs that stay: every paint followed by what it leads to, every glyph and colour by its new number. */
class ColourWriter {
  private readonly table: ColourTable;
  private readonly numbers: Numbers;
  /** Colours in the order of their new numbers. */
  readonly colours: number[] = [];
  /** Paints that are layers, in the order of the list. */
  private readonly layers: (readonly number[])[] = [];

  constructor(table: ColourTable, numbers: Numbers) {
    this.table = table;
    this.numbers = numbers;
  }

  paint(at: number): number[] {
    const { table } = this;
    const { format, form: own } = table.paint(at);
    const out = table.bytes(at, own.size);
    const under = table.under(at);
    if (format === LAYERS) {
      const layers = under.map((layer) => this.paint(layer));
      out.splice(2, 4, ...u32(this.layers.length));
      this.layers.push(...layers);
      return out;
    }
    if (own.glyph > 0) out.splice(own.glyph, 2, ...u16(this.numbers.get(table.number(at + own.glyph)) ?? 0));
    if (own.colour > 0) out.splice(own.colour, 2, ...u16(this.colour(table.number(at + own.colour))));
    const follow = (place: number, bytes: readonly number[]): void => {
      setOffset24(out, place, out.length);
      for (const byte of bytes) out.push(byte);
    };
    for (const [index, place] of own.paints.entries()) follow(place, this.paint(under[index] ?? at));
    if (own.affine > 0) follow(own.affine, table.affine(at, own.affine));
    if (own.line > 0) follow(own.line, this.line(at, own.line));
    return out;
  }

  private line(at: number, place: number): readonly number[] {
    const { from, stops } = this.table.line(at, place);
    const out = this.table.bytes(from, 3 + stops * STOP);
    for (let stop = 0; stop < stops; stop++)
      out.splice(5 + stop * STOP, 2, ...u16(this.colour(this.table.number(from + 5 + stop * STOP))));
    return out;
  }

  private colour(number: number): number {
    if (number === NO_COLOUR) return number;
    const at = this.colours.indexOf(number);
    return at < 0 ? this.colours.push(number) - 1 : at;
  }

  layerList(): readonly number[] {
    return listOf(this.layers, 4 + this.layers.length * 4, (offset) => u32(offset));
  }
}

/** A count, an entry for each item with its offset, the items. */
function listOf(
  items: readonly (readonly number[])[],
  begin: number,
  entry: (offset: number, at: number) => readonly number[],
): readonly number[] {
  const head: number[] = [...u32(items.length)];
  const body: number[] = [];
  for (const [at, item] of items.entries()) {
    head.push(...entry(begin + body.length, at));
    for (const byte of item) body.push(byte);
  }
  return [...head, ...body];
}

export interface ColourTables {
  readonly colr: Uint8Array;
  readonly cpal: Uint8Array;
}

/** The colours of the glyphs that stay, under their new numbers, with the colours that they use and no others. */
export function colourPart({ colr, cpal }: ColourTables, numbers: Numbers): ColourTables {
  const table = new ColourTable(colr);
  const clips = table.clips();
  const bases = [...table.paints()]
    .flatMap(([glyph, paint]) => {
      const number = numbers.get(glyph);
      return number === undefined ? [] : [{ glyph, number, paint }];
    })
    .sort((one, other) => one.number - other.number);
  const writer = new ColourWriter(table, numbers);
  const paints = bases.map(({ paint }) => writer.paint(paint));
  const baseList = listOf(paints, 4 + paints.length * 6, (offset, at) => [
    ...u16(bases[at]?.number ?? 0),
    ...u32(offset),
  ]);
  const layerList = writer.layerList();
  const cut = bases.flatMap(({ glyph, number }) => {
    const box = clips.get(glyph);
    return box ? [{ number, box }] : [];
  });
  const boxes = cut.map(({ box }) => box);
  const clipList = [
    1,
    ...listOf(boxes, 5 + cut.length * 7, (offset, at) => {
      const number = u16(cut[at]?.number ?? 0);
      return [...number, ...number, ...u24(offset)];
    }),
  ];
  const header = 34;
  const layersAt = header + baseList.length;
  const clipsAt = layersAt + layerList.length;
  const head = [...u16(1), ...u16(0), ...u32(0), ...u32(0), ...u16(0), ...u32(header), ...u32(layersAt)];
  const body = [...head, ...u32(cut.length > 0 ? clipsAt : 0), ...u32(0), ...u32(0)];
  const colours = Uint8Array.from([...body, ...baseList, ...layerList, ...(cut.length > 0 ? clipList : [])]);
  return { colr: colours, cpal: palettePart(cpal, writer.colours) };
}

const PALETTE_HEADER = 14;

/** The first palette with these colours, in this order. */
function palettePart(cpal: Uint8Array, colours: readonly number[]): Uint8Array {
  const view = viewOf(cpal);
  const records = view.getUint32(8);
  const first = view.getUint16(12);
  const count = u16(colours.length);
  const head = [...u16(0), ...count, ...u16(1), ...count, ...u32(PALETTE_HEADER), ...u16(0)];
  const own = colours.flatMap((colour) => [...cpal.subarray(records + (first + colour) * 4).subarray(0, 4)]);
  return Uint8Array.from([...head, ...own]);
}
