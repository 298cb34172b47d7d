import { titleBlock as en } from '../i18n/en/titleBlock';
import { titleBlock as fr } from '../i18n/fr/titleBlock';
import type { Lang } from '../i18n/lang';
import { type MessageValues, translatorOf } from '../i18n/messages';
import type { Leaf } from '../i18n/translate';

/** A message about the title block of a workshop, e.g. `title`. */
type TitleBlockWord = Leaf<typeof fr>;
type TitleBlockWords = (word: TitleBlockWord, values?: MessageValues) => string;

const known = new Map<Lang, TitleBlockWords>();

/** The words about the title block of a workshop, which no start reads. The same function for the same language. */
export function titleBlockWords(lang: Lang): TitleBlockWords {
  const words = known.get(lang) ?? translatorOf<TitleBlockWord>(lang, lang === 'fr' ? fr : en);
  known.set(lang, words);
  return words;
}
