import { create } from 'mutative';
import * as Y from 'yjs';
import type { AppError } from '../base/appError';
import { isId } from '../base/ids';
import { fail, ok, type Result } from '../base/result';
import type { AnyDoc, DocType } from '../model/document';
import type { Command, Draft } from './command';
import { type DocShape, type FieldSet, shapeOf } from './docShape';
import { jsonEqual } from './jsonEqual';

type Fields = Readonly<Record<string, unknown>>;

export interface WriteOptions {
  /** Origin of the Yjs transaction; undo follows it. */
  readonly origin?: unknown;
  /**
   * Called right before the transaction, only when something changes, with the snapshot that is expected after it; null when
   * that holds new objects for what does not change.
   */
  readonly beforeWrite?: (expected: unknown) => void;
}

/** One entity (or `info`, where `id` is null) before and after a change; undefined where it does not exist. */
interface Change {
  readonly collection: string;
  readonly id: string | null;
  readonly before: Fields | undefined;
  readonly after: Fields | undefined;
}

/**
 * Runs a command on a draft of `before` and writes what it changed as one Yjs transaction that touches only the fields that differ.
 * The value tells whether anything changed. A command that throws, or whose result does not fit the schema, changes nothing and fails
 * with `bad-request`.
 */
export function applyCommand<Doc extends AnyDoc, Args>(
  ydoc: Y.Doc,
  type: DocType<Doc>,
  before: Doc,
  command: Command<Doc, Args>,
  args: Args,
  options: WriteOptions = {},
): Result<boolean> {
  const outcome = changesOf(type, before, command, args);
  if (!outcome.ok) return outcome;
  const { after, places } = outcome.value;
  const changes = places.filter((change) => !jsonEqual(change.before, change.after));
  const misfit = changes.find((change) => !fits(shapeOf(type), change));
  if (misfit) return fail(refusal(command.name, `${misfit.collection}/${misfit.id ?? ''} does not fit its schema`));
  if (changes.length === 0) return ok(false);
  options.beforeWrite?.(changes.length === places.length ? after : null);
  ydoc.transact(() => {
    for (const change of changes) write(ydoc, shapeOf(type), change);
  }, options.origin);
  return ok(true);
}

function changesOf<Doc extends AnyDoc, Args>(
  type: DocType<Doc>,
  before: Doc,
  command: Command<Doc, Args>,
  args: Args,
): Result<{ readonly after: Doc; readonly places: readonly Change[] }> {
  try {
    const [after, patches] = create(before, (draft) => command(draft as Draft<Doc>, args), { enablePatches: true });
    const places = touchedPlaces(type, before, after, patches).map((place) => changeAt(before, after, place));
    return ok({ after, places });
  } catch (error) {
    return fail(refusal(command.name, error instanceof Error ? error.message : String(error)));
  }
}

const refusal = (command: string, detail: string): AppError => ({ code: 'bad-request', channel: command, detail });

type Place = readonly [collection: string, id: string | null];

/** Entities that the patches reach, each once; patches below a field count for its entity. Throws on what a command may not touch. */
function touchedPlaces(
  type: DocType<never> | DocType<AnyDoc>,
  before: object,
  after: object,
  patches: readonly { readonly path: string | readonly (string | number)[] }[],
): Place[] {
  const places = new Map<string, Place>();
  const add = (collection: string, id: string | null) => places.set(`${collection}/${id ?? ''}`, [collection, id]);
  for (const { path } of patches) {
    const [root, id] = typeof path === 'string' ? path.split('/').slice(1) : path.map(String);
    if (root === 'info') add('info', null);
    else if (root === undefined || !type.collections.includes(root))
      throw new Error(`a command may not change ${root ?? 'everything'}`);
    else if (id !== undefined) add(root, id);
    else for (const each of idsIn(before, after, root)) add(root, each);
  }
  return [...places.values()];
}

const fieldOf = (value: object, name: string): Fields | undefined => {
  const field: unknown = Object.hasOwn(value, name) ? (value as Fields)[name] : undefined;
  return typeof field === 'object' && field !== null ? (field as Fields) : undefined;
};

const idsIn = (before: object, after: object, collection: string): Set<string> =>
  new Set([...Object.keys(fieldOf(before, collection) ?? {}), ...Object.keys(fieldOf(after, collection) ?? {})]);

function changeAt(before: object, after: object, [collection, id]: Place): Change {
  const at = (doc: object): Fields | undefined => {
    const root = fieldOf(doc, collection);
    return id === null || !root ? root : fieldOf(root, id);
  };
  return { collection, id, before: at(before), after: at(after) };
}

function fits(shape: DocShape, change: Change): boolean {
  if (!change.after) return change.id !== null;
  if (change.id === null) return shape.info.accepts(change.after);
  const set: FieldSet | undefined = shape.collections.get(change.collection);
  return set !== undefined && isId(change.id) && change.after.id === change.id && set.accepts(change.after);
}

function write(ydoc: Y.Doc, shape: DocShape, change: Change): void {
  const root = ydoc.getMap(change.collection);
  if (change.id === null) writeFields(root, change.before, change.after ?? {});
  else if (!change.after) root.delete(change.id);
  else writeEntity(root, change.id, change, shape.collections.get(change.collection)?.defaults);
}

function writeEntity(
  root: Y.Map<unknown>,
  id: string,
  { before, after = {} }: Pick<Change, 'before' | 'after'>,
  defaults: Fields | undefined,
): void {
  const stored = root.get(id);
  if (before && stored instanceof Y.Map) writeFields(stored, before, after);
  else root.set(id, newEntity(after, defaults));
}

/** An entity as it is stored: one map, its fields as plain JSON values, without those that say what `defaults` says. */
export function newEntity(fields: Fields, defaults: Fields = {}): Y.Map<unknown> {
  const isStored = ([name, value]: readonly [string, unknown]) =>
    value !== undefined && !(Object.hasOwn(defaults, name) && jsonEqual(value, defaults[name]));
  return new Y.Map(Object.entries(fields).filter(isStored));
}

/** Sets the fields that differ and deletes those that are gone. */
export function writeFields(map: Y.Map<unknown>, before: Fields | undefined, after: Fields): void {
  for (const [name, value] of Object.entries(after)) {
    if (value !== undefined && !jsonEqual(before?.[name], value)) map.set(name, value);
  }
  for (const name of Object.keys(before ?? {})) {
    if (after[name] === undefined) map.delete(name);
  }
}
