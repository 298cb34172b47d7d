import * as Y from 'yjs';
import type { AnyDoc, DocType } from '../model/document';
import { newEntity, writeFields } from './applyCommand';
import { readingSnapshot, readSnapshot } from './readSnapshot';
import { splitUpdate } from './splitUpdate';

/**
 * Stored form of a document: root map `meta` (kind, schema), root map `info` (fields), one root map per collection
 * (id -> map of fields). States and updates are in Yjs's first update encoding everywhere (database, journal, files): edits are
 * smaller and faster in it than in the second one, and zip takes back what whole states cost more.
 */

/**
 * Writes a document's JSON into a fresh Yjs document. `writer` (a whole number below 2^32) says under which number it writes: only for
 * documents that must be the same bytes each time, and then never the same number for two contents.
 */
export function createYDoc<Doc extends AnyDoc>(type: DocType<Doc>, doc: Doc, writer?: number): Y.Doc {
  const ydoc = new Y.Doc();
  if (writer !== undefined) ydoc.clientID = writer;
  const source = doc as unknown as Readonly<
    Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>
  >;
  ydoc.transact(() => {
    ydoc.getMap('meta').set('kind', type.kind);
    ydoc.getMap('meta').set('schema', type.schemaVersion);
    writeFields(ydoc.getMap('info'), undefined, source.info ?? {});
    for (const name of type.collections) {
      const collection = ydoc.getMap(name);
      const defaults = type.defaults?.[name];
      for (const [id, fields] of Object.entries(source[name] ?? {})) collection.set(id, newEntity(fields, defaults));
    }
  });
  return ydoc;
}

/** A document's content as immutable JSON; see `readSnapshot` for how damage is tolerated and what `previous` is for. */
export function snapshotOf<Doc extends AnyDoc>(ydoc: Y.Doc, type: DocType<Doc>, previous?: Doc): Doc {
  return readSnapshot(ydoc, type, previous);
}

/** Everything a Yjs document holds, as one update. */
export const encodeState = (ydoc: Y.Doc): Uint8Array => Y.encodeStateAsUpdate(ydoc);

/** The document that the updates make, in any order and with repeats. Throws on bytes that are not updates. */
export function loadYDoc(updates: readonly Uint8Array[]): Y.Doc {
  const ydoc = new Y.Doc();
  // One transaction around all of them: observers and garbage collection run once.
  ydoc.transact(() => {
    for (const update of updates) Y.applyUpdate(ydoc, update, 'load');
  }, 'load');
  return ydoc;
}

/** Updates of more bytes than this are cut. */
const LARGE_UPDATE = 60_000;
/** Changes per part: 5 to 15 ms of work. */
const PART_CHANGES = 3000;

/** `loadYDoc` for large documents: lets others have their turn (`pause`) every few milliseconds. */
export async function loadYDocGently(updates: readonly Uint8Array[], pause: () => Promise<void>): Promise<Y.Doc> {
  const ydoc = new Y.Doc();
  let work = 0;
  for (const update of updates) {
    for (const part of update.length > LARGE_UPDATE ? splitUpdate(update, PART_CHANGES) : [update]) {
      Y.applyUpdate(ydoc, part, 'load');
      work += part.length;
      if (work < LARGE_UPDATE) continue;
      work = 0;
      await pause();
    }
  }
  return ydoc;
}

/** The content of a large document like `readSnapshot`, with pauses; the document must be nobody else's meanwhile. */
export async function snapshotGently<Doc extends AnyDoc>(
  ydoc: Y.Doc,
  type: DocType<Doc>,
  previous: Doc | undefined,
  pause: () => Promise<void>,
): Promise<Doc> {
  const reading = readingSnapshot(ydoc, type, previous);
  for (;;) {
    const { done, value } = reading.next();
    if (done) return value;
    await pause();
  }
}

/** One state or update that stands for all of them: applying it is applying each. */
export function mergeStates(states: readonly Uint8Array[]): Uint8Array {
  const [only] = states;
  return states.length === 1 && only ? only : Y.mergeUpdates([...states]);
}

/** What `ydoc` has beyond `state`, as one update; null when that is nothing. */
export function missingFrom(ydoc: Y.Doc, state: Uint8Array): Uint8Array | null {
  const behind = loadYDoc([state]);
  let news: Uint8Array | null = null;
  behind.on('update', (update: Uint8Array) => {
    news = update;
  });
  Y.applyUpdate(behind, encodeState(ydoc));
  behind.destroy();
  return news;
}

/** True for two states of which both hold something that the same copy once wrote: what was edited apart merges field by field. */
export function haveCommonHistory(one: Uint8Array, other: Uint8Array): boolean {
  const writersOf = (state: Uint8Array) => new Set(Y.decodeStateVector(Y.encodeStateVectorFromUpdate(state)).keys());
  const known = writersOf(one);
  return [...writersOf(other)].some((writer) => known.has(writer));
}

/** True when updates are missing that others build on: what they hold is kept but cannot be seen. */
export const isIncomplete = (ydoc: Y.Doc): boolean =>
  ydoc.store.pendingStructs !== null || ydoc.store.pendingDs !== null;

/** Kind and schema number as stored; null when the document does not say. */
export function metaOf(ydoc: Y.Doc): { readonly kind: string; readonly schema: number } | null {
  const kind = ydoc.getMap('meta').get('kind');
  const schema = ydoc.getMap('meta').get('schema');
  if (typeof kind !== 'string' || typeof schema !== 'number' || !Number.isInteger(schema)) return null;
  return { kind, schema };
}
