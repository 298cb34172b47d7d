import { type UpdateReader, updateReader } from './updateReader';

/** A run of changes ("structs") of one client, by their place in the update's bytes. */
interface Run {
  readonly client: number;
  /** Clock of the first one. */
  readonly clock: number;
  readonly count: number;
  readonly from: number;
  readonly to: number;
}

/** A struct: where it ends, how far it takes its client's clock, and what must be there before it. */
interface Struct {
  readonly end: number;
  readonly length: number;
  readonly needs: readonly Id[];
}

interface Id {
  readonly client: number;
  readonly clock: number;
}

/** Reads the structs of one client, one after the other. */
interface Cursor {
  readonly client: number;
  readonly left: () => number;
  readonly clock: () => number;
  readonly at: () => number;
  /** The next struct, without going past it. */
  readonly peek: () => Struct;
  readonly advance: () => void;
}

const BITS = 0b11111;
const HAS_ORIGIN = 0x80;
const HAS_RIGHT = 0x40;
const HAS_PARENT_KEY = 0x20;
/** Types of shared types that carry a name. */
const NAMED_TYPES: ReadonlySet<number> = new Set([3, 5]);

const readId = (reader: UpdateReader): Id => ({ client: reader.number(), clock: reader.number() });

/** Skips what a struct holds; how many clock ticks that is. */
function skipContent(reader: UpdateReader, kind: number): number {
  switch (kind) {
    case 1:
      return reader.number();
    case 2: {
      const count = reader.number();
      for (let left = count; left > 0; left -= 1) reader.skipString();
      return count;
    }
    case 3:
    case 5:
      reader.skipString();
      return 1;
    case 4:
      return reader.stringLength();
    case 6:
      reader.skipString();
      reader.skipString();
      return 1;
    case 7:
      if (NAMED_TYPES.has(reader.number())) reader.skipString();
      return 1;
    case 8: {
      const count = reader.number();
      for (let left = count; left > 0; left -= 1) reader.skipAny();
      return count;
    }
    case 9:
      reader.skipString();
      reader.skipAny();
      return 1;
    default:
      throw new RangeError(`an update holds content of kind ${kind}`);
  }
}

function readStruct(reader: UpdateReader): Struct {
  const info = reader.byte();
  const kind = info & BITS;
  // What was collected as garbage, and a gap.
  if (kind === 0 || kind === 10) {
    const length = reader.number();
    return { end: reader.at(), length, needs: [] };
  }
  const needs: Id[] = [];
  if (info & HAS_ORIGIN) needs.push(readId(reader));
  if (info & HAS_RIGHT) needs.push(readId(reader));
  if ((info & (HAS_ORIGIN | HAS_RIGHT)) === 0) {
    if (reader.number() === 1) reader.skipString();
    else needs.push(readId(reader));
    if (info & HAS_PARENT_KEY) reader.skipString();
  }
  const length = skipContent(reader, kind);
  return { end: reader.at(), length, needs };
}

/** Finds where each client's structs begin, and where the set of what was deleted does. */
function cursorsOf(bytes: Uint8Array): { readonly cursors: readonly Cursor[]; readonly deletes: number } {
  const reader = updateReader(bytes);
  const cursors: Cursor[] = [];
  for (let clients = reader.number(); clients > 0; clients -= 1) {
    const count = reader.number();
    const { client, clock } = readId(reader);
    cursors.push(cursorAt(bytes, reader.at(), { client, clock }, count));
    for (let left = count; left > 0; left -= 1) readStruct(reader);
  }
  return { cursors, deletes: reader.at() };
}

function cursorAt(bytes: Uint8Array, start: number, { client, clock }: Id, count: number): Cursor {
  const reader = updateReader(bytes.subarray(start));
  let left = count;
  let now = clock;
  let at = start;
  let next: Struct | null = null;
  const peek = (): Struct => {
    if (!next) {
      const read = readStruct(reader);
      next = { ...read, end: read.end + start };
    }
    return next;
  };
  return {
    client,
    left: () => left,
    clock: () => now,
    at: () => at,
    peek,
    advance: () => {
      const { end, length } = peek();
      at = end;
      now += length;
      left -= 1;
      next = null;
    },
  };
}

/** The client whose structs must come before the next one of `cursor`; null when that can come now. */
function waitsFor(cursor: Cursor, byClient: ReadonlyMap<number, Cursor>): Cursor | null {
  for (const { client, clock } of cursor.peek().needs) {
    const other = client === cursor.client ? undefined : byClient.get(client);
    if (other && other.left() > 0 && other.clock() <= clock) return other;
  }
  return null;
}

/** All structs in an order in which each finds what it builds on, as runs of up to `most`. */
function* runsInOrder(cursors: readonly Cursor[], most: number): Generator<Run> {
  const byClient = new Map(cursors.map((cursor) => [cursor.client, cursor]));
  for (const first of cursors) {
    const waiting = [first];
    while (waiting.length > 0) {
      const cursor = waiting[waiting.length - 1] as Cursor;
      const [clock, from] = [cursor.clock(), cursor.at()];
      let count = 0;
      let blocker: Cursor | null = null;
      while (cursor.left() > 0 && count < most) {
        blocker = waitsFor(cursor, byClient);
        // Two that wait for each other, in a damaged update: the document sorts it out.
        if (blocker && !waiting.includes(blocker)) break;
        blocker = null;
        cursor.advance();
        count += 1;
      }
      if (count > 0) yield { client: cursor.client, clock, count, from, to: cursor.at() };
      if (blocker) waiting.push(blocker);
      else if (cursor.left() === 0) waiting.pop();
    }
  }
}

function writeNumber(into: number[], value: number): void {
  let rest = value;
  while (rest >= 0x80) {
    into.push((rest % 0x80) | 0x80);
    rest = Math.floor(rest / 0x80);
  }
  into.push(rest);
}

/** An update of some runs; runs of one client follow each other without a gap. */
function updateOf(bytes: Uint8Array, runs: readonly Run[], deletes: Uint8Array): Uint8Array {
  const byClient = new Map<number, Run[]>();
  for (const run of runs) byClient.set(run.client, [...(byClient.get(run.client) ?? []), run]);
  const parts: Uint8Array[] = [];
  const head: number[] = [];
  writeNumber(head, byClient.size);
  // Higher clients first, as Yjs writes them.
  for (const [client, own] of [...byClient].sort(([a], [b]) => b - a)) {
    writeNumber(
      head,
      own.reduce((sum, run) => sum + run.count, 0),
    );
    writeNumber(head, client);
    writeNumber(head, own[0]?.clock ?? 0);
    parts.push(new Uint8Array(head.splice(0)), ...own.map(({ from, to }) => bytes.subarray(from, to)));
  }
  parts.push(new Uint8Array(head), deletes);
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const NOTHING_DELETED = new Uint8Array([0]);

/**
 * Cuts an update (Yjs's first encoding) into updates of up to `most` changes that, applied in turn, make the same document, so
 * that a large one can be loaded a little at a time. The cuts keep causes before effects; what was deleted comes with the last
 * part. Throws `RangeError` on bytes that are no update.
 */
export function* splitUpdate(bytes: Uint8Array, most: number): Generator<Uint8Array> {
  const { cursors, deletes } = cursorsOf(bytes);
  let runs: Run[] = [];
  let count = 0;
  for (const run of runsInOrder(cursors, most)) {
    if (count > 0 && count + run.count > most) {
      yield updateOf(bytes, runs, NOTHING_DELETED);
      runs = [];
      count = 0;
    }
    runs.push(run);
    count += run.count;
  }
  yield updateOf(bytes, runs, bytes.subarray(deletes));
}
