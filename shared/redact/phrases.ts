import type { ChangeKind, Finder, Span } from './spans';
import { isLooseGap, isLower, isUpper, type Token, tokensOf } from './tokens';

/** A word or several that are replaced wherever they are written. */
export interface Phrase {
  readonly from: string;
  readonly to: string;
  readonly kind: ChangeKind;
  /** The replacement takes the case of what it replaces: SOLÈNE becomes CAMILLE. */
  readonly takesCase: boolean;
  /** False for a name that is an everyday word too (`rose`): then only with a capital. */
  readonly inLowerCase: boolean;
}

interface Entry extends Phrase {
  readonly tokens: readonly Token[];
  readonly gaps: readonly string[];
}

const gapsOf = (text: string, tokens: readonly Token[]): readonly string[] =>
  tokens.slice(1).map((token, index) => {
    const before = tokens[index];
    return before ? text.slice(before.at + before.text.length, token.at) : '';
  });

/**
 * Finds phrases in a text: whole words, whatever their accents and case, the longest first; also in the plural, before a possessive, and
 * run together (`#SolèneMarchand`). Of two phrases of the same words the first one given counts.
 */
export function phraseFinder(phrases: readonly Phrase[]): Finder {
  const byFirst = new Map<string, Entry[]>();
  const add = (key: string, entry: Entry) => byFirst.set(key, [...(byFirst.get(key) ?? []), entry]);
  for (const phrase of phrases) {
    const tokens = tokensOf(phrase.from);
    const [first] = tokens;
    if (!first) continue;
    add(first.folded, { ...phrase, tokens, gaps: gapsOf(phrase.from, tokens) });
    if (tokens.length > 1) {
      const folded = tokens.map((token) => token.folded).join('');
      const whole = { at: 0, text: phrase.from, folded };
      add(folded, { ...phrase, to: phrase.to.replace(/\s+/g, ''), tokens: [whole], gaps: [] });
    }
  }
  for (const entries of byFirst.values()) entries.sort((one, other) => other.tokens.length - one.tokens.length);
  return (text) => {
    const words = tokensOf(text);
    const spans: Span[] = [];
    for (let index = 0; index < words.length; ) {
      const hit = hitAt(text, words, index, byFirst);
      if (hit) spans.push(hit.span);
      index += hit?.words ?? 1;
    }
    return spans;
  };
}

function hitAt(
  text: string,
  words: readonly Token[],
  index: number,
  byFirst: ReadonlyMap<string, readonly Entry[]>,
): { readonly span: Span; readonly words: number } | null {
  const first = words[index];
  if (!first) return null;
  for (const key of singulars(first.folded))
    for (const entry of byFirst.get(key) ?? []) {
      const end = matchEnd(text, words, index, entry);
      if (end === null) continue;
      const written = text.slice(first.at, end);
      if (!entry.inLowerCase && isLower(written)) continue;
      return { span: spanOf(text, first.at, written, entry), words: entry.tokens.length };
    }
  return null;
}

/** A word as it is, then as it would be if it were a plural. */
const singulars = (folded: string): readonly string[] => [
  folded,
  ...(folded.length > 4 && /[sx]$/.test(folded)
    ? [folded.slice(0, -1), ...(folded.endsWith('es') ? [folded.slice(0, -2)] : [])]
    : []),
];

/** Where an entry that begins at a word ends; null where it does not stand there. */
function matchEnd(text: string, words: readonly Token[], index: number, { tokens, gaps }: Entry): number | null {
  for (let at = 0; at < tokens.length; at += 1) {
    const word = words[index + at];
    const wanted = tokens[at];
    if (!word || !wanted) return null;
    const isLast = at === tokens.length - 1;
    const fits = isLast || at === 0 ? singulars(word.folded).includes(wanted.folded) : word.folded === wanted.folded;
    if (!fits) return null;
    const before = words[index + at - 1];
    const gap = at === 0 || !before ? '' : text.slice(before.at + before.text.length, word.at);
    const own = gaps[at - 1] ?? '';
    if (at > 0 && gap !== own && !(isLooseGap(gap) && isLooseGap(own))) return null;
  }
  const last = words[index + tokens.length - 1];
  return last ? last.at + last.text.length : null;
}

function spanOf(text: string, at: number, written: string, entry: Entry): Span {
  const length = written.length;
  const { kind } = entry;
  const to = inCaseOf(written, entry);
  // French: “d’Inès” is “de Camille”.
  const elided = /(?:^|[^\p{L}])([dlnjmtsc]|qu)['’]$/iu.exec(text.slice(Math.max(0, at - 4), at));
  const consonant = elided && /^[b-df-gj-np-tv-xz]/i.test(foldedStart(to));
  if (!consonant) return { at, length, to, kind };
  return { at: at - 1, length: length + 1, to: `e ${to}`, kind };
}

const foldedStart = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').trimStart();

function inCaseOf(written: string, { from, to, takesCase }: Entry): string {
  if (!takesCase || written === from) return to;
  if (isUpper(written) && written.length > 1) return to.toUpperCase();
  return isLower(written) ? to.toLowerCase() : to;
}
