import i18next, { type i18n } from 'i18next';
import type { Lang } from './lang';

/** Values for the places of a message; `count` chooses the plural. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** Makes the function that looks up `messages`, which are those of one language or a part of them. */
export function translatorOf<Key extends string>(
  lang: Lang,
  messages: object,
): (key: Key, values?: MessageValues) => string {
  // A layout asks for hundreds: those without a value to put in need no engine, and the engine no start.
  const plain = new Map<Key, string>();
  let engine: i18n | null = null;
  return (key, values) => {
    const ready = values ? undefined : plain.get(key);
    if (ready !== undefined) return ready;
    const text = values ? undefined : plainMessage(messages, key);
    if (text === undefined) {
      engine ??= engineOf(lang, messages);
      return engine.t(key, values as Record<string, unknown>);
    }
    plain.set(key, text);
    return text;
  };
}

function engineOf(lang: Lang, messages: object): i18n {
  const engine = i18next.createInstance();
  void engine.init({
    lng: lang,
    fallbackLng: false,
    initAsync: false,
    resources: { [lang]: { translation: messages } },
    // React text nodes and painters write text as text; escaping here would show entities to users.
    interpolation: { escapeValue: false },
  });
  return engine;
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
