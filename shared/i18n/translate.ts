import i18next, { type i18n } from 'i18next';
import { en } from './en';
import { fr } from './fr';

export const LANGUAGES = ['fr', 'en'] as const;
export type Lang = (typeof LANGUAGES)[number];

type PluralSuffix = '_zero' | '_one' | '_many' | '_other';
type WithoutPlural<K extends string> = K extends `${infer Base}${PluralSuffix}` ? Base : K;
type Leaf<T, Prefix extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Prefix}${WithoutPlural<K>}` : Leaf<T[K], `${Prefix}${K}.`>;
}[keyof T & string];

/** Every message of the app, e.g. `journey.lane.actions`; a missing or misspelt key does not compile. */
export type MessageKey = Leaf<typeof fr>;
export type MessageValues = Readonly<Record<string, string | number>>;
/** Looks a message up; `values.count` chooses the plural. */
export type TranslateFn = (key: MessageKey, values?: MessageValues) => string;

const instances = new Map<Lang, i18n>();

function instanceOf(lang: Lang): i18n {
  const known = instances.get(lang);
  if (known) return known;
  const instance = i18next.createInstance();
  void instance.init({
    lng: lang,
    fallbackLng: false,
    initAsync: false,
    resources: { [lang]: { translation: lang === 'fr' ? fr : en } },
    // React text nodes and painters write text as text; escaping here would show entities to users.
    interpolation: { escapeValue: false },
  });
  instances.set(lang, instance);
  return instance;
}

const translators = new Map<Lang, TranslateFn>();

/** The translator of a language: same keys in the app, its menu, its posters and its command line. The same function for the same language. */
export function translator(lang: Lang): TranslateFn {
  const known = translators.get(lang);
  if (known) return known;
  const messages = lang === 'fr' ? fr : en;
  // A layout asks for hundreds: those without a value to put in need no engine, and the engine no start.
  const plain = new Map<MessageKey, string>();
  const translate: TranslateFn = (key, values) => {
    const ready = values ? undefined : plain.get(key);
    if (ready !== undefined) return ready;
    const text = values ? undefined : plainMessage(messages, key);
    if (text === undefined) return instanceOf(lang).t(key, values as Record<string, unknown>);
    plain.set(key, text);
    return text;
  };
  translators.set(lang, translate);
  return translate;
}

/** A message that is said as it is written; undefined when it has places for values, or a plural to choose. */
function plainMessage(messages: object, key: string): string | undefined {
  let found: unknown = messages;
  for (const part of key.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, part)) return undefined;
    found = (found as Readonly<Record<string, unknown>>)[part];
  }
  return typeof found === 'string' && !found.includes('{{') ? found : undefined;
}
