import * as Y from 'yjs';
import type { AppError } from '../base/appError';
import { fail, ok, type Result } from '../base/result';
import type { AnyDoc, DocType, Json } from '../model/document';
import { newEntity, writeFields } from './applyCommand';
import { jsonEqual } from './jsonEqual';
import { metaOf } from './yDocument';

type JsonObject = Record<string, Json>;

/**
 * Brings the JSON of one document up to the type's schema, step by step: the one migration path, for the database and for opened files.
 * `json.schema` says where it starts. Throws when a step is missing or when the document is newer than the type.
 */
export function migrateJson<Doc extends AnyDoc>(json: JsonObject, type: DocType<Doc>): JsonObject {
  const from = json.schema;
  if (typeof from !== 'number' || !Number.isInteger(from) || from < 1)
    throw new Error(`${type.kind}: no schema number`);
  if (from > type.schemaVersion) throw new Error(`${type.kind}: schema ${from} is newer than ${type.schemaVersion}`);
  let current = json;
  for (let to = from + 1; to <= type.schemaVersion; to += 1) {
    const step = type.migrations.find((migration) => migration.to === to);
    if (!step) throw new Error(`${type.kind}: no migration to schema ${to}`);
    current = { ...step.up(current), kind: type.kind, schema: to };
  }
  return current;
}

/**
 * Migrates a stored Yjs document in place, as one transaction that writes only what differs; undo does not see it. The value tells
 * whether anything was written. Fails with `storage-newer` when a newer app wrote it, with `storage-unopenable` when it says no kind.
 */
export function migrateYDoc<Doc extends AnyDoc>(ydoc: Y.Doc, type: DocType<Doc>): Result<boolean, AppError> {
  const meta = metaOf(ydoc);
  if (!meta) return fail({ code: 'storage-unopenable', detail: `${type.kind}: no kind or schema` });
  if (meta.schema > type.schemaVersion) return fail({ code: 'storage-newer', appVersion: `schema ${meta.schema}` });
  if (meta.schema === type.schemaVersion) return ok(false);
  const before = rawJson(ydoc, meta.kind, meta.schema);
  const after = migrateJson(withDefaults(before, type), type);
  ydoc.transact(() => {
    ydoc.getMap('meta').set('schema', type.schemaVersion);
    const info = objectAt(before, 'info');
    writeFields(ydoc.getMap('info'), info, toWrite(info, objectAt(after, 'info'), type.defaults?.info ?? {}));
    for (const name of namesOf(before, after))
      writeCollection(ydoc.getMap(name), objectAt(before, name), objectAt(after, name), type.defaults?.[name] ?? {});
  }, 'migration');
  return ok(true);
}

/** Fields that were left out when they were written, for steps that count on them. */
function withDefaults<Doc>(json: JsonObject, type: DocType<Doc>): JsonObject {
  const filled = Object.entries(type.defaults ?? {}).map(([name, defaults]) => {
    const stored = objectAt(json, name);
    if (name === 'info') return [name, { ...defaults, ...stored }] as const;
    const entities = Object.keys(stored).map((id) => [id, { ...defaults, ...objectAt(stored, id) }]);
    return [name, Object.fromEntries(entities) as JsonObject] as const;
  });
  return { ...json, ...Object.fromEntries(filled.filter(([name]) => Object.hasOwn(json, name))) };
}

const RESERVED: ReadonlySet<string> = new Set(['kind', 'schema', 'meta', 'info']);

type Defaults = Readonly<Record<string, Json>>;

/** What a migrated entity says, without what reading it says anyway: defaults of fields that were not there. */
function toWrite(before: JsonObject, after: JsonObject, defaults: Defaults): JsonObject {
  const isUnwritten = ([name, value]: readonly [string, Json]) =>
    !Object.hasOwn(before, name) && Object.hasOwn(defaults, name) && jsonEqual(value, defaults[name]);
  return Object.fromEntries(Object.entries(after).filter((field) => !isUnwritten(field)));
}

const namesOf = (before: JsonObject, after: JsonObject): Set<string> =>
  new Set([...Object.keys(before), ...Object.keys(after)].filter((name) => !RESERVED.has(name)));

/** Everything stored, known to the type or not, as JSON. */
function rawJson(ydoc: Y.Doc, kind: string, schema: number): JsonObject {
  const json: JsonObject = { kind, schema };
  for (const name of ydoc.share.keys()) {
    if (name !== 'meta') json[name] = ydoc.getMap(name).toJSON();
  }
  return json;
}

const objectAt = (json: JsonObject, name: string): JsonObject => {
  const value = Object.hasOwn(json, name) ? json[name] : undefined;
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
};

function writeCollection(map: Y.Map<unknown>, before: JsonObject, after: JsonObject, defaults: Defaults): void {
  for (const id of Object.keys(after)) {
    const stored = map.get(id);
    if (Object.hasOwn(before, id) && stored instanceof Y.Map)
      writeFields(stored, objectAt(before, id), toWrite(objectAt(before, id), objectAt(after, id), defaults));
    else map.set(id, newEntity(objectAt(after, id), defaults));
  }
  for (const id of Object.keys(before)) {
    if (!Object.hasOwn(after, id)) map.delete(id);
  }
}
