import { type TextBlock, textBlock } from '../../boards/pieces/textBlock';
import type { TextStyle } from '../../boards/pieces/textStyle';
import type { TextMeasurer } from '../../text/measure';
import type { WrappedLine } from '../../text/wrapText';
import type { FactsBlock, ListBlock, ReportBlock, TableBlock } from '../model';
import { INK, PALE, type ParagraphLook, QUIET, TYPE } from './pageType';
import type { Packed } from './paginate';

/** A line of text in a cell; `top` is that of its line box from the top of the piece. */
export interface SetLine {
  readonly line: WrappedLine;
  readonly style: TextStyle;
  readonly ink: string;
  readonly top: number;
  /** Lines with the same number are one paragraph. */
  readonly paragraph: number;
}

export interface SetCell {
  /** From the left edge of the text. */
  readonly x: number;
  readonly width: number;
  readonly isRight: boolean;
  readonly role: 'cell' | 'rowheader' | 'columnheader';
  readonly lines: readonly SetLine[];
}

export type PieceLook = 'h1' | 'h2' | 'h3' | 'p' | 'quote' | 'item' | 'row' | 'head';

/** What is never cut: a paragraph, an item of a list, a row of a table. */
export interface Piece extends Packed {
  readonly look: PieceLook;
  readonly cells: readonly SetCell[];
  /** Of a list or a table. */
  readonly title: string;
  /** What links and the contents lead to. */
  readonly anchor: { readonly id: string; readonly level: 1 | 2 | 3; readonly text: string } | null;
}

export interface Setting {
  readonly measure: TextMeasurer;
  readonly lang: 'fr' | 'en';
  /** Of the text, in points. */
  readonly width: number;
  /** Most that a piece is high: what is higher is parted between its lines. */
  readonly most: number;
}

/** Paddings of a cell: left and right, above and below; between the paragraphs of one cell. */
const PAD_X = 6;
const PAD_Y = 4.5;
const BETWEEN = 2;
const INDENT = 13;

/** Blocks broken into lines for a width, in order; boards on pages of their own are not among them. */
export function setBlocks(blocks: readonly ReportBlock[], setting: Setting): readonly Piece[] {
  return blocks.flatMap((block, at) => {
    const pieces = setBlock(block, at, setting);
    const [only] = pieces;
    // What is said between a heading and what it heads stands with both.
    const isBetween = block.kind === 'paragraph' && blocks[at - 1]?.kind === 'heading' && at + 1 < blocks.length;
    return isBetween && only && pieces.length === 1 ? [{ ...only, keepsNext: true }] : pieces;
  });
}

/** `at` tells the lists and tables of a page from one another. */
function setBlock(block: ReportBlock, at: number, setting: Setting): readonly Piece[] {
  switch (block.kind) {
    case 'heading': {
      const look = block.level === 2 ? 'h2' : 'h3';
      const anchor = { id: block.id, level: block.level, text: block.text };
      const piece = single(block.text, TYPE[look], INK, look === 'h2' ? 26 : 16, look, setting);
      return parted({ ...piece, keepsNext: true, anchor }, setting.most);
    }
    case 'paragraph':
      return parted(paragraphPiece(block.text, block.look, setting), setting.most);
    case 'list':
      return listPieces(block, at, setting);
    case 'facts':
      return factPieces(block, at, setting);
    case 'table':
      return tablePieces(block, at, setting);
    case 'sheet':
      return [];
  }
}

/** The heading of a part. */
export const partHeading = (title: string, id: string, setting: Setting): Piece => ({
  ...single(title, TYPE.h1, INK, 0, 'h1', setting),
  keepsNext: true,
  anchor: { id, level: 1, text: title },
});

const plainPiece = { keepsNext: false, table: null, isHead: false, title: '', anchor: null } as const;

function single(text: string, style: TextStyle, ink: string, gap: number, look: PieceLook, setting: Setting): Piece {
  const lines = linesOf(textBlock(text, style, setting.width, setting), ink, 0, 0);
  const cell: SetCell = { x: 0, width: setting.width, isRight: false, role: 'cell', lines };
  return { ...plainPiece, look, gap, cells: [cell], height: bottomOf([cell]) };
}

function paragraphPiece(text: string, look: ParagraphLook, setting: Setting): Piece {
  const ink = look === 'lead' ? QUIET : look === 'small' ? PALE : INK;
  const gap = look === 'small' ? 3 : look === 'lead' ? 8 : 9;
  const isSmall = look === 'small';
  const piece = single(text, TYPE[look], ink, gap, look === 'quote' ? 'quote' : 'p', setting);
  // Small print under a heading says what its heading is about.
  return isSmall ? piece : { ...piece, keepsNext: look === 'lead' };
}

function listPieces({ items }: ListBlock, table: number, setting: Setting): readonly Piece[] {
  return items.flatMap((item, at) => {
    const lines = stacked(item, TYPE.plain, INK, setting.width - INDENT, setting);
    const cell: SetCell = { x: INDENT, width: setting.width - INDENT, isRight: false, role: 'cell', lines };
    const piece: Piece = {
      ...plainPiece,
      look: 'item',
      gap: at === 0 ? 6 : 3,
      table,
      cells: [cell],
      height: bottomOf([cell]),
    };
    return parted(piece, setting.most);
  });
}

/** Labels beside what they say: a table without a head. */
function factPieces({ items }: FactsBlock, table: number, setting: Setting): readonly Piece[] {
  const left = setting.width * 0.26;
  return items.flatMap(({ label, text }, at) => {
    const cells: readonly SetCell[] = [
      // Without a ground behind it a label stands where headings do.
      cellOf(label, TYPE.cellHead, { x: -PAD_X, width: left, role: 'rowheader' }, setting),
      cellOf(text, TYPE.cell, { x: left, width: setting.width - left, role: 'cell' }, setting),
    ];
    const piece: Piece = {
      ...plainPiece,
      look: 'row',
      gap: at === 0 ? 10 : 0,
      table,
      cells,
      height: bottomOf(cells) + PAD_Y,
    };
    return parted(piece, setting.most);
  });
}

function tablePieces({ title, columns, rows }: TableBlock, table: number, setting: Setting): readonly Piece[] {
  const widths = columnWidths(columns, setting);
  let x = 0;
  const places = columns.map(({ isNumber = false, isHead = false }, at) => {
    const width = widths[at] ?? 0;
    const place = { x, width, isRight: isNumber, role: isHead ? ('rowheader' as const) : ('cell' as const) };
    x += width;
    return place;
  });
  const heads = columns.flatMap((column, at): readonly SetCell[] => {
    const place = places[at];
    return place ? [cellOf(column.title, TYPE.columnHead, { ...place, role: 'columnheader' }, setting)] : [];
  });
  const head: Piece = {
    ...plainPiece,
    look: 'head',
    gap: 10,
    table,
    title,
    isHead: true,
    keepsNext: true,
    cells: heads,
    height: bottomOf(heads) + PAD_Y,
  };
  const body = rows.flatMap((texts) => {
    const cells = texts.flatMap((text, at): readonly SetCell[] => {
      const place = places[at];
      return place ? [cellOf(text, TYPE.cell, place, setting)] : [];
    });
    const piece: Piece = { ...plainPiece, look: 'row', gap: 0, table, title, cells, height: bottomOf(cells) + PAD_Y };
    return parted(piece, setting.most - head.height);
  });
  return [head, ...body];
}

/** By their shares, and at least as wide as the longest word of their title: what that takes comes off the others, as far as they have more than they need. */
function columnWidths(columns: TableBlock['columns'], { width, measure }: Setting): readonly number[] {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const wanted = columns.map(({ share }) => (width * share) / shares);
  const least = columns.map(({ title }) =>
    Math.max(...title.split(/\s+/).map((word) => Math.ceil(measure.width(word, TYPE.columnHead.font)) + 2 * PAD_X)),
  );
  const missing = wanted.reduce((sum, own, at) => sum + Math.max(0, (least[at] ?? 0) - own), 0);
  const spare = wanted.reduce((sum, own, at) => sum + Math.max(0, own - (least[at] ?? 0)), 0);
  const taken = spare > 0 ? Math.min(1, missing / spare) : 0;
  return wanted.map((own, at) => {
    const need = least[at] ?? 0;
    if (missing > spare) return own;
    return own < need ? need : own - (own - need) * taken;
  });
}

type CellPlace = Pick<SetCell, 'x' | 'width' | 'role'> & Partial<Pick<SetCell, 'isRight'>>;

/** A cell whose first line names its row is strong in it, and quiet below. */
function cellOf(text: string, type: TextStyle, place: CellPlace, setting: Setting): SetCell {
  const { x, width, role, isRight = false } = place;
  const lines = stacked(text, type, INK, width - 2 * PAD_X, setting, role === 'rowheader');
  return {
    x: x + PAD_X,
    width: width - 2 * PAD_X,
    isRight,
    role,
    lines: lines.map((line) => ({ ...line, top: line.top + PAD_Y })),
  };
}

/** Paragraphs of a text under one another. */
function stacked(
  text: string,
  type: TextStyle,
  ink: string,
  width: number,
  setting: Setting,
  isNamed = false,
): readonly SetLine[] {
  let top = 0;
  return text.split('\n').flatMap((paragraph, at) => {
    if (paragraph === '' && at > 0) return [];
    const own = isNamed && at === 0 ? TYPE.cellHead : type;
    const block = textBlock(paragraph, isNamed && at > 0 ? TYPE.cell : own, width, setting);
    const lines = linesOf(block, isNamed && at > 0 ? QUIET : ink, top, at);
    top += block.height + BETWEEN;
    return lines;
  });
}

const linesOf = (block: TextBlock, ink: string, top: number, paragraph: number): readonly SetLine[] =>
  block.lines.map((line, at) => ({ line, style: block.style, ink, top: top + at * block.style.lineHeight, paragraph }));

const bottomOf = (cells: readonly SetCell[]): number =>
  Math.max(0, ...cells.flatMap(({ lines }) => lines.map(({ top, style }) => top + style.lineHeight)));

/** A piece that is higher than a page is parted between its lines; every other one stays whole. */
function parted(piece: Piece, most: number): readonly Piece[] {
  if (piece.height <= most) return [piece];
  const under = piece.look === 'row' ? PAD_Y : 0;
  const parts: Piece[] = [];
  let from = 0;
  while (from < piece.height - under) {
    const fits = ({ top, style }: SetLine) => top >= from - 0.01 && top + style.lineHeight <= from + most - 2 * under;
    const cells = piece.cells.map((cell) => ({
      ...cell,
      lines: cell.lines.filter(fits).map((line) => ({ ...line, top: line.top - from + (from > 0 ? under : 0) })),
    }));
    const rest = piece.cells.flatMap(({ lines }) => lines.filter((line) => line.top >= from - 0.01 && !fits(line)));
    parts.push({
      ...piece,
      cells,
      gap: parts.length === 0 ? piece.gap : 0,
      height: bottomOf(cells) + under,
      anchor: parts.length === 0 ? piece.anchor : null,
    });
    if (rest.length === 0) break;
    from = Math.min(...rest.map(({ top }) => top));
  }
  return parts;
}
