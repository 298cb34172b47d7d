import { verbs as en } from '../i18n/en/verbs';
import { verbs as fr } from '../i18n/fr/verbs';
import type { Lang } from '../i18n/lang';
import { type MessageValues, translatorOf } from '../i18n/messages';
import type { Leaf } from '../i18n/translate';

/** A message of the commands that need no window, e.g. `usage.noFile`. */
export type VerbWord = Leaf<typeof fr>;
export type VerbWords = (word: VerbWord, values?: MessageValues) => string;

const known = new Map<Lang, VerbWords>();

/** The words of the commands that need no window, which no start of the app reads. The same function for the same language. */
export function verbWords(lang: Lang): VerbWords {
  const words = known.get(lang) ?? translatorOf<VerbWord>(lang, lang === 'fr' ? fr : en);
  known.set(lang, words);
  return words;
}
