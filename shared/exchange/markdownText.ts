/** Signs that Markdown would read as its own. */
const SIGNS = /[\\`*_[\]<>|~#]/g;
/** Spaces at the ends of a line, which Markdown drops. */
const EDGES = /^[ \t\u00A0]+|[ \t\u00A0]+$/g;

const entities = (text: string): string => Array.from(text, (sign) => `&#${sign.codePointAt(0)};`).join('');

const escapedLine = (line: string): string =>
  line
    .replace(SIGNS, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    // A line may also begin with one.
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(EDGES, entities);

/**
 * Text as Markdown that says exactly that: `plainText` gives it back. A break in it is a hard one, its next line behind `indent`; null for places that
 * have one line only, such as a heading.
 */
export function escapedText(text: string, indent: string | null = ''): string {
  const [lead = ''] = /^[ \t\n\u00A0]+/.exec(text) ?? [];
  const rest = text.slice(lead.length);
  const core = rest.replace(/[ \t\n\u00A0]+$/, '');
  const lines = core.split('\n').map(escapedLine);
  return `${entities(lead)}${lines.join(indent === null ? '&#10;' : `\\\n${indent}`)}${entities(rest.slice(core.length))}`;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0' };

/** What stands for something else in a line: an escape, an entity, code, a break, a link or a picture, emphasis. */
const MARKS =
  /\\([!-/:-@[-`{-~])|&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));|`([^`\n]+)`|<br ?\/?>|!?\[([^\][]*)\]\(([^()\s]*)\)|\*\*|~~|\*(?=\S)([^*\\\n]*[^*\\\s])\*|(?<![\p{L}\p{N}])_(?=\S)([^_\\\n]*[^_\\\s])_(?![\p{L}\p{N}])/giu;

function coded(code: number, whole: string): string {
  const isSign = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000);
  return isSign ? String.fromCodePoint(code) : whole;
}

/** What a piece of Markdown says: without its marks. Lines are those of hard breaks. */
export const plainText = (raw: string): string =>
  raw.replace(MARKS, (whole: string, ...found: readonly (string | undefined)[]) => {
    const [sign, decimal, hexadecimal, named, code, label, address, strong, light] = found;
    if (sign !== undefined) return sign;
    if (decimal) return coded(Number(decimal), whole);
    if (hexadecimal) return coded(Number.parseInt(hexadecimal, 16), whole);
    if (named) return NAMED[named.toLowerCase()] ?? whole;
    if (code) return code;
    if (label !== undefined) return label === address || !address ? label : `${plainText(label)} (${address})`;
    const inner = strong ?? light;
    if (inner !== undefined) return plainText(inner);
    return whole.startsWith('<') ? '\n' : '';
  });

/** Places of a sign that no backslash takes its meaning from. */
export function placesOf(raw: string, sign: string): readonly number[] {
  const places: number[] = [];
  for (let at = 0; at < raw.length; at += 1) {
    if (raw[at] === '\\') at += 1;
    else if (raw[at] === sign) places.push(at);
  }
  return places;
}
