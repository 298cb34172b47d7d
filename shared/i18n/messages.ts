import type { Lang } from './lang';

/** Values for the places of a message; `count` chooses the plural. */
export type MessageValues = Readonly<Record<string, string | number>>;

/**
 * Makes the function that looks up `messages`, which are those of one language or a part of them.
 *
 * A message is a text with places for values, `{{name}}`, and may take in another one, `$t(common.fault.{{reason}})`. Where the values hold a
 * `count`, the endings `_zero`, `_one`, `_many`, `_other` of its key choose its form by the rules of the language (`Intl.PluralRules`;
 * `_zero` for none at all), and it is written as the language writes numbers. A place whose value is not given stays as it is written; what is put into one is never
 * read as a message.
 *
 * @returns the text of a key; the key itself when `messages` have none
 */
export function translatorOf<Key extends string>(
  lang: Lang,
  messages: object,
): (key: Key, values?: MessageValues) => string {
  // A layout asks for hundreds of them, most of them again and again.
  const known = new Map<string, Message | null>();
  let plurals: Intl.PluralRules | null = null;
  let numbers: Intl.NumberFormat | null = null;
  const message = (key: string): Message | null => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const text = textOf(messages, key);
    const read = text === undefined ? null : readMessage(text);
    known.set(key, read);
    return read;
  };
  const formOf = (key: string, count: number): Message | null => {
    plurals ??= new Intl.PluralRules(lang);
    const none = count === 0 ? message(`${key}_zero`) : null;
    return none ?? message(`${key}_${plurals.select(count)}`) ?? message(key);
  };
  const counted = (values: MessageValues): MessageValues => {
    if (typeof values.count !== 'number' || values.count < 1000) return values;
    numbers ??= new Intl.NumberFormat(lang === 'fr' ? 'fr-FR' : 'en-GB');
    return { ...values, count: numbers.format(values.count) };
  };
  const say = (key: string, given: MessageValues): string => {
    const { count } = given;
    const found = typeof count === 'number' ? formOf(key, count) : message(key);
    const values = counted(given);
    if (!found) return key;
    let text = found.start;
    for (const { name, isMessage, then } of found.places) {
      text += isMessage ? say(filled(name, values), given) : valueNamed(name, values);
      text += then;
    }
    return text;
  };
  return (key, values = NO_VALUES) => say(key, values);
}

const NO_VALUES: MessageValues = {};

/** A message taken apart: its text up to its first place, and what follows each of its places. */
interface Message {
  readonly start: string;
  readonly places: readonly { readonly name: string; readonly isMessage: boolean; readonly then: string }[];
}

const PLACE = /\{\{(\w+)\}\}|\$t\(([^)]*)\)/;

function readMessage(text: string): Message {
  // What stands between, the name of a value, the key of a message; again for each place.
  const parts = text.split(PLACE);
  const places: { name: string; isMessage: boolean; then: string }[] = [];
  for (let at = 1; at < parts.length; at += 3) {
    const [value, key, then = ''] = parts.slice(at, at + 3);
    places.push({ name: value ?? key ?? '', isMessage: value === undefined, then });
  }
  return { start: parts[0] ?? '', places };
}

const filled = (text: string, values: MessageValues): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => valueNamed(name, values));

const valueNamed = (name: string, values: MessageValues): string => String(values[name] ?? `{{${name}}}`);

function textOf(messages: object, key: string): string | undefined {
  let found: unknown = messages;
  for (const part of key.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, part)) return undefined;
    found = (found as Readonly<Record<string, unknown>>)[part];
  }
  return typeof found === 'string' ? found : undefined;
}
