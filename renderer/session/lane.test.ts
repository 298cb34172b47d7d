import type { AssetHash, DocId } from '@shared/base/ids';
import { fail, ok, type Result } from '@shared/base/result';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { createLane, type LaneBatch, type Write } from './lane';

const doc = (id: string): DocId => id as DocId;
const source = new Y.Doc();
const updates: Uint8Array[] = [];
source.on('update', (update: Uint8Array) => updates.push(update));
for (let at = 0; at < 9; at += 1) source.getMap('m').set(`k${at}`, at);

const write = (seq: number, id = 'a', erase = false): Write => ({
  docId: doc(id),
  seq,
  at: seq,
  erase,
  update: updates[seq]!,
});
const full = fail({ code: 'disk-full', name: '' } as const);

/** A store that answers when told to. */
function createStore() {
  const batches: LaneBatch[] = [];
  const answers: ((result: Result<null>) => void)[] = [];
  const send = (batch: LaneBatch) => {
    batches.push(batch);
    return new Promise<Result<null>>((resolve) => answers.push(resolve));
  };
  const answer = async (result: Result<null>) => {
    answers.shift()?.(result);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { batches, send, answer };
}

/** What a batch holds: document, number, erase, and how many edits its update merges. */
const keysOf = (batch: LaneBatch): unknown[] =>
  batch.writes.map(({ docId, seq, erase, update }) => [
    docId,
    seq,
    erase,
    update ? Y.decodeUpdate(update).structs.length : 0,
  ]);

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('a lane', () => {
  it('sends at once, and merges per document what comes meanwhile', async () => {
    const store = createStore();
    const lane = createLane(store.send, () => undefined);
    lane.add([write(0)]);
    await vi.advanceTimersByTimeAsync(0);
    lane.add([write(1), write(2, 'b')]);
    lane.add([write(3)]);
    expect(lane.isSettled()).toBe(false);
    await store.answer(ok(null));
    await store.answer(ok(null));
    expect(store.batches.map(keysOf)).toEqual([
      [['a', 0, false, 1]],
      [
        ['a', 3, false, 3],
        ['b', 2, false, 1],
      ],
    ]);
    expect(lane.isSettled()).toBe(true);
  });

  it('keeps what failed in front, tries later and later, and says so until it succeeds', async () => {
    const store = createStore();
    const seen: (string | null)[] = [];
    const lane = createLane(store.send, () => seen.push(lane.failure()?.code ?? null));
    lane.add([write(0)]);
    await vi.advanceTimersByTimeAsync(0);
    lane.add([write(1)]);
    await store.answer(full);
    expect(lane.failure()?.code).toBe('disk-full');
    for (const wait of [500, 1000, 2000]) {
      const before = store.batches.length;
      await vi.advanceTimersByTimeAsync(wait - 1);
      expect(store.batches.length).toBe(before);
      await vi.advanceTimersByTimeAsync(1);
      expect(store.batches.length).toBe(before + 1);
      await store.answer(full);
    }
    lane.add([write(2)]);
    const flushed = lane.flush();
    await vi.advanceTimersByTimeAsync(0);
    await store.answer(ok(null));
    expect(await flushed).toEqual(ok(null));
    expect(keysOf(store.batches.at(-1)!)).toEqual([['a', 2, false, 3]]);
    expect(lane.failure()).toBeNull();
    expect(seen.at(-1)).toBeNull();
    expect(lane.isSettled()).toBe(true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(store.batches.length).toBe(5);
  });

  it('lets an erase replace what waits before it', async () => {
    const store = createStore();
    const lane = createLane(store.send, () => undefined);
    lane.add([write(0, 'x')]);
    await vi.advanceTimersByTimeAsync(0);
    lane.add([write(1)]);
    lane.add([{ ...write(2), erase: true }]);
    lane.add([write(3)]);
    await store.answer(full);
    await vi.advanceTimersByTimeAsync(500);
    expect(keysOf(store.batches.at(-1)!)).toEqual([
      ['x', 0, false, 1],
      ['a', 3, true, 2],
    ]);
  });

  it('commits a batch of its own after what waits, and drops it when it fails', async () => {
    const store = createStore();
    const lane = createLane(store.send, () => undefined);
    lane.add([write(0)]);
    const assets = new Map([['f'.repeat(64) as AssetHash, new Uint8Array([1])]]);
    const committed = lane.commit(() => ({ writes: [write(5, 'b', true)], assets }));
    await vi.advanceTimersByTimeAsync(0);
    lane.add([write(6)]);
    await store.answer(ok(null));
    await store.answer(ok(null));
    await store.answer(full);
    expect(await committed).toEqual(full);
    expect(store.batches.map(keysOf)).toEqual([[['a', 0, false, 1]], [['a', 6, false, 1]], [['b', 5, true, 1]]]);
    expect(lane.failure()).toBeNull();
    expect(lane.isSettled()).toBe(true);
  });

  it('sends what came while a commit was under way', async () => {
    const store = createStore();
    const lane = createLane(store.send, () => undefined);
    const committed = lane.commit(() => ({ writes: [write(0)], assets: new Map() }));
    await vi.advanceTimersByTimeAsync(0);
    lane.add([write(1)]);
    await store.answer(ok(null));
    expect(await committed).toEqual(ok(null));
    await store.answer(ok(null));
    expect(store.batches.length).toBe(2);
    expect(lane.isSettled()).toBe(true);
  });
});
