import { LIGHT } from '../model/theme';
import type { ReportBlock } from '../report/model';
import { type Packed, paginate } from '../report/pages/paginate';
import type { FontSpec, Primitive, Scene } from '../scene/primitives';
import { wrapText } from '../text/wrapText';
import { EDGE, group, LEGIBLE_PT, PAGE, RIGHT, type StageContext, sans, serif } from './stagePage';
import { heightOf, type Setting, setText } from './textRoom';

const { color } = LIGHT;

/** Two columns under the title. */
const GAP = 32;
const COLUMN = (RIGHT - EDGE - GAP) / 2;
const BOTTOM = 508;
const TITLE_TOP = 42;
/** Under the title. */
const AIR = 22;
const INDENT = 14;
/** From one baseline to the next, in sizes of the letters. */
const LEADING = 1.34;
/** A paragraph of more lines than this is parted between two of its lines, in pieces of so many. */
const WHOLE_LINES = 8;
const PIECE_LINES = 4;

interface Style {
  readonly font: FontSpec;
  readonly fill: string;
  /** Space above it. */
  readonly gap: number;
  readonly isListed?: boolean;
}

const STYLES = {
  heading: { font: serif(18, { weight: 800 }), fill: color.blueDeep, gap: 22 },
  small: { font: sans(LEGIBLE_PT), fill: color.ink2, gap: 3 },
  lead: { font: sans(15), fill: color.ink2, gap: 8 },
  quote: { font: serif(16, { weight: 500, italic: true }), fill: color.ink, gap: 10 },
  label: { font: sans(LEGIBLE_PT, 700), fill: color.blue, gap: 13 },
  text: { font: sans(14), fill: color.ink, gap: 4, isListed: true },
  plain: { font: sans(14), fill: color.ink, gap: 6 },
} as const satisfies Readonly<Record<string, Style>>;

/** Lines that stand together on one column. */
interface Piece extends Packed {
  readonly style: Style;
  readonly lines: readonly string[];
  /** Text begins with it, and has its mark. */
  readonly isFirst: boolean;
}

/** What the pages of a text are called: the title of each, and what stands above it. */
export interface PagesHead {
  readonly title: string;
  readonly over: string;
}

/** Text in words over as many slides as it takes, in letters that are read, never cut. Empty for no blocks. */
export function wordPages(blocks: readonly ReportBlock[], head: PagesHead, ctx: StageContext): readonly Scene[] {
  const pieces = blocks.flatMap((block, at) => {
    const own = piecesOf(block, at, ctx);
    // What is said between a heading and what it heads stands with both.
    const isBetween = block.kind === 'paragraph' && blocks[at - 1]?.kind === 'heading' && at + 1 < blocks.length;
    return isBetween ? own.map((piece) => ({ ...piece, keepsNext: true })) : own;
  });
  const top =
    TITLE_TOP + heightOf({ text: head.title, font: titleFont(head.title, ctx), width: RIGHT - EDGE }, ctx) + AIR;
  const columns = paginate(pieces, BOTTOM - top);
  const count = Math.ceil(columns.length / 2);
  return Array.from({ length: count }, (_, at): Scene => {
    const items = [0, 1].flatMap((side) =>
      (columns[at * 2 + side] ?? []).flatMap(({ index, y }) => {
        const piece = pieces[index];
        return piece ? [drawPiece(piece, EDGE + side * (COLUMN + GAP), top + y, ctx)] : [];
      }),
    );
    const title = `${ctx.title}, ${head.title}`;
    return {
      ...PAGE,
      background: color.paper,
      items: [...headOf(head, at + 1, count, ctx), ...items],
      title,
      lang: ctx.lang,
    };
  });
}

/** The title of a page has at most two lines; a longer one stands in the text. */
const TITLE_HEIGHT = 66;
const TITLE_SIZES = [28, 24, 20] as const;

const fittingSize = (text: string, setting: Setting): number | undefined =>
  TITLE_SIZES.find(
    (size) => heightOf({ text, font: serif(size, { weight: 800 }), width: RIGHT - EDGE }, setting) <= TITLE_HEIGHT,
  );

/** Whether a title can stand above the pages; where it cannot, it belongs to the text. */
export const standsAsTitle = (text: string, setting: Setting): boolean => fittingSize(text, setting) !== undefined;

const titleFont = (text: string, setting: Setting): FontSpec =>
  serif(fittingSize(text, setting) ?? TITLE_SIZES[TITLE_SIZES.length - 1] ?? LEGIBLE_PT, { weight: 800 });

const OVER = { font: sans(13, 500), width: RIGHT - EDGE - 160 } as const;

/** Whether a text can stand above the title, on one line. */
export const standsOver = (text: string, setting: Setting): boolean =>
  heightOf({ text, ...OVER }, setting) <= OVER.font.size * 1.5;

function headOf({ title, over }: PagesHead, number: number, count: number, ctx: StageContext): readonly Primitive[] {
  const out: Primitive[] = [];
  const width = RIGHT - EDGE;
  const { font } = OVER;
  setText(out, { text: over, ...OVER, fill: color.ink2, x: EDGE, y: 22 }, ctx);
  const place = { x: RIGHT - 150, y: 22, width: 150, align: 'right' } as const;
  if (count > 1)
    setText(out, { text: ctx.t('present.place', { number, count }), font, fill: color.ink2, ...place }, ctx);
  const lines: Primitive[] = [];
  setText(lines, { text: title, font: titleFont(title, ctx), fill: color.ink, x: EDGE, y: TITLE_TOP, width }, ctx);
  return [...out, group(lines, { role: 'h1' })];
}

function piecesOf(block: ReportBlock, at: number, setting: Setting): readonly Piece[] {
  switch (block.kind) {
    case 'heading':
      return pieces(block.text, STYLES.heading, setting, { keepsNext: true });
    case 'paragraph': {
      const style = block.look === 'plain' ? STYLES.plain : STYLES[block.look];
      return pieces(block.text, style, setting, {});
    }
    case 'list':
      return block.items.flatMap((text) => pieces(text, STYLES.text, setting, {}));
    case 'facts':
      return block.items.flatMap(({ label, text }, row) => labelled(label, text, at * 1e4 + row, setting));
    case 'table':
      return block.rows.flatMap(([label = '', ...cells], row) =>
        labelled(label, cells.join('\n'), at * 1e4 + row, setting),
      );
    case 'sheet':
      return [];
  }
}

/** A word and what is said of it, the word again where it goes on in the next column. */
function labelled(label: string, text: string, table: number, setting: Setting): readonly Piece[] {
  const heads = pieces(label, STYLES.label, setting, { keepsNext: true });
  const [head, ...more] = heads;
  const isHead = head !== undefined && more.length === 0;
  const named = isHead ? [{ ...head, table, isHead }] : heads;
  const said = text.split('\n').flatMap((line) => pieces(line, STYLES.text, setting, {}));
  return [...named, ...said.map((piece) => (isHead ? { ...piece, table } : piece))];
}

/** A text as one piece, or parted where it is long. */
function pieces(text: string, style: Style, setting: Setting, more: Partial<Packed>): readonly Piece[] {
  if (text.trim() === '') return [];
  const width = COLUMN - (style.isListed ? INDENT : 0);
  const lines = wrapText(text, { font: style.font, width, ...setting }).lines.map((line) => line.text);
  const step = style.font.size * LEADING;
  const size = lines.length <= WHOLE_LINES ? lines.length : PIECE_LINES;
  return Array.from({ length: Math.ceil(lines.length / size) }, (_, at): Piece => {
    const own = lines.slice(at * size, (at + 1) * size);
    const gap = at === 0 ? style.gap : 0;
    return {
      keepsNext: false,
      table: null,
      isHead: false,
      ...more,
      style,
      lines: own,
      isFirst: at === 0,
      gap,
      height: own.length * step,
    };
  });
}

function drawPiece({ style, lines, isFirst }: Piece, left: number, top: number, { measure }: Setting): Primitive {
  const { font, fill, isListed = false } = style;
  const x = left + (isListed ? INDENT : 0);
  const step = font.size * LEADING;
  const drawn = lines.map((text, at): Primitive => {
    const y = top + at * step + font.size * 0.95;
    return { type: 'text', text, x, y, font, fill, width: Math.min(COLUMN, measure.width(text, font)) };
  });
  const mark: readonly Primitive[] =
    isListed && isFirst
      ? [{ type: 'rect', x: left, y: top + font.size * 0.42, w: 5, h: 5, radius: 2.5, fill: color.blue }]
      : [];
  const bounds = { x: left, y: top, w: COLUMN, h: lines.length * step };
  return group([...mark, ...drawn], { role: style === STYLES.heading ? 'h2' : 'p', bounds });
}
