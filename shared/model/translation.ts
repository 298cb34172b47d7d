import { ID_PATTERN, type Id, isId } from '../base/ids';
import { z } from '../base/schema';
import { defineCommand } from '../document/command';
import { cleanText } from './cleanText';
import type { AnyDoc, Json, Migration } from './document';
import { idOf, recordOf, text } from './fields';
import { peek } from './orderKey';

export type TranslationId = Id<'Translation'>;

/** Languages that texts are translated into. */
export const TEXT_LANGS = ['fr', 'en'] as const;
export type TextLang = (typeof TEXT_LANGS)[number];

const fieldName = z.string().regex(/^[A-Za-z]{1,40}$/);

/** What one text of a document says in another language. It stands in the document whose text it is, and goes where that goes. */
const translation = z.strictObject({
  id: idOf<TranslationId>(),
  /** Collection of the text, or `info`; the entity that holds it, or empty; its field. */
  where: fieldName,
  entityId: z.union([z.literal(''), z.string().regex(ID_PATTERN)]),
  field: fieldName,
  /** Language of `text`. */
  lang: z.enum(TEXT_LANGS),
  /** The text that was translated: where it says something else today, the translation is stale. */
  source: text,
  text,
});
export type Translation = z.infer<typeof translation>;

/** Schema of the collection, the same for every kind of document. */
export const translationsSchema = recordOf(idOf<TranslationId>(), translation);

/** A document that can hold translations: each of the present schemas does. */
export interface TranslatedDoc extends AnyDoc {
  readonly translations: Readonly<Record<TranslationId, Translation>>;
}

/** The step to the schema that knows translations: there are none yet. */
export const withTranslations = (to: number): Migration => ({
  to,
  up: (doc) => ({ ...doc, translations: (doc.translations ?? {}) as Json }),
});

/** Which text is meant: its place in its document, and the language wanted. */
export type TextPlace = Pick<Translation, 'where' | 'entityId' | 'field' | 'lang'>;

export const placeKey = ({ where, entityId, field, lang }: TextPlace): string =>
  [where, entityId, field, lang].join(' ');

export interface TranslateTexts {
  /** `id` is taken where the place has no translation yet; an empty `text` takes the translation away. */
  readonly texts: readonly (TextPlace & Pick<Translation, 'source' | 'text'> & { readonly id: TranslationId })[];
}

/** Writes what texts say in another language, each with the text it was made of. */
export const translateTexts = defineCommand<TranslatedDoc, TranslateTexts>('translation.set', (draft, { texts }) => {
  const known = new Map(Object.values<Translation>(peek(draft.translations)).map((one) => [placeKey(one), one.id]));
  for (const { id: fresh, ...given } of texts) {
    const id = known.get(placeKey(given)) ?? fresh;
    if (!isId(id)) continue;
    const wanted = { ...given, source: cleanText(given.source), text: cleanText(given.text) };
    const all = draft.translations as Record<TranslationId, Translation>;
    if (wanted.text.trim() === '') {
      if (Object.hasOwn(peek(all), id)) delete all[id];
      continue;
    }
    all[id] = { id, ...wanted };
    known.set(placeKey(wanted), id);
  }
});
