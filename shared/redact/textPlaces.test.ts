import { expect, it } from 'vitest';
import { ID_PATTERN, type Id } from '../base/ids';
import { z } from '../base/schema';
import { DOC_KINDS, docType } from '../boards/docTypes';
import { shapeOf } from '../document/docShape';
import { places as en } from '../i18n/en/places';
import { places as fr } from '../i18n/fr/places';
import type { AnyDoc } from '../model/document';
import { orderKey, text } from '../model/fields';
import { sampleWorkshop } from '../sample/sampleWorkshop';
import { fieldKind, placedTexts, withTexts } from './textPlaces';

/** Strings that would take words, but are none: where something stands, which preset a persona is, what kind of thing a link leads to. */
const NO_TEXT: readonly RegExp[] = [/^persona\.info\.template$/, /\.links\[\]\.kind$/];
const takesWords = (schema: z.ZodType): boolean => schema !== orderKey && schema.safeParse('Deux mots').success;

/** Members of zod's schemas that its type hides. */
interface Inside {
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly options?: readonly unknown[];
  readonly def?: { readonly innerType?: z.ZodType };
}

/** Every string that a schema lets somebody store, by its path. */
function stringsOf(schema: z.ZodType, path: string): readonly { readonly path: string; readonly schema: z.ZodType }[] {
  const { shape, element, valueType, options, def } = schema as unknown as Inside;
  if (schema instanceof z.ZodString) return [{ path, schema }];
  if (shape) return Object.entries(shape).flatMap(([name, one]) => stringsOf(one, path ? `${path}.${name}` : name));
  if (element) return stringsOf(element, `${path}[]`);
  if (valueType) return stringsOf(valueType, `${path}{}`);
  if (def?.innerType) return stringsOf(def.innerType, path);
  return (options ?? []).flatMap((one) => (one instanceof z.ZodType ? stringsOf(one, path) : []));
}

/** Strings of a field that are in no place. */
function placeless(schema: z.ZodType, path: string): readonly string[] {
  const kind = fieldKind(schema);
  const known = { text: path, words: `${path}[]`, tags: `${path}[]`, picture: `${path}.alt` };
  return stringsOf(schema, path)
    .filter((one) => takesWords(one.schema) && !(kind && one.path === known[kind]))
    .map((one) => one.path)
    .filter((one) => !NO_TEXT.some((pattern) => pattern.test(one)));
}

it('every text of the model has a place, so that it is translated and no client-safe copy lets it through', () => {
  for (const kind of DOC_KINDS) {
    const { info, collections } = shapeOf(docType<AnyDoc>(kind));
    const sets = [...collections, ['info', info] as const].filter(([where]) => where !== 'translations');
    for (const [where, { fields }] of sets)
      for (const [name, schema] of Object.entries(fields))
        expect(placeless(schema, `${kind}.${where}.${name}`)).toEqual([]);
    // Words of a list are told apart by their position: only a document itself has one.
    const lists = sets.filter(([, { fields }]) => Object.values(fields).some((one) => fieldKind(one) === 'words'));
    expect(lists.every(([where]) => where === 'info')).toBe(true);
  }
});

it('a new text that is in no place is found', () => {
  const hidden = { label: z.strictObject({ said: text }), lines: z.array(z.string().max(9)), named: z.string() };
  for (const [name, schema] of Object.entries(hidden)) expect(placeless(schema, `kind.info.${name}`)).toHaveLength(1);
  expect(placeless(text, 'kind.info.title')).toEqual([]);
});

it('every place has a name in both languages, every text one place, and is said anew there alone', () => {
  let made = 0;
  const newId = <T extends Id<string>>(): T => `s${++made}` as T;
  const { docs, workshop } = sampleWorkshop({ lang: 'fr', newId, date: '2026-11-27' });
  for (const doc of [workshop, ...Object.values(docs)] as AnyDoc[]) {
    const [image, tags] = [{ asset: 'a'.repeat(64), width: 1, height: 1, alt: 'Une paire' }, ['terrain', 'à voir']];
    const info = { ...doc.info, ...('emotionWords' in doc.info ? { emotionWords: ['', 'ravie'] } : {}) };
    const notes = Object.entries((doc as { readonly notes?: object }).notes ?? {});
    const full = { ...doc, info, ...(notes.length > 0 ? { notes: fromNotes(notes, { image, tags }) } : {}) } as AnyDoc;
    const texts = placedTexts(full);
    for (const { where, entityId } of texts) {
      expect(Object.keys(fr)).toContain(where);
      expect(Object.keys(en)).toContain(where);
      expect(entityId === '' || ID_PATTERN.test(entityId)).toBe(true);
    }
    const key = ({ where, entityId, field }: { where: string; entityId: string; field: string }) =>
      [where, entityId, field].join('/');
    expect(new Set(texts.map(key)).size).toBe(texts.length);
    expect(withTexts(full, () => undefined)).toEqual(full);
    for (const one of texts.filter(
      ({ where, field }) => /^(tags|emotionWords|info)$/.test(where) || field === 'image',
    )) {
      const after = placedTexts(withTexts(full, (place) => (key(place) === key(one) ? 'autrement' : undefined)));
      expect(after.filter(({ text: said }) => said === 'autrement')).toHaveLength(1);
    }
  }
});

const fromNotes = (notes: readonly (readonly [string, unknown])[], more: object) =>
  Object.fromEntries(notes.map(([id, note], at) => [id, { ...(note as object), ...(at < 3 ? more : {}) }]));
