/** A paragraph, an item of a list or a quotation: what it says, still with its marks. */
export interface MarkdownPiece {
  readonly kind: 'paragraph' | 'item' | 'quote';
  /** Its lines as they stand in the file, without what makes them an item or a quotation. */
  readonly lines: readonly string[];
  /** Its text: soft breaks as spaces, hard ones as line feeds. */
  readonly raw: string;
  /** Of an item of a numbered list. */
  readonly number: number | null;
}

export interface MarkdownSection {
  /** Its heading, still with its marks. */
  readonly heading: string;
  readonly pieces: readonly MarkdownPiece[];
}

/** What stands under a heading of the first level. */
export interface MarkdownPage {
  readonly heading: string;
  /** Line of its heading, from 1. */
  readonly line: number;
  readonly intro: readonly MarkdownPiece[];
  readonly sections: readonly MarkdownSection[];
  /** The content of a comment `<!-- personarium … -->`; null without one. */
  readonly data: string | null;
}

interface OpenPiece {
  readonly kind: MarkdownPiece['kind'];
  readonly number: number | null;
  readonly lines: string[];
}
interface OpenSection {
  heading: string;
  readonly pieces: MarkdownPiece[];
}
interface OpenPage {
  readonly heading: string;
  readonly line: number;
  readonly intro: MarkdownPiece[];
  readonly sections: OpenSection[];
  data: string | null;
}

const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/;
const UNDERLINE = /^ {0,3}(=+|-+)[ \t]*$/;
const RULE = /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/;
const QUOTE = /^ {0,3}> ?(.*)$/;
const ITEM = /^[ \t]*(?:[-*+]|(\d{1,9})[.)])(?:[ \t]+(?:\[[ xX]\][ \t]+)?(.*))?$/;
const FENCE = /^ {0,3}(?:```|~~~)/;
/** Without its end it was cut off: what is left is given all the same, to be refused. */
const DATA = /^<!-- personarium (.*?)(?: -->[ \t]*)?$/;

const isBlank = (line: string): boolean => /^[ \t]*$/.test(line);

const isHard = (line: string): boolean => / {2}$/.test(line) || (/\\+$/.exec(line)?.[0].length ?? 0) % 2 === 1;

function rawOf(lines: readonly string[]): string {
  let raw = '';
  lines.forEach((line, at) => {
    const isLast = at === lines.length - 1;
    const said = line.replace(/^[ \t]+/, '').replace(/[ \t]+$/, '');
    if (isLast) raw += said;
    else raw += isHard(line) ? `${said.replace(/\\$/, '')}\n` : `${said} `;
  });
  return raw;
}

/** The pages of a Markdown text; what stands before the first heading of the first level is passed over. */
export function markdownPages(text: string): readonly MarkdownPage[] {
  const pages: OpenPage[] = [];
  let page: OpenPage | undefined;
  let piece: OpenPiece | null = null;
  let inComment = false;

  const close = () => {
    if (piece && page) {
      const { kind, number, lines } = piece;
      (page.sections.at(-1)?.pieces ?? page.intro).push({ kind, number, lines, raw: rawOf(lines) });
    }
    piece = null;
  };
  const open = (kind: OpenPiece['kind'], line: string, number: number | null = null) => {
    close();
    piece = { kind, number, lines: [line] };
  };
  const head = (level: number, heading: string, line: number) => {
    if (level > 1) page?.sections.push({ heading, pieces: [] });
    else {
      page = { heading, line, intro: [], sections: [], data: null };
      pages.push(page);
    }
  };

  for (const [at, line] of text.split(/\r\n?|\n/).entries()) {
    const current = piece as OpenPiece | null;
    const heading = inComment ? null : HEADING.exec(line);
    const underline = !inComment && current?.kind === 'paragraph' ? UNDERLINE.exec(line)?.[1] : undefined;
    const quote = QUOTE.exec(line)?.[1];
    const item = ITEM.exec(line);
    if (inComment) inComment = !line.includes('-->');
    else if (/^ {0,3}<!--/.test(line)) {
      close();
      const data = DATA.exec(line)?.[1];
      if (data !== undefined && page) page.data = data;
      inComment = !line.includes('-->');
    } else if (heading) {
      close();
      head(heading[1]?.length ?? 1, (heading[2] ?? '').replace(/(?:^|[ \t]+)#+[ \t]*$|[ \t]+$/, ''), at + 1);
    } else if (underline && current) {
      piece = null;
      head(underline.startsWith('=') ? 1 : 2, rawOf(current.lines), at);
    } else if (isBlank(line) || RULE.test(line) || FENCE.test(line) || (quote !== undefined && isBlank(quote))) close();
    else if (quote !== undefined && current?.kind !== 'quote') open('quote', quote);
    else if (item) open('item', item[2] ?? '', item[1] === undefined ? null : Number(item[1]));
    else if (current) current.lines.push(quote ?? line);
    else open('paragraph', line);
  }
  close();
  return pages;
}
