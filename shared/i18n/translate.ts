import { en } from './en';
import { fr } from './fr';
import type { Lang } from './lang';
import { type MessageValues, translatorOf } from './messages';

export { LANGUAGES, type Lang } from './lang';

type PluralSuffix = '_zero' | '_one' | '_many' | '_other';
type WithoutPlural<K extends string> = K extends `${infer Base}${PluralSuffix}` ? Base : K;
/** Keys of a tree of messages, joined by dots, without the endings of plurals. */
export type Leaf<T, Prefix extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Prefix}${WithoutPlural<K>}` : Leaf<T[K], `${Prefix}${K}.`>;
}[keyof T & string];

/** Every message of the app, e.g. `journey.lane.actions`; a missing or misspelt key does not compile. */
export type MessageKey = Leaf<typeof fr>;
export type { MessageValues };
/** Looks a message up; `values.count` chooses the plural. */
export type TranslateFn = (key: MessageKey, values?: MessageValues) => string;

const translators = new Map<Lang, TranslateFn>();

/** The translator of a language: same keys in the app, its menu, its posters and its command line. The same function for the same language. */
export function translator(lang: Lang): TranslateFn {
  const known = translators.get(lang);
  if (known) return known;
  const translate = translatorOf<MessageKey>(lang, lang === 'fr' ? fr : en);
  translators.set(lang, translate);
  return translate;
}
