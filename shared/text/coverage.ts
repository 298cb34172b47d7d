import { splitAtEmoji } from './emoji';
import { splitAtSymbols } from './symbols';

/** What every embedded text face has a glyph for (a test compares it with the files); U+202F is made from the space. */
const COVERED =
  /^(?:[\n\u0020-\u007E\u00A0-\u00AC\u00AE-\u00B4\u00B6-\u0107\u010A-\u0113\u0116-\u011B\u011E-\u0123\u0126\u0127\u012A\u012B\u012E-\u0133\u0136\u0137\u0139-\u013E\u0141-\u0148\u0150-\u0155\u0158-\u015B\u015E-\u0165\u016A\u016B\u016E-\u017E\u0218-\u021B\u0237\u02C6\u02DA\u02DC\u02DD\u1E80-\u1E85\u1E9E\u1EF2\u1EF3\u2009\u2013\u2014\u2018-\u201A\u201C-\u201E\u2020\u2022\u2026\u202F\u2039\u203A\u2044\u20AC\u2212\u2215]|\u0300|\u0301|\u0303|\u0304|\u0308)*$/;

/** Characters of a text that no embedded font draws: a system font stands in, which may differ from one machine to the next. */
export function uncoveredCharacters(text: string): readonly string[] {
  if (COVERED.test(text)) return [];
  const runs = splitAtEmoji(text)?.runs ?? [text];
  const missing = new Set<string>();
  for (const run of runs) {
    const texts = splitAtSymbols(run)?.runs ?? [run];
    for (const character of texts.join('')) if (!COVERED.test(character)) missing.add(character);
  }
  return [...missing];
}
