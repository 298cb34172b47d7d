import { PARTICLES } from './names';
import { isFirstName } from './people';
import type { LookAgain, RedactPlace } from './report';
import { foldWord, isCapitalised, isLower, isUpper, tokensOf } from './tokens';

/** A text of the copy, as far as nothing was replaced in it. */
export interface LeftText {
  readonly place: RedactPlace;
  readonly parts: readonly string[];
}

const CALENDAR =
  'lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday saturday sunday janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre january february march april may june july august september october november december internet web google english french francais anglais';
const NOT_NAMES: ReadonlySet<string> = new Set(CALENDAR.split(' '));

/** In quotation marks, four words at least. */
const QUOTED = /[«“"]\s*([^«»“”"]*?\S(?:\s+\S+){3,}?[^«»“”"]*?)\s*[»”"]/g;

/**
 * What somebody should look at again in a copy: words with a capital inside a sentence that are never written without one, known first names
 * wherever they stand, names in small letters that were left as everyday words (`homographs`, folded), and, with `quotes`, sentences in quotation marks.
 */
export function lookAgain(
  texts: readonly LeftText[],
  homographs: ReadonlySet<string>,
  quotes: boolean,
): readonly LookAgain[] {
  const found = new Map<string, { first: LookAgain; count: number }>();
  const note = (place: RedactPlace, reason: LookAgain['reason'], text: string) => {
    const key = `${reason} ${foldWord(text)}`;
    const known = found.get(key);
    if (known) known.count += 1;
    else found.set(key, { first: { ...place, reason, text, count: 1 }, count: 1 });
  };
  const words = new Set<string>();
  const scanned = texts.map(({ place, parts }) => ({
    place,
    parts: parts.map((text) => ({ text, tokens: tokensOf(text) })),
  }));
  for (const { parts } of scanned)
    for (const { tokens } of parts) for (const token of tokens) if (isLower(token.text)) words.add(token.folded);
  for (const { place, parts } of scanned)
    for (const { text, tokens } of parts) {
      for (const { text: word, folded, at } of tokens) {
        if (isLower(word)) {
          if (homographs.has(folded)) note(place, 'lowercase', word);
        } else if (isCapitalised(word) && word.length > 2 && !(isUpper(word) && (word.length < 5 || isUpper(text)))) {
          const isPlain = words.has(folded) || PARTICLES.has(folded) || NOT_NAMES.has(folded);
          if (isFirstName(word) || (!isPlain && isInside(text, at))) note(place, 'name', word);
        }
      }
      if (quotes) for (const match of text.matchAll(QUOTED)) note(place, 'quoted', match[1] ?? '');
    }
  return [...found.values()].map(({ first, count }) => ({ ...first, count }));
}

/** True for a place where a sentence does not begin. */
const isInside = (text: string, at: number): boolean =>
  /[\p{L}\p{N},’'’)\]][\s\u00A0\u202F’'’(-]*$/u.test(text.slice(Math.max(0, at - 6), at));
