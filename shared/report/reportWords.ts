import { report as en } from '../i18n/en/report';
import { report as fr } from '../i18n/fr/report';
import type { Lang } from '../i18n/lang';
import { type MessageValues, translatorOf } from '../i18n/messages';
import type { Leaf } from '../i18n/translate';

/** A message of the report, e.g. `part.plan`. */
export type ReportWord = Leaf<typeof fr>;
export type ReportWords = (word: ReportWord, values?: MessageValues) => string;

const known = new Map<Lang, ReportWords>();

/** The words of a report and of its dialog, which no start reads. The same function for the same language. */
export function reportWords(lang: Lang): ReportWords {
  const words = known.get(lang) ?? translatorOf<ReportWord>(lang, lang === 'fr' ? fr : en);
  known.set(lang, words);
  return words;
}
