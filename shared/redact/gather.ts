import { docType } from '../boards/docTypes';
import { type DocShape, shapeOf } from '../document/docShape';
import type { AnyDoc } from '../model/document';
import { text } from '../model/fields';
import { docTexts } from '../search/docTexts';
import { type Fields, roleOf, type TextRole } from './fields';
import { listedNames, type PeopleNamed } from './people';
import { placedTexts } from './textPlaces';
import { tokensOf } from './tokens';

/** A document of a workshop under its id. */
export type NamedDoc = readonly [id: string, doc: AnyDoc];

/** What the whole workshop says of people, before anything is changed. */
export interface Gathered {
  readonly personas: readonly { readonly name: string; readonly gender: string }[];
  readonly people: PeopleNamed;
  readonly sayings: readonly string[];
  /** Every word of every text, folded. */
  readonly words: ReadonlySet<string>;
}

export const shapeOfDoc = (doc: AnyDoc): DocShape => shapeOf(docType<AnyDoc>(doc.kind));

/** The records of a document: its own fields, then those of each entity. */
export function recordsOf(
  doc: AnyDoc,
): readonly { readonly where: string; readonly id: string; readonly fields: Fields }[] {
  const collections = doc as unknown as Readonly<Record<string, Readonly<Record<string, Fields>>>>;
  return [
    { where: 'info', id: '', fields: doc.info as Fields },
    ...docType(doc.kind).collections.flatMap((where) =>
      Object.entries(collections[where] ?? {}).map(([id, fields]) => ({ where, id, fields })),
    ),
  ];
}

/** Reads a workshop once: documents in the order in which they are numbered. */
export function gather(docs: readonly NamedDoc[]): Gathered {
  const byRole = new Map<TextRole | 'owner', string[]>();
  const add = (role: TextRole | 'owner', value: string) => byRole.set(role, [...(byRole.get(role) ?? []), value]);
  const participants: string[] = [];
  const words = new Set<string>();
  for (const [, doc] of docs) {
    for (const { text: written } of [...docTexts(doc), ...placedTexts(doc)])
      for (const { folded } of tokensOf(written)) words.add(folded);
    const { info, collections } = shapeOfDoc(doc);
    for (const { where, fields } of recordsOf(doc)) {
      const set = where === 'info' ? info : collections.get(where);
      for (const name of set?.names ?? []) {
        const value = fields[name];
        if (set?.fields[name] !== text || typeof value !== 'string' || value.trim() === '') continue;
        const role = roleOf(doc, where, name, fields);
        if (role === 'people') participants.push(...listedNames(value));
        else if (where === 'participants') participants.push(value);
        else add(name === 'owner' ? 'owner' : role, value);
      }
    }
  }
  return {
    personas: docs.flatMap(([, doc]) => (doc.kind === 'persona' ? [doc.info as { name: string; gender: string }] : [])),
    people: { participants, authors: byRole.get('person') ?? [], owners: byRole.get('owner') ?? [] },
    sayings: byRole.get('verbatim') ?? [],
    words,
  };
}
