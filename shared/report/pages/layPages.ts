import { type TextBlock, textBlock } from '../../boards/pieces/textBlock';
import type { TextMeasurer } from '../../text/measure';
import type { Report, ReportSection, SheetBlock } from '../model';
import { type PageRoom, pageRoom, type ReportSheet, TYPE } from './pageType';
import { paginate, type Standing } from './paginate';
import { type Piece, partHeading, type Setting, setBlocks } from './setBlocks';

/** A line of the contents. */
export interface ContentsEntry {
  readonly level: 1 | 2;
  readonly text: string;
  readonly id: string;
  /** Of the page it stands on, from 1: the cover is the first. */
  readonly page: number;
  /** Its text broken for the page. */
  readonly block: TextBlock;
}

export type ReportPage =
  | { readonly kind: 'cover'; readonly room: PageRoom }
  | {
      readonly kind: 'contents';
      readonly room: PageRoom;
      readonly entries: readonly ContentsEntry[];
      readonly isFirst: boolean;
    }
  | {
      readonly kind: 'text';
      readonly room: PageRoom;
      readonly section: ReportSection;
      readonly pieces: readonly { readonly piece: Piece; readonly y: number; readonly isAgain: boolean }[];
    }
  | { readonly kind: 'sheet'; readonly room: PageRoom; readonly section: ReportSection; readonly block: SheetBlock };

/** Air above a line of the contents, by its level. */
export const CONTENTS_AIR = { 1: 13, 2: 4 } as const;
/** Height of the heading above the first lines of the contents. */
export const CONTENTS_HEAD = TYPE.h1.lineHeight + 8;
/** How far the lines of the second level stand in, and what is kept free for figures at the right. */
export const CONTENTS_INDENT = 16;
export const CONTENTS_FIGURES = 46;

export interface PagesRequest {
  readonly sheet: ReportSheet;
  readonly measure: TextMeasurer;
  /** Boards and personas whose text is too small on a page: what they say follows in words. By the id of their block. */
  readonly tooSmall: ReadonlySet<string>;
}

type Body = Exclude<ReportPage, { kind: 'cover' | 'contents' }>;

/** The pages of a report: a cover, contents whose numbers are those of the pages, then part by part, each on a page of its own. */
export function layPages(report: Report, request: PagesRequest): readonly ReportPage[] {
  const room = pageRoom(request.sheet);
  const setting: Setting = {
    measure: request.measure,
    lang: report.lang,
    width: room.textWidth,
    most: room.textHeight,
  };
  const body = report.sections.flatMap((section) => sectionPages(section, setting, request));
  const found = body.flatMap((page, at) =>
    entriesOn(page).map((entry) => ({ ...entry, page: at, block: setEntry(entry, setting) })),
  );
  const count = contentsPages(found, room.textHeight).length;
  const entries = found.map((entry) => ({ ...entry, page: entry.page + count + 2 }));
  return [
    { kind: 'cover', room },
    ...contentsPages(entries, room.textHeight).map(
      (list, at): ReportPage => ({ kind: 'contents', room, entries: list, isFirst: at === 0 }),
    ),
    ...body,
  ];
}

function sectionPages(section: ReportSection, setting: Setting, request: PagesRequest): readonly Body[] {
  const pages: Body[] = [];
  let pending: Piece[] = [partHeading(section.title, section.id, setting)];
  let blocks: ReportSection['blocks'][number][] = [];
  const flush = (): void => {
    const pieces = [...pending, ...setBlocks(blocks, setting)];
    for (const standing of paginate(pieces, setting.most)) pages.push(textPage(section, pieces, standing, request));
    pending = [];
    blocks = [];
  };
  for (const block of section.blocks) {
    if (block.kind !== 'sheet') {
      blocks.push(block);
      continue;
    }
    flush();
    pages.push({ kind: 'sheet', room: pageRoom(request.sheet, block.orientation), section, block });
    if (request.tooSmall.has(block.id)) blocks.push(...block.text);
  }
  flush();
  return pages;
}

const textPage = (
  section: ReportSection,
  pieces: readonly Piece[],
  standing: readonly Standing[],
  { sheet }: PagesRequest,
): Body => ({
  kind: 'text',
  room: pageRoom(sheet),
  section,
  pieces: standing.flatMap(({ index, y, isAgain }) => {
    const piece = pieces[index];
    return piece ? [{ piece, y, isAgain }] : [];
  }),
});

function setEntry({ level, text }: EntryHead, setting: Setting): TextBlock {
  const width = setting.width - CONTENTS_FIGURES - (level === 2 ? CONTENTS_INDENT : 0);
  return textBlock(shortened(text), level === 1 ? TYPE.contents1 : TYPE.contents2, width, setting);
}

/** Longest title that is repeated whole where it only leads to the whole one. */
const LONGEST = 180;

/** A title as it stands in the contents and on the cover: of one that fills a page, its beginning. */
export function shortened(title: string): string {
  const letters = Array.from(title);
  return letters.length <= LONGEST ? title : `${letters.slice(0, LONGEST).join('').trimEnd()}…`;
}

type EntryHead = Pick<ContentsEntry, 'level' | 'text' | 'id'>;

function entriesOn(page: Body): readonly EntryHead[] {
  if (page.kind === 'sheet') return [{ level: 2, text: page.block.title, id: page.block.id }];
  return page.pieces.flatMap(({ piece: { anchor } }) => {
    if (!anchor || anchor.level === 3) return [];
    return [{ level: anchor.level, text: anchor.text, id: anchor.id }];
  });
}

/** Lines of the contents by page; a part is not parted from its first line. */
function contentsPages(entries: readonly ContentsEntry[], room: number): readonly (readonly ContentsEntry[])[] {
  const rows = entries.map(({ level, block }, at) => ({
    height: CONTENTS_AIR[level] + block.height,
    gap: 0,
    keepsNext: level === 1 && entries[at + 1]?.level === 2,
    table: null,
    isHead: false,
  }));
  const head = { height: CONTENTS_HEAD, gap: 0, keepsNext: entries.length > 0, table: null, isHead: false };
  return paginate([head, ...rows], room).map((page) =>
    page.flatMap(({ index }) => {
      const entry = index === 0 ? undefined : entries[index - 1];
      return entry ? [entry] : [];
    }),
  );
}
