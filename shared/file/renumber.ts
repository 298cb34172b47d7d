import type { Id, NewId } from '../base/ids';
import { docType } from '../boards/docTypes';
import type { AnyDoc, Json } from '../model/document';

type JsonObject = { readonly [key: string]: Json };

/**
 * The same documents under new ids: those of the documents and those of every entity in them. References (fields `id`, `board`, `block`, `cites`, `...Id`,
 * `...Ids` and keys of collections) follow; ids that are names and everything else stay. Those in `keep` stay too. Returns the new documents and the new id of each old one.
 */
export function renumber(
  docs: Readonly<Record<string, AnyDoc>>,
  newId: NewId,
  keep: ReadonlySet<string> = new Set(),
): { readonly docs: Record<string, AnyDoc>; readonly ids: ReadonlyMap<string, string> } {
  const ids = new Map<string, string>();
  const give = (id: string) => {
    if (!ids.has(id) && !keep.has(id)) ids.set(id, newId<Id<string>>());
  };
  for (const [id, doc] of Object.entries(docs)) {
    give(id);
    const { collections, names } = docType(doc.kind);
    for (const name of collections)
      for (const each of Object.keys(asObject(doc)[name] ?? {})) if (!names?.[name]?.includes(each)) give(each);
  }
  const renamed = Object.entries(docs).map(([id, doc]) => [ids.get(id) ?? id, renumberDoc(doc, ids)]);
  return { docs: Object.fromEntries(renamed), ids };
}

/** A document is JSON; its types have no index signature. */
const asObject = (doc: AnyDoc): JsonObject => doc as unknown as JsonObject;

function renumberDoc(doc: AnyDoc, ids: ReadonlyMap<string, string>): AnyDoc {
  const collections = new Set(docType(doc.kind).collections);
  const fields = Object.entries(asObject(doc)).map(([name, value]) => {
    if (!collections.has(name)) return [name, references(value, ids)];
    const entities = Object.entries(value as JsonObject).map(([id, entity]) => [
      ids.get(id) ?? id,
      references(entity, ids),
    ]);
    return [name, Object.fromEntries(entities)];
  });
  return Object.fromEntries(fields) as AnyDoc;
}

const IS_REFERENCE = /^(id|board|block|cites)$|Ids?$/;

function references(value: Json, ids: ReadonlyMap<string, string>): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => references(item, ids));
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [
      name,
      IS_REFERENCE.test(name) ? replaced(field, ids) : references(field, ids),
    ]),
  );
}

function replaced(value: Json, ids: ReadonlyMap<string, string>): Json {
  if (typeof value === 'string') return ids.get(value) ?? value;
  return Array.isArray(value) ? value.map((item) => replaced(item, ids)) : references(value, ids);
}
