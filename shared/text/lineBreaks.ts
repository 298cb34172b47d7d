/** A piece of a paragraph that is never broken unless it is wider than the column, and the spaces after it. */
export interface Word {
  readonly text: string;
  /** Breaking spaces that follow; dropped at the end of a line. */
  readonly spaces: string;
}

/** Spaces at which a line may break: ASCII space and the fixed-width ones, but not U+00A0, U+2007 and U+202F. */
const BREAKING_SPACE = /[ \u1680\u2000-\u2006\u2008-\u200B\u205F\u3000]/;

const isBreakingSpace = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code === 0x20 || (code >= 0x1680 && BREAKING_SPACE.test(text[at] as string));
};

/** Index of the first character from `from` on that is a breaking space, or that is none. */
function runEnd(text: string, from: number, ofSpaces: boolean): number {
  let at = from;
  while (at < text.length && isBreakingSpace(text, at) === ofSpaces) at++;
  return at;
}

/** Two letters on both sides, so that `km/h`, `2,9/7`, `−2` and `a-t-il` stay whole. */
const AFTER_HYPHEN = /(?<=[\p{L}\p{N}]{2}[-‐–/])(?=\p{L}{2})/gu;
const HAS_HYPHEN = /[-‐–/]/;

const CJK = /[\u2E80-\u2FDF\u3040-\u30FF\u3105-\u312F\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF]/;
const AROUND_CJK = new RegExp(`(?<=${CJK.source})|(?=${CJK.source})`, 'u');
/** Marks that may not start a line, and those that may not end one (kinsoku). */
const NO_START =
  /^[\p{M}\p{Pe}\p{Pf}、。，．・：；？！ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々〜～!?,.:;%…\u00A0\u202F\u2060]/u;
const NO_END = /[\p{Ps}\p{Pi}\u00A0\u202F\u2060]$/u;

/** What a run without spaces may be cut at. */
const NOT_WHOLE = new RegExp(`${HAS_HYPHEN.source}|${CJK.source}`);

function glueCjk(text: string): readonly string[] {
  const pieces: string[] = [];
  for (const piece of text.split(AROUND_CJK)) {
    const last = pieces.length - 1;
    const before = pieces[last];
    if (before !== undefined && (NO_START.test(piece) || NO_END.test(before))) pieces[last] = before + piece;
    else if (piece !== '') pieces.push(piece);
  }
  return pieces;
}

function splitWord(text: string): readonly string[] {
  if (CJK.test(text)) return glueCjk(text);
  return HAS_HYPHEN.test(text) ? text.split(AFTER_HYPHEN) : [text];
}

/** Cuts a paragraph (no newline in it) where a line may end: after spaces, after hyphens and slashes inside words, between ideographs. */
export function wordsOf(paragraph: string): readonly Word[] {
  const words: Word[] = [];
  let at = 0;
  while (at < paragraph.length) {
    const end = runEnd(paragraph, at, false);
    const next = runEnd(paragraph, end, true);
    const spaces = paragraph.slice(end, next);
    const run = paragraph.slice(at, end);
    if (!NOT_WHOLE.test(run)) words.push({ text: run, spaces });
    else {
      const pieces = splitWord(run);
      pieces.forEach((text, index) => {
        words.push({ text, spaces: index === pieces.length - 1 ? spaces : '' });
      });
    }
    at = next;
  }
  return words;
}

/** What parts or leaves a paragraph; most texts have nothing of it. */
const SPECIAL = /[\p{Cc}\u00AD\u2028\u2029]/u;

/** Paragraphs of a text: every kind of newline separates, tabs become spaces, invisible controls and soft hyphens go. */
export function paragraphsOf(text: string): readonly string[] {
  if (!SPECIAL.test(text)) return [text];
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .split('\n')
    .map((paragraph) => paragraph.replace(/\t/g, ' ').replace(/[\p{Cc}\u00AD]/gu, ''));
}

/** The line without the breaking spaces at its end. */
export function withoutTrailingSpaces(line: string): string {
  let end = line.length;
  while (end > 0 && isBreakingSpace(line, end - 1)) end--;
  return line.slice(0, end);
}
