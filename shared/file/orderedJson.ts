import { docType } from '../boards/docTypes';
import { shapeOf } from '../document/docShape';
import type { AnyDoc } from '../model/document';

type Fields = Readonly<Record<string, unknown>>;

/**
 * A document with its keys in a stable order, so that two files of the same content are the same text: fields as in the schema,
 * entities by id.
 */
export function inStableOrder(doc: AnyDoc): Fields {
  const type = docType(doc.kind);
  const shape = shapeOf(type);
  const fields = doc as unknown as Fields;
  const collections = type.collections.map((name) => {
    const names = shape.collections.get(name)?.names ?? [];
    return [name, sortedById(fields[name] as Readonly<Record<string, Fields>>, names)] as const;
  });
  return {
    kind: doc.kind,
    schema: doc.schema,
    info: picked(doc.info as Fields, shape.info.names),
    ...Object.fromEntries(collections),
  };
}

const sortedById = (all: Readonly<Record<string, Fields>>, names: readonly string[]): Fields =>
  Object.fromEntries(
    Object.keys(all)
      .sort()
      .map((id) => [id, picked(all[id] ?? {}, names)]),
  );

/** The fields of the schema in its order. */
const picked = (fields: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(names.filter((name) => fields[name] !== undefined).map((name) => [name, fields[name]]));
