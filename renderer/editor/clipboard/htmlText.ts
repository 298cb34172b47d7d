import type { Table } from '@shared/clipboard/table';
import { bareHtml } from './bareHtml';

/** Elements that stand on lines of their own. */
const BLOCKS = new Set([
  'ADDRESS',
  'ARTICLE',
  'ASIDE',
  'BLOCKQUOTE',
  'DD',
  'DIV',
  'DL',
  'DT',
  'FIGCAPTION',
  'FIGURE',
  'FOOTER',
  'FORM',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'HEADER',
  'HR',
  'LI',
  'MAIN',
  'NAV',
  'OL',
  'P',
  'PRE',
  'SECTION',
  'TABLE',
  'TR',
  'UL',
]);
/** Elements whose content nobody reads. */
const UNSEEN = new Set(['HEAD', 'IFRAME', 'NOSCRIPT', 'OBJECT', 'SCRIPT', 'STYLE', 'SVG', 'TEMPLATE', 'TITLE']);

const squeezed = (text: string): string => text.replace(/[ \t\n\r\f]+/g, ' ');

/** What an element says, its blocks on lines of their own. Only text is taken: nothing of the markup survives. */
function textIn(root: Node): string {
  let said = '';
  const newLine = () => {
    said = said.replace(/ +$/, '');
    if (said !== '' && !said.endsWith('\n')) said += '\n';
  };
  const visit = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) {
      const text = squeezed(node.nodeValue ?? '');
      said += said === '' || said.endsWith('\n') || said.endsWith(' ') ? text.trimStart() : text;
      return;
    }
    if (!(node instanceof Element) || UNSEEN.has(node.tagName.toUpperCase())) return;
    const tag = node.tagName.toUpperCase();
    if (tag === 'BR') {
      said = `${said.replace(/ +$/, '')}\n`;
      return;
    }
    const isBlock = BLOCKS.has(tag);
    if (isBlock) newLine();
    for (const child of node.childNodes) visit(child);
    if (isBlock) newLine();
  };
  for (const child of root.childNodes) visit(child);
  return said.trim();
}

/**
 * Reads HTML from the clipboard as text. It is parsed into a document of its own, which runs no script and loads nothing, and without its
 * attributes: the content policy of the app holds there too, and would report every style that it refuses.
 * With a table in it, its cells; else one column of lines.
 */
export function htmlTable(html: string): Table {
  const page = new DOMParser().parseFromString(bareHtml(html), 'text/html');
  const table = page.querySelector('table');
  if (!table) {
    return textIn(page.body)
      .split('\n')
      .map((line) => [line.trim()]);
  }
  return [...table.querySelectorAll('tr')].map((row) => [...row.querySelectorAll('td,th')].map(textIn));
}
