import type { z } from '../base/schema';
import type { DocType } from '../model/document';

/** Fields of a record of the model, each with the schema of its value. */
export interface FieldSet {
  readonly names: readonly string[];
  readonly fields: Readonly<Record<string, z.ZodType>>;
  /** Values of fields that are not stored. */
  readonly defaults: Readonly<Record<string, unknown>>;
  /** Whether a whole record fits. */
  readonly accepts: (value: unknown) => boolean;
}

/** What a type's schema says of `info` and of the entities of each collection. */
export interface DocShape {
  readonly info: FieldSet;
  readonly collections: ReadonlyMap<string, FieldSet>;
}

const shapes = new WeakMap<object, DocShape>();

/** The shape of a document type, read once from its schema. Throws when the schema lacks a declared collection. */
export function shapeOf<Doc>(type: DocType<Doc>): DocShape {
  const known = shapes.get(type);
  if (known) return known;
  const root = objectShape(type.schema, `${type.kind}`);
  const shape: DocShape = {
    info: fieldSet(root.info, `${type.kind}.info`, type.defaults?.info),
    collections: new Map(
      type.collections.map((name) => [
        name,
        fieldSet(entityOf(root[name]), `${type.kind}.${name}`, type.defaults?.[name]),
      ]),
    ),
  };
  shapes.set(type, shape);
  return shape;
}

function fieldSet(
  schema: z.ZodType | undefined,
  where: string,
  defaults: Readonly<Record<string, unknown>> = {},
): FieldSet {
  const fields = objectShape(schema, where);
  return {
    names: Object.keys(fields),
    fields,
    defaults,
    accepts: (value) => schema?.safeParse(value).success === true,
  };
}

/** Zod's classes carry these members, but `z.ZodType`, which hides the kind of schema, does not show them. */
interface Introspected {
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly valueType?: z.ZodType;
}

const entityOf = (schema: z.ZodType | undefined): z.ZodType | undefined =>
  (schema as Introspected | undefined)?.valueType;

function objectShape(schema: z.ZodType | undefined, where: string): Readonly<Record<string, z.ZodType>> {
  const shape = (schema as Introspected | undefined)?.shape;
  if (!shape) throw new Error(`${where} is not an object in its schema`);
  return shape;
}

/** A harmless value for a field that is missing or damaged: the first of these that its schema takes. */
export function blankFor(schema: z.ZodType): unknown {
  const options = (schema as { readonly options?: readonly unknown[] }).options ?? [];
  const value = [null, '', 0, false, [], {}, ...options].find((candidate) => schema.safeParse(candidate).success);
  return value ?? null;
}
