import { redact as en } from '../i18n/en/redact';
import { redact as fr } from '../i18n/fr/redact';
import type { Lang } from '../i18n/lang';
import { type MessageValues, translatorOf } from '../i18n/messages';
import type { Leaf } from '../i18n/translate';

/** A message of the client-safe copy, e.g. `option.names`. */
export type RedactWord = Leaf<typeof fr>;
export type RedactWords = (word: RedactWord, values?: MessageValues) => string;

const known = new Map<Lang, RedactWords>();

/** The words of a client-safe copy and of its dialog, which no start reads. The same function for the same language. */
export function redactWords(lang: Lang): RedactWords {
  const words = known.get(lang) ?? translatorOf<RedactWord>(lang, lang === 'fr' ? fr : en);
  known.set(lang, words);
  return words;
}
