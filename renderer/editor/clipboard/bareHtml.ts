/** Elements whose content is no markup, and is not read either. */
const RAW = new Set(['script', 'style']);

const isSpace = (sign: string | undefined): boolean => sign !== undefined && /[\s/]/.test(sign);

/** The first place from `from` on where one of the signs stands, or the end. */
function until(html: string, from: number, signs: RegExp): number {
  signs.lastIndex = from;
  return signs.exec(html)?.index ?? html.length;
}

/** Where the attributes of a tag end, at its `>`; the end of the text in a tag that is not closed. */
function tagEnd(html: string, from: number): number {
  let at = from;
  while (at < html.length && html[at] !== '>') {
    if (isSpace(html[at])) {
      at += 1;
      continue;
    }
    // A name, which may begin with an equals sign; then perhaps its value.
    at = until(html, at + 1, /[\s/>=]/g);
    let value = at;
    while (/\s/.test(html[value] ?? '')) value += 1;
    if (html[value] !== '=') continue;
    value += 1;
    while (/\s/.test(html[value] ?? '')) value += 1;
    const mark = html[value];
    if (mark === '"' || mark === "'") {
      const close = html.indexOf(mark, value + 1);
      at = close < 0 ? html.length : close + 1;
    } else at = until(html, value, /[\s>]/g);
  }
  return at;
}

/**
 * HTML with nothing but its tags and its text: no attribute, no style sheet, no script. What the content policy refuses is not even
 * parsed then, so that it has nothing to say about it. Follows the tokenizer of HTML, section 13.2.5, as far as tags go.
 */
export function bareHtml(html: string): string {
  let bare = '';
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) return bare + html.slice(at);
    bare += html.slice(at, open);
    if (html.startsWith('<!--', open)) {
      const close = html.indexOf('-->', open + 4);
      if (close < 0) return bare;
      at = close + 3;
      continue;
    }
    const [, slash = '', name = ''] = /^<(\/?)([a-z][^\s/>]*)/i.exec(html.slice(open, open + 80)) ?? [];
    if (name === '') {
      // A sign of its own, a doctype: the parser knows what to make of it.
      bare += '<';
      at = open + 1;
      continue;
    }
    const end = tagEnd(html, open + 1 + slash.length + name.length);
    // A tag that is not closed is no tag.
    if (end === html.length) return bare;
    at = end + 1;
    if (slash === '' && RAW.has(name.toLowerCase())) {
      const close = until(html, at, new RegExp(`</${name}(?=[\\s/>])`, 'gi'));
      at = close === html.length ? close : tagEnd(html, close + 2 + name.length) + 1;
    } else bare += `<${slash}${name}>`;
  }
  return bare;
}
