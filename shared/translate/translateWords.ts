import { translate as en } from '../i18n/en/translate';
import { translate as fr } from '../i18n/fr/translate';
import type { Lang } from '../i18n/lang';
import { type MessageValues, translatorOf } from '../i18n/messages';
import type { Leaf } from '../i18n/translate';

/** A message about translations, e.g. `title`. */
export type TranslateWord = Leaf<typeof fr>;
export type TranslateWords = (word: TranslateWord, values?: MessageValues) => string;

const known = new Map<Lang, TranslateWords>();

/** The words about translations, which no start reads. The same function for the same language. */
export function translateWords(lang: Lang): TranslateWords {
  const words = known.get(lang) ?? translatorOf<TranslateWord>(lang, lang === 'fr' ? fr : en);
  known.set(lang, words);
  return words;
}
