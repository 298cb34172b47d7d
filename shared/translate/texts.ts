import type { AnyDoc } from '../model/document';
import {
  placeKey,
  type TextLang,
  type TextPlace,
  type TranslatedDoc,
  type Translation,
  type TranslationId,
} from '../model/translation';
import { hashText } from '../redact/draw';
import type { TextRole } from '../redact/fields';
import { placedTexts, withTexts } from '../redact/textPlaces';

/** How a text stands to its translation: there is none, it was made of another text, it is up to date. */
export type TranslationState = 'missing' | 'stale' | 'fresh';

/** One text of a document beside what it says in another language. */
export interface TextLine extends TextPlace {
  readonly source: string;
  /** Empty where it is missing. */
  readonly text: string;
  readonly state: TranslationState;
  /** What the text was when it was translated; empty where it is missing. */
  readonly madeOf: string;
  /** Longest that its translation may be, in UTF-16 units. */
  readonly most: number;
}

/** Names of people, clients and places are what they are in every language. */
const WORDS: ReadonlySet<TextRole> = new Set(['text', 'verbatim', 'source', 'sourceNote']);

/** The translations of a document into a language, by the place of their text. */
function translationsInto(doc: AnyDoc, lang: TextLang): ReadonlyMap<string, Translation> {
  const { translations = {} } = doc as Partial<TranslatedDoc>;
  const into = Object.values<Translation>(translations).filter((one) => one.lang === lang);
  return new Map(into.map((one) => [placeKey(one), one]));
}

/** Every text of a document that has words to translate, in the order of its places. */
export function textLines(doc: AnyDoc, lang: TextLang): readonly TextLine[] {
  const known = translationsInto(doc, lang);
  return placedTexts(doc).flatMap(({ role, text: source, ...at }): readonly TextLine[] => {
    if (!WORDS.has(role) || !/\p{L}/u.test(source)) return [];
    const place = { ...at, lang };
    const made = known.get(placeKey(place));
    const state = !made ? 'missing' : made.source === source ? 'fresh' : 'stale';
    return [{ ...place, source, text: made?.text ?? '', state, madeOf: made?.source ?? '' }];
  });
}

/** Id of the translation of a place: the same in every copy, so that what is translated apart merges. */
export const translationId = (place: TextPlace): TranslationId =>
  `t${hashText(placeKey(place)).slice(0, 31)}` as TranslationId;

/**
 * A document as it reads in a language: each text that is translated into it says its translation, a stale one too, since nothing better is
 * there; every other stays. A document without translations into a language is returned as it is: it may be written in it.
 */
export function inLanguage<Doc extends AnyDoc>(doc: Doc, lang: TextLang): Doc {
  const known = translationsInto(doc, lang);
  if (known.size === 0) return doc;
  // An emptied text has nothing to say in any language.
  return withTexts(doc, (place, source) =>
    source.trim() === '' ? undefined : known.get(placeKey({ ...place, lang }))?.text,
  );
}

/** A document that `inLanguage` gave, as it was written: each text that is a translation says what it was made of. */
export function outOfLanguage<Doc extends AnyDoc>(doc: Doc, lang: TextLang): Doc {
  const known = translationsInto(doc, lang);
  const tags = new Map(
    [...known.values()].filter(({ where }) => where === 'tags').map((one) => [one.text, one.source]),
  );
  return withTexts(doc, (place, text) => {
    if (place.where === 'tags') return tags.get(text);
    const made = known.get(placeKey({ ...place, lang }));
    return made?.text === text ? made.source : undefined;
  });
}

/** True for a document of which something is translated into a language. */
export const speaks = (doc: AnyDoc, lang: TextLang): boolean => translationsInto(doc, lang).size > 0;

/** How many texts of documents are missing in a language, and how many are stale; of documents that are translated into it at all. */
export function openTexts(
  docs: readonly AnyDoc[],
  lang: TextLang,
): { readonly missing: number; readonly stale: number } {
  const lines = docs.flatMap((doc) => (speaks(doc, lang) ? textLines(doc, lang) : []));
  const count = (state: TranslationState) => lines.filter((line) => line.state === state).length;
  return { missing: count('missing'), stale: count('stale') };
}
