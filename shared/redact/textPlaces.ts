import type { z } from '../base/schema';
import { docType } from '../boards/docTypes';
import { type FieldSet, shapeOf } from '../document/docShape';
import type { AnyDoc } from '../model/document';
import { MAX_TEXT, text } from '../model/fields';
import { asTags, MAX_TAG, type NoteImage, pictureField, tagList } from '../model/note';
import type { TextPlace } from '../model/translation';
import { hashText } from './draw';
import { type Fields, roleOf, type TextRole } from './fields';

/** How texts stand in a field: as it is, as a list of words each of which has its place, as tags, as what a picture shows. */
export type FieldKind = 'text' | 'words' | 'tags' | 'picture';

/** What a field holds, by its schema; null where that is no text of a person. Every field that holds one is of one of these kinds (a test looks at every schema). */
export function fieldKind(schema: z.ZodType | undefined): FieldKind | null {
  if (schema === text) return 'text';
  if (schema === tagList) return 'tags';
  if (schema === pictureField) return 'picture';
  return (schema as { readonly element?: unknown } | undefined)?.element === text ? 'words' : null;
}

/** Where a text stands in its document. A tag stands in `tags` once for the whole document, a word of a list of the document in a collection called like that. */
export type PlaceOfText = Pick<TextPlace, 'where' | 'entityId' | 'field'>;

export interface PlacedText extends PlaceOfText {
  readonly text: string;
  readonly role: TextRole;
  /** Longest that it may be, in UTF-16 units. */
  readonly most: number;
}

/** Place of a tag: it follows from the tag, so that every copy finds it. */
export const tagPlace = (tag: string): PlaceOfText => ({
  where: 'tags',
  entityId: `x${hashText(tag).slice(0, 31)}`,
  field: 'tag',
});

/** Place of a word of a list that the document itself holds, by its position in it. */
const wordPlace = (field: string, at: number): PlaceOfText => ({ where: field, entityId: `${at}`, field: 'word' });

/** True for places that belong to no entity and no field of the document: their `entityId` is no id. */
export const isWordPlace = ({ where, field }: Pick<PlaceOfText, 'where' | 'field'>): boolean =>
  field === 'word' || (where === 'tags' && field === 'tag');

type Entities = Readonly<Record<string, Readonly<Record<string, Fields>>>>;

const byOrder = (one: readonly [string, Fields], other: readonly [string, Fields]): number => {
  const [a, b] = [String(one[1].order ?? ''), String(other[1].order ?? '')];
  if (a === b) return one[0] < other[0] ? -1 : 1;
  return a < b ? -1 : 1;
};

/** Every text of a document, empty ones too: its own first, then those of its entities, each kind in its order, then its tags. Translations are none. */
export function placedTexts(doc: AnyDoc): readonly PlacedText[] {
  const shape = shapeOf(docType<AnyDoc>(doc.kind));
  const tags = new Set<string>();
  const textsOf = (where: string, entityId: string, fields: Fields, set: FieldSet): readonly PlacedText[] =>
    set.names.flatMap((field): readonly PlacedText[] => {
      const value = fields[field];
      switch (fieldKind(set.fields[field])) {
        case 'text':
          return typeof value === 'string'
            ? [{ where, entityId, field, text: value, role: roleOf(doc, where, field, fields), most: MAX_TEXT }]
            : [];
        case 'picture':
          return value
            ? [{ where, entityId, field, text: (value as NoteImage).alt, role: 'text', most: MAX_TEXT }]
            : [];
        case 'words':
          return (value as readonly string[]).map((word, at) => ({
            ...wordPlace(field, at),
            ...{ text: word, role: 'text', most: MAX_TEXT },
          }));
        case 'tags':
          for (const tag of value as readonly string[]) tags.add(tag);
          return [];
        default:
          return [];
      }
    });
  const collections = doc as unknown as Entities;
  return [
    ...textsOf('info', '', doc.info as Fields, shape.info),
    ...[...shape.collections].flatMap(([where, set]) =>
      where === 'translations'
        ? []
        : Object.entries(collections[where] ?? {})
            .sort(byOrder)
            .flatMap(([id, fields]) => textsOf(where, id, fields, set)),
    ),
    ...[...tags].sort().map((tag): PlacedText => ({ ...tagPlace(tag), text: tag, role: 'text', most: MAX_TAG })),
  ];
}

/** Says a text anew; undefined where it stays. */
export type Say = (place: PlaceOfText, text: string) => string | undefined;

/** A document that says each text as `say` does; what stays is the same object. Tags are kept short, without doubles and empty ones. */
export function withTexts<Doc extends AnyDoc>(doc: Doc, say: Say): Doc {
  const shape = shapeOf(docType<AnyDoc>(doc.kind));
  // A tag is asked for once, however many entities bear it.
  const tags = new Map<string, string>();
  const sayTag = (tag: string): string => {
    const to = tags.get(tag) ?? say(tagPlace(tag), tag) ?? tag;
    tags.set(tag, to);
    return to;
  };
  const said = (where: string, entityId: string, fields: Fields, set: FieldSet): Fields => {
    const changes = set.names.flatMap((field) => {
      const value = fields[field];
      const to = saidValue({ where, entityId, field }, value, fieldKind(set.fields[field]), { say, sayTag });
      return to === value ? [] : [[field, to] as const];
    });
    return changes.length === 0 ? fields : { ...fields, ...Object.fromEntries(changes) };
  };
  const collections = doc as unknown as Entities;
  const changed: Record<string, unknown> = { info: said('info', '', doc.info as Fields, shape.info) };
  for (const [where, set] of shape.collections) {
    if (where === 'translations') continue;
    const before = collections[where] ?? {};
    const all = Object.entries(before).map(([id, fields]) => [id, said(where, id, fields, set)] as const);
    if (all.some(([id, fields]) => fields !== before[id])) changed[where] = Object.fromEntries(all);
  }
  return { ...doc, ...changed };
}

interface Sayings {
  readonly say: Say;
  readonly sayTag: (tag: string) => string;
}

/** The value of a field as it is said; the same value where nothing of it is said anew. */
function saidValue(place: PlaceOfText, value: unknown, kind: FieldKind | null, { say, sayTag }: Sayings): unknown {
  if (kind === 'text') return typeof value === 'string' ? (say(place, value) ?? value) : value;
  if (kind === 'picture') {
    const picture = value as NoteImage | null;
    const alt = picture ? say(place, picture.alt) : undefined;
    return alt === undefined || alt === picture?.alt ? value : { ...picture, alt };
  }
  if (kind === null) return value;
  const words = value as readonly string[];
  const to = words.map((word, at) =>
    kind === 'tags' ? sayTag(word) : (say(wordPlace(place.field, at), word) ?? word),
  );
  if (to.every((word, at) => word === words[at])) return value;
  return kind === 'tags' ? asTags(to) : to;
}
