import * as Y from 'yjs';
import { isId } from '../base/ids';
import type { AnyDoc, DocType } from '../model/document';
import { noteOrigin } from '../model/reading';
import { blankFor, type FieldSet, shapeOf } from './docShape';
import { jsonEqual } from './jsonEqual';

type Fields = Readonly<Record<string, unknown>>;
type Collection = Readonly<Record<string, Fields>>;

/** What a transaction touched: ids by collection, and whether `info` changed. */
export interface Touched {
  info: boolean;
  readonly entities: Map<string, Set<string>>;
}

/** After this many entities a reader that may be interrupted can be. */
const SLICE = 400;

/**
 * The whole document as immutable JSON. Damage is tolerated: an entity that misses fields or holds ill-typed ones is left out (it stays in
 * the Yjs document), a damaged field of `info` reads as blank. Entities equal to those of `previous`, which are taken to fit their
 * schema, keep their identity; so does the whole.
 */
export function readSnapshot<Doc extends AnyDoc>(ydoc: Y.Doc, type: DocType<Doc>, previous?: Doc): Doc {
  const reading = readingSnapshot(ydoc, type, previous);
  for (;;) {
    const { done, value } = reading.next();
    if (done) return value;
  }
}

/** `readSnapshot`, a few hundred entities at a time: the document must not change between two turns. */
export function* readingSnapshot<Doc extends AnyDoc>(
  ydoc: Y.Doc,
  type: DocType<Doc>,
  previous?: Doc,
): Generator<undefined, Doc> {
  const shape = shapeOf(type);
  const before = fieldsOf(previous);
  const read: Record<string, unknown> = {
    kind: type.kind,
    schema: type.schemaVersion,
    info: readInfo(ydoc, shape.info, before.info as Fields | undefined),
  };
  for (const [name, fields] of shape.collections) {
    read[name] = yield* readCollection(ydoc.getMap(name), fields, before[name] as Collection | undefined);
  }
  return previous && Object.keys(read).every((name) => read[name] === before[name]) ? previous : asDoc(read);
}

/**
 * The next snapshot after a transaction: only what was touched is read again, everything else is shared. Where the document
 * says what `expected` says, its collections are taken as they are: copying one of 10,000 entries takes as long as everything else.
 */
export function readTouched<Doc extends AnyDoc>(
  ydoc: Y.Doc,
  type: DocType<Doc>,
  previous: Doc,
  touched: Touched,
  expected: Doc | null = null,
): Doc {
  const shape = shapeOf(type);
  const before = fieldsOf(previous);
  const after = fieldsOf(expected);
  const changes: Record<string, unknown> = {};
  if (touched.info) {
    const info = readInfo(ydoc, shape.info, before.info as Fields);
    if (info !== before.info) changes.info = info;
  }
  for (const [name, ids] of touched.entities) {
    const fields = shape.collections.get(name);
    if (!fields) continue;
    const map = ydoc.getMap(name);
    const same = expected !== null && saysTheSame(map, fields, after[name] as Collection, ids);
    const collection = same ? after[name] : readIds(map, fields, before[name] as Collection, ids);
    if (collection === before[name]) continue;
    changes[name] = collection;
    noteOrigin(collection as Collection, before[name] as Collection, ids);
  }
  return Object.keys(changes).length === 0 ? previous : asDoc({ ...before, ...changes });
}

/** The model's types have no index signature: as records for reading by name. */
const fieldsOf = (doc: unknown): Fields => (doc ?? {}) as Fields;
/** Built field by field from the schema that defines `Doc`; the compiler cannot follow that. */
const asDoc = <Doc>(fields: Fields): Doc => fields as unknown as Doc;

function readInfo(ydoc: Y.Doc, set: FieldSet, previous: Fields | undefined): Fields {
  const map = ydoc.getMap('info');
  const read: Record<string, unknown> = {};
  for (const name of set.names) {
    const schema = set.fields[name];
    const own = map.get(name);
    const value = own === undefined ? set.defaults[name] : own;
    if (schema) read[name] = schema.safeParse(value).success ? value : blankFor(schema);
  }
  return sharing(read, previous);
}

function* readCollection(
  map: Y.Map<unknown>,
  set: FieldSet,
  previous: Collection | undefined,
): Generator<undefined, Collection> {
  const read: Record<string, Fields> = {};
  let same = previous !== undefined;
  let count = 0;
  let seen = 0;
  for (const id of map.keys()) {
    seen += 1;
    if (seen % SLICE === 0) yield;
    const entity = readEntity(map.get(id), id, set, entityIn(previous, id));
    if (!entity) continue;
    read[id] = entity;
    count += 1;
    if (entity !== entityIn(previous, id)) same = false;
  }
  return same && previous && Object.keys(previous).length === count ? previous : read;
}

function readIds(map: Y.Map<unknown>, set: FieldSet, previous: Collection, ids: ReadonlySet<string>): Collection {
  let next: Record<string, Fields> | null = null;
  for (const id of ids) {
    const before = entityIn(previous, id);
    const after = readEntity(map.get(id), id, set, before);
    if (after === before) continue;
    next ??= { ...previous };
    if (after) next[id] = after;
    else delete next[id];
  }
  return next ?? previous;
}

const saysTheSame = (map: Y.Map<unknown>, set: FieldSet, expected: Collection, ids: ReadonlySet<string>): boolean =>
  [...ids].every((id) => {
    const entity = entityIn(expected, id);
    return readEntity(map.get(id), id, set, entity) === entity;
  });

const entityIn = (collection: Collection | undefined, id: string): Fields | undefined =>
  collection && Object.hasOwn(collection, id) ? collection[id] : undefined;

function readEntity(stored: unknown, id: string, set: FieldSet, previous: Fields | undefined): Fields | undefined {
  if (!(stored instanceof Y.Map) || !isId(id)) return undefined;
  const read: Record<string, unknown> = {};
  for (const name of set.names) {
    const own = stored.get(name);
    const value = own === undefined ? set.defaults[name] : own;
    if (value !== undefined) read[name] = value;
  }
  if (read.id !== id) return undefined;
  const shared = sharing(read, previous);
  // What equals an entity that fits, fits.
  return shared === previous || set.accepts(read) ? shared : undefined;
}

/** `previous` itself when nothing differs; else `next` with the unchanged arrays and objects of `previous`. */
function sharing(next: Record<string, unknown>, previous: Fields | undefined): Fields {
  if (!previous) return next;
  let same = Object.keys(previous).length === Object.keys(next).length;
  for (const [name, value] of Object.entries(next)) {
    if (Object.is(previous[name], value)) continue;
    if (typeof value === 'object' && jsonEqual(previous[name], value)) next[name] = previous[name];
    else same = false;
  }
  return same ? previous : next;
}
