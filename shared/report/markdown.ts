import { strToU8 } from 'fflate';
import type { Report, ReportBlock, TableBlock } from './model';
import { reportWords } from './reportWords';

/** Signs that Markdown would read as its own. */
const escaped = (text: string): string =>
  text
    .replace(/[^\S\u00A0\u202F]+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>|~#]/g, '\\$&');

/** Text of several lines within one line of Markdown, as GitHub's tables take it. */
const lines = (text: string): string => text.split('\n').map(escaped).join('<br>');

/** The same at the beginning of a line, where a dash or a figure with a dot would begin a list. */
const opening = (text: string): string =>
  lines(text)
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');

/** What GitHub, GitLab and pandoc's `gfm` call a heading in links: its letters and figures, small, with hyphens for spaces. */
function slugger(): (text: string) => string {
  const used = new Map<string, number>();
  return (text) => {
    const slug = text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
      .replace(/ /g, '-');
    const count = used.get(slug) ?? 0;
    used.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  };
}

interface Heading {
  readonly level: number;
  readonly text: string;
}

/**
 * A report as Markdown (GitHub's flavour, for its tables): everything it says, the boards in words. Its contents link to its headings, as
 * far as a reader of Markdown names them as GitHub does.
 */
export function reportMarkdown(report: Report): Uint8Array {
  const r = reportWords(report.lang);
  const headings: Heading[] = [];
  const heading = (level: number, text: string): string => {
    headings.push({ level, text });
    return `${'#'.repeat(level)} ${escaped(text)}`;
  };
  const first = heading(1, report.title);
  const contentsTitle = heading(2, r('contents'));
  const body = report.sections.flatMap(({ title, blocks }) => [
    heading(2, title),
    ...blocks.flatMap((block) => blockLines(block, heading)),
  ]);
  const slug = slugger();
  const links = headings.map(({ level, text }) => ({ level, line: `[${escaped(text)}](#${slug(text)})` }));
  const contents = links
    .slice(2)
    .filter(({ level }) => level <= 3)
    .map(({ level, line }) => `${'  '.repeat(level - 2)}- ${line}`);
  const cover = [
    report.client && `**${escaped(report.client)}**`,
    ...report.cover.map(opening),
    opening(report.warning),
  ];
  const parts = [first, ...cover, contentsTitle, contents.join('\n'), ...body].filter((part) => part !== '');
  return strToU8(`${parts.join('\n\n')}\n`);
}

type WriteHeading = (level: number, text: string) => string;

function blockLines(block: ReportBlock, heading: WriteHeading): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [heading(block.level + 1, block.text)];
    case 'paragraph':
      return [paragraph(block.text, block.look)];
    case 'list':
      return [block.items.map((item) => `- ${opening(item)}`).join('\n')];
    case 'facts':
      return [block.items.map(({ label, text }) => `- **${escaped(label)}**<br>${lines(text)}`).join('\n')];
    case 'table':
      return [table(block)];
    case 'sheet':
      return [heading(3, block.title), ...block.text.flatMap((inside) => blockLines(inside, heading))];
  }
}

function paragraph(text: string, look: 'plain' | 'lead' | 'small' | 'quote'): string {
  if (look === 'quote') return `> ${opening(text)}`;
  return look === 'small' ? `*${lines(text)}*` : opening(text);
}

function table({ columns, rows }: TableBlock): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map(({ title }) => escaped(title))),
    line(columns.map(({ isNumber = false }) => (isNumber ? '---:' : '---'))),
    ...rows.map((cells) => line(cells.map(lines))),
  ].join('\n');
}
