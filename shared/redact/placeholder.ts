import type { RedactChoices } from './choices';
import type { Phrase } from './phrases';
import { redactWords } from './redactWords';
import { tokensOf } from './tokens';

/** Texts up to these lengths, in UTF-16 units, are short, and neither short nor long. */
const SHORT = 60;
const MEDIUM = 160;
/** A saying of fewer words may be anybody's. */
const LEAST_WORDS = 5;

/** What stands in place of what somebody said: it tells how long it was, and nothing else. */
export function placeholder(said: string, lang: RedactChoices['lang']): string {
  const length = said.trim().length;
  return redactWords(lang)(`copy.${length <= SHORT ? 'short' : length <= MEDIUM ? 'medium' : 'long'}`);
}

/** Sayings as they may be quoted in other texts. */
export const sayingPhrases = (said: Iterable<string>, lang: RedactChoices['lang']): readonly Phrase[] =>
  [...new Set(said)]
    .filter((text) => tokensOf(text).length >= LEAST_WORDS)
    .map((from) => ({ from, to: placeholder(from, lang), kind: 'verbatims', takesCase: false, inLowerCase: true }));
