import { docType } from '../boards/docTypes';
import { type FieldSet, shapeOf } from '../document/docShape';
import type { AnyDoc } from '../model/document';
import { text } from '../model/fields';
import {
  placeKey,
  type TextLang,
  type TextPlace,
  type TranslatedDoc,
  type Translation,
  type TranslationId,
} from '../model/translation';
import { hashText } from '../redact/draw';
import { type Fields, roleOf, type TextRole } from '../redact/fields';

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
}

/** Names of people, clients and places are what they are in every language. */
const WORDS: ReadonlySet<TextRole> = new Set(['text', 'verbatim', 'source', 'sourceNote']);

type Entities = Readonly<Record<string, Readonly<Record<string, Fields>>>>;

const byOrder = (one: readonly [string, Fields], other: readonly [string, Fields]): number => {
  const [a, b] = [String(one[1].order ?? ''), String(other[1].order ?? '')];
  if (a === b) return one[0] < other[0] ? -1 : 1;
  return a < b ? -1 : 1;
};

/** The translations of a document into a language, by the place of their text. */
function translationsInto(doc: AnyDoc, lang: TextLang): ReadonlyMap<string, Translation> {
  const { translations = {} } = doc as Partial<TranslatedDoc>;
  const into = Object.values<Translation>(translations).filter((one) => one.lang === lang);
  return new Map(into.map((one) => [placeKey(one), one]));
}

/** Every text of a document that has words to translate: its own first, then those of its entities, each kind in its order. */
export function textLines(doc: AnyDoc, lang: TextLang): readonly TextLine[] {
  const shape = shapeOf(docType<AnyDoc>(doc.kind));
  const known = translationsInto(doc, lang);
  const linesOf = (where: string, entityId: string, fields: Fields, set: FieldSet): readonly TextLine[] =>
    set.names.flatMap((field): readonly TextLine[] => {
      const source = fields[field];
      if (set.fields[field] !== text || typeof source !== 'string' || !/\p{L}/u.test(source)) return [];
      if (!WORDS.has(roleOf(doc, where, field, fields))) return [];
      const place: TextPlace = { where, entityId, field, lang };
      const made = known.get(placeKey(place));
      const state = !made ? 'missing' : made.source === source ? 'fresh' : 'stale';
      return [{ ...place, source, text: made?.text ?? '', state, madeOf: made?.source ?? '' }];
    });
  const collections = doc as unknown as Entities;
  return [
    ...linesOf('info', '', doc.info as Fields, shape.info),
    ...[...shape.collections].flatMap(([where, set]) =>
      where === 'translations'
        ? []
        : Object.entries(collections[where] ?? {})
            .sort(byOrder)
            .flatMap(([id, fields]) => linesOf(where, id, fields, set)),
    ),
  ];
}

/** Id of the translation of a place: the same in every copy, so that what is translated apart merges. */
export const translationId = (place: TextPlace): TranslationId =>
  `t${hashText(placeKey(place)).slice(0, 31)}` as TranslationId;

/** The document with other words at some of its places; a place that holds none stays as it is. */
export function withWords<Doc extends AnyDoc>(
  doc: Doc,
  words: readonly (Pick<TextPlace, 'where' | 'entityId' | 'field'> & { readonly text: string })[],
): Doc {
  if (words.length === 0) return doc;
  const shape = shapeOf(docType<AnyDoc>(doc.kind));
  const copy = { ...doc } as unknown as Record<string, Record<string, unknown>>;
  for (const name of ['info', ...shape.collections.keys()]) copy[name] = { ...copy[name] };
  for (const { where, entityId, field, text: said } of words) {
    const set = where === 'info' ? shape.info : shape.collections.get(where);
    const record = (where === 'info' ? copy.info : copy[where]?.[entityId]) as Record<string, unknown> | undefined;
    const source = record?.[field];
    // An emptied text has nothing to say in any language.
    if (set?.fields[field] !== text || typeof source !== 'string' || source.trim() === '') continue;
    const changed = { ...record, [field]: said };
    if (where === 'info') copy.info = changed;
    else if (copy[where]) copy[where][entityId] = changed;
  }
  return copy as unknown as Doc;
}

/**
 * A document as it reads in a language: each text that is translated into it says its translation, a stale one too, since nothing better is
 * there; every other stays. A document without translations into a language is returned as it is: it may be written in it.
 */
export const inLanguage = <Doc extends AnyDoc>(doc: Doc, lang: TextLang): Doc =>
  withWords(doc, [...translationsInto(doc, lang).values()]);

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
