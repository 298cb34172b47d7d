import { docType } from '../boards/docTypes';
import { type FieldSet, shapeOf } from '../document/docShape';
import type { AnyDoc } from '../model/document';
import { text } from '../model/fields';

/** A text of a document that a person may look for. */
export interface DocText {
  /** Collection, or `info`. */
  readonly where: string;
  readonly field: string;
  /** Entity that holds it; empty for a field of the document itself. */
  readonly id: string;
  readonly text: string;
}

const textFields = new WeakMap<FieldSet, readonly string[]>();

/** Fields of free text and lists of words, by the schema: what a later schema adds is found too. */
function textFieldsOf(set: FieldSet): readonly string[] {
  let names = textFields.get(set);
  if (!names) {
    names = set.names.filter((name) => set.fields[name] === text || name === 'tags');
    textFields.set(set, names);
  }
  return names;
}

type Fields = Readonly<Record<string, unknown>>;

function textsIn(where: string, id: string, fields: Fields, names: readonly string[]): readonly DocText[] {
  return names.flatMap((field) => {
    const value = fields[field];
    const words = Array.isArray(value) ? value.join(', ') : value;
    return typeof words === 'string' && words.trim() !== '' ? [{ where, field, id, text: words }] : [];
  });
}

/** Every free text of a document, its own fields first: title, name, quotes, notes, sources, tags. */
export function docTexts(doc: AnyDoc): readonly DocText[] {
  const shape = shapeOf(docType<AnyDoc>(doc.kind));
  const own = textsIn('info', '', doc.info as Fields, textFieldsOf(shape.info));
  const collections = doc as unknown as Readonly<Record<string, Readonly<Record<string, Fields>>>>;
  const inside = [...shape.collections].flatMap(([name, set]) =>
    Object.entries(collections[name] ?? {}).flatMap(([id, entity]) => textsIn(name, id, entity, textFieldsOf(set))),
  );
  return [...own, ...inside];
}

interface Pictured {
  readonly image?: { readonly alt: string } | null;
  readonly photo?: { readonly alt: string } | null;
}

/** What pictures are said to show: part of a picture, not a text of its own. */
export function pictureTexts(doc: AnyDoc): readonly DocText[] {
  const alt = (where: string, id: string, { image, photo }: Pictured): readonly DocText[] => {
    const words = image?.alt ?? photo?.alt ?? '';
    return words.trim() === '' ? [] : [{ where, field: 'alt', id, text: words }];
  };
  const notes = 'notes' in doc ? Object.entries(doc.notes as Readonly<Record<string, Pictured>>) : [];
  return [...alt('info', '', doc.info as Pictured), ...notes.flatMap(([id, note]) => alt('notes', id, note))];
}
