import { baselineOf, drawBlock, type TextBlock, textBlock, textLine } from '../../boards/pieces/textBlock';
import type { Box, Color, GroupPrimitive, Primitive, Scene, SemanticRole } from '../../scene/primitives';
import type { TextMeasurer } from '../../text/measure';
import type { Report } from '../model';
import type { ReportWords } from '../reportWords';
import { coverPage } from './coverPage';
import { CONTENTS_AIR, CONTENTS_HEAD, CONTENTS_INDENT, type ContentsEntry, type ReportPage } from './layPages';
import { BLUE, HEAD_GROUND, INK, PALE, type PageRoom, QUIET, RULE, STRONG_RULE, TYPE } from './pageType';
import { placedScene } from './placedScene';
import type { Piece, SetCell, SetLine } from './setBlocks';

export interface PageWords {
  readonly measure: TextMeasurer;
  readonly lang: 'fr' | 'en';
  readonly r: ReportWords;
  /** The name of the app, as it signs posters. */
  readonly brand: string;
  /** Boards and personas as they are drawn for `sheetBox`, by the id of their block. */
  readonly scenes: ReadonlyMap<string, Scene>;
}

/** Space of a page in which a board or a persona is drawn: its whole width, between the running lines. In points. */
export const sheetBox = ({ width, height }: Pick<PageRoom, 'width' | 'height'>): Box => ({
  x: 0,
  y: HEAD_LINE + 1,
  w: width,
  h: height - HEAD_LINE - 1 - FOOT,
});

const HEAD_LINE = 40;
const HEAD_TEXT = 22;
/** From the lower edge of the page. */
const FOOT = 38;
const FOOT_TEXT = 28;

/** Pages as they are drawn, one unit to a point. What runs above and below the text is no part of what the report says. */
export function pageScenes(pages: readonly ReportPage[], report: Report, words: PageWords): readonly Scene[] {
  return pages.map((page, at) => ({
    width: page.room.width,
    height: page.room.height,
    // A board stands on its own paper, to the edges of its page.
    background: (page.kind === 'sheet' && words.scenes.get(page.block.id)?.background) || '#ffffff',
    title: report.title,
    lang: report.lang,
    items: itemsOf(page, report, { ...words, page: at + 1, pages: pages.length }),
  }));
}

interface OnPage extends PageWords {
  readonly page: number;
  readonly pages: number;
}

function itemsOf(page: ReportPage, report: Report, words: OnPage): readonly Primitive[] {
  switch (page.kind) {
    case 'cover':
      return coverPage(report, page.room, { ...words, kicker: words.r('title') });
    case 'contents':
      return [...contentsItems(page, words), ...running(page.room, report, words.r('contents'), words)];
    case 'text':
      return [...textItems(page), ...running(page.room, report, page.section.title, words)];
    case 'sheet':
      return sheetItems(page, report, words);
  }
}

const group = (
  role: SemanticRole,
  bounds: Box,
  children: readonly Primitive[],
  more: Partial<GroupPrimitive> = {},
): GroupPrimitive => ({
  type: 'group',
  role,
  bounds,
  children,
  ...more,
});

/** The workshop and the part above, the number of the page below. */
function running(room: PageRoom, report: Report, part: string, words: OnPage): readonly Primitive[] {
  const { left, width, height, textWidth } = room;
  const right = left + textWidth;
  const children: Primitive[] = [];
  // Of a long name the first line is enough to know the workshop by.
  const partBlock = textBlock(part, TYPE.runningStrong, textWidth / 2, words);
  const title = textBlock(report.title, TYPE.running, textWidth / 2 - 20, words);
  drawFirst(children, title, left, HEAD_TEXT, QUIET, 'left', title.lines.length > 1);
  drawFirst(children, partBlock, right, HEAD_TEXT, INK, 'right', false);
  children.push({ type: 'line', points: [left, HEAD_LINE, right, HEAD_LINE], stroke: RULE, strokeWidth: 0.6 });
  const number = textBlock(words.r('pageOf', { page: words.page, count: words.pages }), TYPE.running, textWidth, words);
  drawBlock(children, number, right, height - FOOT_TEXT, QUIET, 'right');
  drawBlock(children, textBlock(words.r('title'), TYPE.running, textWidth / 2, words), left, height - FOOT_TEXT, PALE);
  return [group('artifact', { x: 0, y: 0, w: width, h: height }, children)];
}

/** The first line of a block; dots say that there are more. */
function drawFirst(
  out: Primitive[],
  block: TextBlock,
  x: number,
  top: number,
  ink: Color,
  align: 'left' | 'right',
  isCut: boolean,
): void {
  const [line] = block.lines;
  if (!line) return;
  const said = isCut ? { text: `${line.text}…`, width: line.width } : line;
  out.push(textLine(said, block.style, x, top + baselineOf(block.style), ink, align));
}

function contentsItems(
  { room, entries, isFirst }: Extract<ReportPage, { kind: 'contents' }>,
  words: OnPage,
): readonly Primitive[] {
  const { left, top, textWidth } = room;
  const items: Primitive[] = [];
  let y = top;
  if (isFirst) {
    const heading: Primitive[] = [];
    drawBlock(heading, textBlock(words.r('contents'), TYPE.h1, textWidth, words), left, y, INK);
    items.push(group('h1', { x: left, y, w: textWidth, h: TYPE.h1.lineHeight }, heading));
    y += CONTENTS_HEAD;
  }
  const rows = entries.map((entry) => {
    y += CONTENTS_AIR[entry.level];
    const drawn = contentsRow(entry, y, room, words);
    y += entry.block.height;
    return drawn;
  });
  return [...items, group('list', { x: left, y: top, w: textWidth, h: y - top }, rows)];
}

function contentsRow({ level, block, id, page }: ContentsEntry, y: number, room: PageRoom, words: OnPage): Primitive {
  const { left, textWidth } = room;
  const right = left + textWidth;
  const x = left + (level === 2 ? CONTENTS_INDENT : 0);
  const number = textBlock(`${page}`, level === 1 ? TYPE.contents1 : TYPE.contents2, 60, words);
  const lines: Primitive[] = [];
  drawBlock(lines, block, x, y, INK);
  const lastY = y + block.height - block.style.lineHeight;
  drawBlock(lines, number, right, lastY, level === 1 ? BLUE : QUIET, 'right');
  const from = x + (block.lines.at(-1)?.width ?? 0) + 6;
  const to = right - number.width - 6;
  const base = lastY + baselineOf(block.style) - 0.5;
  const leader: Primitive[] =
    to > from
      ? [{ type: 'line', points: [from, base, to, base], stroke: RULE, strokeWidth: 1, dash: [1, 3], lineCap: 'butt' }]
      : [];
  const bounds = { x, y, w: right - x, h: block.height };
  return group('item', bounds, [group('artifact', bounds, leader), group('link', bounds, lines, { href: id })]);
}

type TextPage = Extract<ReportPage, { kind: 'text' }>;

/** Pieces in order; those of one list or table together. */
function textItems({ room, pieces }: TextPage): readonly Primitive[] {
  const items: Primitive[] = [];
  for (let from = 0; from < pieces.length; ) {
    const first = pieces[from];
    if (!first) break;
    let to = from + 1;
    while (first.piece.table !== null && pieces[to]?.piece.table === first.piece.table) to++;
    const drawn = pieces.slice(from, to).map(({ piece, y }) => drawPiece(piece, room.top + y, room));
    if (first.piece.table === null) items.push(...drawn);
    else {
      const role = first.piece.look === 'item' ? 'list' : 'table';
      const bounds = { x: room.left, y: room.top, w: room.textWidth, h: room.textHeight };
      items.push(group(role, bounds, drawn, first.piece.title ? { alt: first.piece.title } : {}));
    }
    from = to;
  }
  return items;
}

const ROLES = { h1: 'h1', h2: 'h2', h3: 'h3', p: 'p', quote: 'p', item: 'item', row: 'row', head: 'row' } as const;

function drawPiece(piece: Piece, y: number, room: PageRoom): Primitive {
  const { left, textWidth } = room;
  const bounds = { x: left, y, w: textWidth, h: piece.height };
  const anchor = piece.anchor ? { anchor: piece.anchor.id } : {};
  const [only] = piece.cells;
  if (piece.look === 'row' || piece.look === 'head')
    return group('row', bounds, [rulesOf(piece, bounds), ...piece.cells.map((cell) => drawCell(cell, bounds))]);
  const mark = piece.look === 'item' && only?.lines[0]?.top === 0 ? [bullet(bounds)] : [];
  const lines = only ? drawLines(only.lines, only, bounds) : [];
  if (piece.look === 'item') return group('item', bounds, [...mark, group('p', bounds, lines)]);
  return group(ROLES[piece.look], bounds, lines, anchor);
}

function bullet({ x, y }: Box): Primitive {
  const [cx, cy] = [x + 4, y + TYPE.plain.lineHeight / 2 - 0.5];
  return group('artifact', { x: cx - 2, y: cy - 2, w: 4, h: 4 }, [
    { type: 'rect', x: cx - 1.8, y: cy - 1.8, w: 3.6, h: 3.6, radius: 1.8, fill: BLUE },
  ]);
}

/** The ground of a head, the line under a row. */
function rulesOf({ look }: Piece, { x, y, w, h }: Box): Primitive {
  const isHead = look === 'head';
  const under: Primitive = {
    type: 'line',
    points: [x, y + h, x + w, y + h],
    stroke: isHead ? STRONG_RULE : RULE,
    strokeWidth: isHead ? 1 : 0.6,
  };
  const ground: readonly Primitive[] = isHead ? [{ type: 'rect', x, y, w, h, fill: HEAD_GROUND }] : [];
  return group('artifact', { x, y, w, h }, [...ground, under]);
}

/** A cell holds its paragraphs; an empty one is there all the same, so that the columns of a row can be counted. */
function drawCell(cell: SetCell, row: Box): Primitive {
  const paragraphs = new Map<number, SetLine[]>();
  for (const line of cell.lines) {
    const known = paragraphs.get(line.paragraph);
    if (known) known.push(line);
    else paragraphs.set(line.paragraph, [line]);
  }
  const bounds = { x: row.x + cell.x, y: row.y, w: cell.width, h: row.h };
  const children = [...paragraphs.values()].map((lines) => group('p', bounds, drawLines(lines, cell, row)));
  return group(cell.role, bounds, children);
}

function drawLines(lines: readonly SetLine[], cell: SetCell, at: Box): readonly Primitive[] {
  const x = at.x + cell.x + (cell.isRight ? cell.width : 0);
  return lines.flatMap(({ line, style, ink, top }) =>
    line.text === ''
      ? []
      : [textLine(line, style, x, at.y + top + baselineOf(style), ink, cell.isRight ? 'right' : 'left')],
  );
}

function sheetItems(
  { room, block, section }: Extract<ReportPage, { kind: 'sheet' }>,
  report: Report,
  words: OnPage,
): readonly Primitive[] {
  const scene = words.scenes.get(block.id);
  const head = running(room, report, section.title, words);
  const box = sheetBox(room);
  const drawn = scene ? placedScene(scene, box, block.id) : null;
  if (drawn?.isHeaded) return [group('section', box, drawn.items), ...head];
  // A sheet without a title of its own is called by that of its tab.
  const title: Primitive[] = [];
  drawBlock(title, textBlock(block.title, TYPE.small, room.textWidth, words), room.left, HEAD_LINE + 3, PALE);
  const bounds = { x: room.left, y: HEAD_LINE, w: room.textWidth, h: 12 };
  return [group('h2', bounds, title, { anchor: block.id }), group('section', box, drawn?.items ?? []), ...head];
}
