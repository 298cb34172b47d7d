/** A word of a text: a run of letters, a run of figures, or one sign of a script that does not part its words. */
export interface Token {
  readonly at: number;
  readonly text: string;
  /** Without accents and case: `Œuvre` is `oeuvre`. */
  readonly folded: string;
}

const UNPARTED = '[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmr}\\p{sc=Mymr}]';
const TOKEN = new RegExp(`${UNPARTED}\\p{M}*|(?:(?!${UNPARTED})\\p{L}\\p{M}*)+|\\p{N}+`, 'gu');

/** A word without accents and case, whichever way they are written. */
export const foldWord = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss');

/** The words of a text, in order. */
export const tokensOf = (text: string): readonly Token[] =>
  Array.from(text.matchAll(TOKEN), ({ 0: word, index }) => ({ at: index, text: word, folded: foldWord(word) }));

/** What stands between two words of one name: nothing much. */
export const isLooseGap = (gap: string): boolean => /^[\s\u00A0\u202F'’._\-\u2010\u2011]{0,3}$/u.test(gap);

export const isUpper = (word: string): boolean => word === word.toUpperCase() && word !== word.toLowerCase();
export const isLower = (word: string): boolean => word === word.toLowerCase() && word !== word.toUpperCase();
export const isCapitalised = (word: string): boolean => {
  const first = Array.from(word)[0] ?? '';
  return first !== first.toLowerCase();
};
