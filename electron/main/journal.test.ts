import type { FileHandle } from 'node:fs/promises';
import * as fsp from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JournalEntry } from '@shared/ipc';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { FileSystem } from './durableFiles';
import { createJournal, type Journal, type JournalOptions } from './journal';

const root = await fsp.mkdtemp(join(tmpdir(), 'journal-'));
afterAll(() => fsp.rm(root, { recursive: true, force: true }));
let folders = 0;
const freshDir = (): string => {
  folders += 1;
  return join(root, String(folders));
};

const versions = { app: '0.1.0', chromium: '130.0.0.0' };
const opened: Journal[] = [];
function open(dir: string, options: Partial<JournalOptions> = {}): Journal {
  const journal = createJournal(dir, { versions, reserveBytes: 1000, ...options });
  opened.push(journal);
  return journal;
}
afterAll(() => Promise.all(opened.map((journal) => journal.close())));

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text));
const update = (seq: number, docId = 'doc', text = `edit ${seq}`): JournalEntry => ({
  type: 'update',
  seq,
  docId,
  at: 1000 + seq,
  bytes: bytesOf(text),
});
const erase = (seq: number, docId = 'doc'): JournalEntry => ({
  type: 'erase',
  seq,
  docId,
  at: 0,
  bytes: new Uint8Array(),
});

async function value<T>(result: Promise<{ ok: true; value: T } | { ok: false; error: unknown }>): Promise<T> {
  const settled = await result;
  if (!settled.ok) throw new Error(JSON.stringify(settled.error));
  return settled.value;
}

const texts = async (journal: Journal, docId: string | null = null): Promise<string[]> =>
  (await value(journal.read({ docId, afterSeq: 0 }))).map((entry) => new TextDecoder().decode(entry.bytes));

async function segments(dir: string): Promise<string[]> {
  const names = await fsp.readdir(join(dir, 'journal'));
  return names.filter((name) => name.endsWith('.log')).sort();
}

/** A closed journal of three appends, and what its only segment holds. */
async function threeEdits(): Promise<{ dir: string; path: string; bytes: Buffer; frame: number }> {
  const dir = freshDir();
  const journal = open(dir);
  for (const seq of [1, 2, 3]) await value(journal.append([update(seq)]));
  await journal.close();
  const path = join(dir, 'journal', 'journal-00000001.log');
  const bytes = await fsp.readFile(path);
  return { dir, path, bytes, frame: bytes.length / 3 };
}

describe('the journal', () => {
  it('gives back what was appended, after a restart too', async () => {
    const dir = freshDir();
    const journal = open(dir);
    expect(await value(journal.status())).toMatchObject({ lastSeq: 0, docCount: 0, damaged: 'no', writtenBy: null });
    expect(await value(journal.append([update(1, 'a'), update(2, 'b')]))).toEqual({ lastSeq: 2, diskLow: false });
    await value(journal.append([update(3, 'a')]));
    await journal.close();
    const again = open(dir);
    expect(await value(again.status())).toEqual({
      lastSeq: 3,
      docCount: 2,
      heads: [
        { docId: 'a', seq: 3, at: 1003 },
        { docId: 'b', seq: 2, at: 1002 },
      ],
      assets: [],
      records: 0,
      damaged: 'no',
      lost: 0,
      writtenBy: versions,
    });
    expect(await value(again.read({ docId: 'a', afterSeq: 0 }))).toEqual([update(1, 'a'), update(3, 'a')]);
    expect(await value(again.read({ docId: null, afterSeq: 2 }))).toEqual([update(3, 'a')]);
  });

  it('forgets an erased document but not what comes after', async () => {
    const journal = open(freshDir());
    await value(journal.append([update(1), update(2, 'other'), erase(3), update(4)]));
    expect(await texts(journal, 'doc')).toEqual(['edit 4']);
    await value(journal.append([erase(5)]));
    expect((await value(journal.status())).heads.map((head) => head.docId)).toEqual(['other']);
  });

  it('keeps assets by hash', async () => {
    const dir = freshDir();
    const journal = open(dir);
    const asset: JournalEntry = { type: 'asset', seq: 2, docId: 'f'.repeat(64), at: 5, bytes: bytesOf('picture') };
    await value(journal.append([update(1), asset]));
    await journal.compact();
    await journal.close();
    const again = open(dir);
    expect(await value(again.status())).toMatchObject({ docCount: 1, assets: [asset.docId] });
    expect(await value(again.read({ docId: asset.docId, afterSeq: 0 }))).toEqual([asset]);
  });

  it('keeps the last record of an id until it is erased, through compaction, rewriting and restarts', async () => {
    const dir = freshDir();
    const journal = open(dir);
    const record = (docId: string, text: string): JournalEntry => ({ ...update(1, docId, text), type: 'record' });
    await value(journal.append([record('v1', 'one'), update(2), record('v2', 'two'), record('v3', 'three')]));
    await value(journal.append([record('v1', 'uno'), erase(1, 'v2')]));
    const left = [record('v1', 'uno'), record('v3', 'three')];
    expect(await value(journal.records())).toEqual(left);
    await journal.compact();
    expect(await value(journal.records())).toEqual(left);
    await value(journal.append([record('v3', 'tre')]));
    await value(journal.rewrite());
    await journal.close();
    const again = open(dir);
    expect(await value(again.status())).toMatchObject({ docCount: 1, assets: [], records: 2 });
    expect(await value(again.records())).toEqual([record('v1', 'uno'), record('v3', 'tre')]);
    const [file] = await segments(dir);
    const bytes = await fsp.readFile(join(dir, 'journal', file!), 'latin1');
    for (const gone of ['one', 'two', 'three']) expect(bytes).not.toContain(gone);
  });

  it('loses a record that changed on disk, and none with it, when it is compacted', async () => {
    const dir = freshDir();
    const journal = open(dir);
    for (const id of ['v1', 'v2']) await value(journal.append([{ ...update(1, id, `text of ${id}`), type: 'record' }]));
    const [file] = await segments(dir);
    const path = join(dir, 'journal', file!);
    const bytes = await fsp.readFile(path);
    bytes.write('T', bytes.indexOf('text of v1'));
    await fsp.writeFile(path, bytes);
    await journal.compact();
    expect((await value(journal.records())).map(({ docId }) => docId)).toEqual(['v2']);
  });

  it('begins new segments and reads them in order', async () => {
    const dir = freshDir();
    const journal = open(dir, { segmentBytes: 200 });
    const all = Array.from({ length: 30 }, (_, at) => update(at + 1));
    for (const entry of all) await value(journal.append([entry]));
    await journal.close();
    expect((await segments(dir)).length).toBeGreaterThan(5);
    const again = open(dir, { segmentBytes: 200 });
    expect(await value(again.read({ docId: 'doc', afterSeq: 0 }))).toEqual(all);
    await value(again.append([update(31)]));
    expect((await texts(again)).at(-1)).toBe('edit 31');
  });

  it('refuses a journal of a newer app and touches nothing', async () => {
    const { dir, path, bytes } = await threeEdits();
    const state = `${JSON.stringify({ format: 3, app: '9.0.0', chromium: '200' })}\n`;
    await fsp.writeFile(join(dir, 'state.json'), state);
    const journal = open(dir);
    expect(await journal.status()).toEqual({ ok: false, error: { code: 'storage-newer', appVersion: '9.0.0' } });
    expect(await journal.append([update(4)])).toMatchObject({ ok: false, error: { code: 'storage-newer' } });
    expect(await fsp.readFile(path)).toEqual(bytes);
    expect(await fsp.readFile(join(dir, 'state.json'), 'utf8')).toBe(state);
  });
});

describe('a torn end', () => {
  it('at every byte: the appends before it stay, the next ones follow, a copy is kept', async () => {
    const { dir, path, bytes, frame } = await threeEdits();
    for (let cut = 2 * frame; cut < bytes.length; cut += 1) {
      await fsp.writeFile(path, bytes.subarray(0, cut));
      const journal = open(dir);
      const status = await value(journal.status());
      expect(status).toMatchObject({ lastSeq: 2, damaged: cut === 2 * frame ? 'no' : 'tail', lost: 0 });
      await value(journal.append([update(3)]));
      await journal.close();
      const again = open(dir);
      expect((await value(again.status())).damaged).toBe('no');
      expect(await texts(again)).toEqual(['edit 1', 'edit 2', 'edit 3']);
      await again.close();
    }
    expect((await fsp.readdir(join(dir, 'journal', 'damaged'))).length).toBe(1);
  });

  it('of zeros, as a power cut leaves it', async () => {
    const { dir, path, bytes, frame } = await threeEdits();
    await fsp.writeFile(path, Buffer.concat([bytes.subarray(0, 2 * frame), Buffer.alloc(frame)]));
    const journal = open(dir);
    expect(await value(journal.status())).toMatchObject({ lastSeq: 2, damaged: 'tail' });
  });
});

describe('damage', () => {
  it('of any one byte of a frame in the middle costs that frame only, and is said', async () => {
    const { dir, path, bytes, frame } = await threeEdits();
    for (let at = frame; at < 2 * frame; at += 1) {
      const damaged = Buffer.from(bytes);
      damaged.writeUInt8(damaged.readUInt8(at) ^ (1 << (at % 8)), at);
      await fsp.writeFile(path, damaged);
      const journal = open(dir);
      expect(await value(journal.status())).toMatchObject({ lastSeq: 3, damaged: 'middle', lost: 1 });
      expect(await texts(journal)).toEqual(['edit 1', 'edit 3']);
      await journal.close();
    }
  });

  it('of many bytes never invents or reorders an entry', async () => {
    const { dir, path, bytes } = await threeEdits();
    const flips = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(flips, async (list) => {
        const damaged = Buffer.from(bytes);
        for (const [at, byte] of list) damaged.writeUInt8(byte, at);
        await fsp.writeFile(path, damaged);
        const journal = open(dir);
        const found = await texts(journal);
        expect(['edit 1', 'edit 2', 'edit 3'].filter((text) => found.includes(text))).toEqual(found);
        await journal.close();
      }),
      { numRuns: 60 },
    );
  });

  it('stays known until every document was written anew, then the damaged file is set aside', async () => {
    const { dir, path, bytes, frame } = await threeEdits();
    const damaged = Buffer.from(bytes);
    damaged.writeUInt8(255, frame + 20);
    await fsp.writeFile(path, damaged);
    const first = open(dir);
    await value(first.status());
    await value(first.append([update(4, 'another')]));
    await first.compact();
    await first.close();
    const second = open(dir);
    expect((await value(second.status())).damaged).toBe('middle');
    await value(
      second.append([erase(5), update(5, 'doc', 'whole'), erase(6, 'another'), update(6, 'another', 'whole too')]),
    );
    await second.close();
    const third = open(dir);
    expect((await value(third.status())).damaged).toBe('no');
    expect(await texts(third)).toEqual(['whole', 'whole too']);
    expect(await fsp.readdir(join(dir, 'journal', 'damaged'))).toEqual(['journal-00000001.log']);
  });

  it('that comes after opening is noticed when the entry is read', async () => {
    const { dir, path, bytes } = await threeEdits();
    const journal = open(dir);
    await value(journal.status());
    const damaged = Buffer.from(bytes);
    damaged.writeUInt8(7, bytes.length - 1);
    await fsp.writeFile(path, damaged);
    expect(await texts(journal)).toEqual(['edit 1', 'edit 2']);
  });
});

/** A file system whose writes fail with `code` once `room` bytes were written. */
function failingDisk(code: string): FileSystem & { room: number } {
  const disk = {
    ...fsp,
    room: Number.POSITIVE_INFINITY,
    open: async (...args: Parameters<typeof fsp.open>): Promise<FileHandle> => {
      const file = await fsp.open(...args);
      const write = file.write.bind(file) as (
        ...values: unknown[]
      ) => Promise<{ bytesWritten: number; buffer: Buffer }>;
      file.write = (async (bytes: Buffer, from: number, length: number, position: number) => {
        if (disk.room <= 0) throw Object.assign(new Error('write'), { code });
        const done = await write(bytes, from, Math.min(length, disk.room), position);
        disk.room -= done.bytesWritten;
        return done;
      }) as typeof file.write;
      return file;
    },
  };
  return disk;
}

describe('a disk that refuses', () => {
  it('when full after any number of bytes: said, nothing half written, goes on when there is room', async () => {
    const disk = failingDisk('ENOSPC');
    const dir = freshDir();
    const journal = open(dir, { fs: disk, reserveBytes: 0 });
    await value(journal.append([update(1)]));
    const size = (await fsp.stat(join(dir, 'journal', 'journal-00000001.log'))).size;
    for (let room = 0; room < size; room += 1) {
      disk.room = room;
      // Reserve files are not there twice: the first failure frees it, the retry fails as well.
      expect(await journal.append([update(2)])).toEqual({ ok: false, error: { code: 'disk-full', name: '' } });
      expect(await texts(journal)).toEqual(['edit 1']);
      expect((await fsp.stat(join(dir, 'journal', 'journal-00000001.log'))).size).toBe(size);
    }
    disk.room = Number.POSITIVE_INFINITY;
    await value(journal.append([update(2)]));
    await journal.close();
    const again = open(dir);
    expect(await texts(again)).toEqual(['edit 1', 'edit 2']);
    expect((await value(again.status())).damaged).toBe('no');
  });

  it('gives up its reserve for the last edits, and says that space is low', async () => {
    const disk = failingDisk('ENOSPC');
    const dir = freshDir();
    let now = 0;
    const journal = open(dir, { fs: disk, reserveBytes: 5000, now: () => now });
    await value(journal.append([update(1)]));
    const reserve = join(dir, 'journal', 'reserve.bin');
    await expect.poll(async () => (await fsp.stat(reserve)).size).toBe(5000);
    const freeing: FileSystem['rm'] = async (path, options) => {
      if (path === reserve) disk.room = 5000;
      await fsp.rm(path, options);
    };
    disk.rm = freeing;
    disk.room = 0;
    expect(await value(journal.append([update(2)]))).toEqual({ lastSeq: 2, diskLow: true });
    await expect(fsp.stat(reserve)).rejects.toThrow();
    now = 31_000;
    disk.room = Number.POSITIVE_INFINITY;
    await value(journal.append([update(3)]));
    await expect.poll(async () => (await fsp.stat(reserve).catch(() => null))?.size).toBe(5000);
    expect(await value(journal.append([update(4)]))).toEqual({ lastSeq: 4, diskLow: false });
    expect(await texts(journal)).toHaveLength(4);
  });

  it('for other reasons is told apart', async () => {
    const disk = failingDisk('EROFS');
    const journal = open(freshDir(), { fs: disk });
    await value(journal.status());
    disk.room = 0;
    expect(await journal.append([update(1)])).toEqual({
      ok: false,
      error: { code: 'storage-write-failed', detail: 'EROFS' },
    });
  });

  it('cannot be read at all', async () => {
    const dir = freshDir();
    await fsp.mkdir(dir, { recursive: true });
    await fsp.writeFile(join(dir, 'journal'), 'a file where the folder should be');
    expect(await open(dir).status()).toEqual({ ok: false, error: { code: 'storage-unopenable', detail: 'EEXIST' } });
  });
});

describe('compaction', () => {
  /** A document edited `count` times, and each of its updates. */
  function edited(count: number, random: (below: number) => number): { state: unknown; updates: Uint8Array[] } {
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on('update', (bytes: Uint8Array) => updates.push(bytes));
    for (let at = 0; at < count; at += 1) {
      const notes = doc.getMap<Y.Map<unknown>>('notes');
      const id = `note${random(20)}`;
      const note = notes.get(id);
      if (!note) notes.set(id, new Y.Map([['text', `note ${at}`]]));
      else if (random(5) === 0) notes.delete(id);
      else note.set('text', `changed ${at}`);
    }
    return { state: doc.getMap('notes').toJSON(), updates };
  }

  async function stateOf(journal: Journal, docId: string): Promise<unknown> {
    const doc = new Y.Doc();
    for (const entry of await value(journal.read({ docId, afterSeq: 0 }))) Y.applyUpdate(doc, entry.bytes);
    return doc.getMap('notes').toJSON();
  }

  it('keeps every document as it was, in fewer entries, and what goes on meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat()), async (numbers) => {
        const random = (below: number) => (numbers.next().value ?? 0) % below;
        const [a, b] = [edited(300, random), edited(40, random)];
        const dir = freshDir();
        const journal = open(dir, { segmentBytes: 4000 });
        let seq = 0;
        const appendAll = async (docId: string, updates: readonly Uint8Array[]) => {
          for (const bytes of updates) {
            seq += 1;
            await value(journal.append([{ type: 'update', seq, docId, at: seq, bytes: new Uint8Array(bytes) }]));
          }
        };
        await appendAll('a', a.updates.slice(0, 250));
        await appendAll('b', b.updates);
        await appendAll('gone', b.updates);
        const compacting = journal.compact();
        await appendAll('a', a.updates.slice(250));
        await value(journal.append([erase(seq, 'gone')]));
        await compacting;
        for (const one of [journal, open(dir)]) {
          expect(await stateOf(one, 'a')).toEqual(a.state);
          expect(await stateOf(one, 'b')).toEqual(b.state);
          const { heads } = await value(one.status());
          expect(heads.map((head) => head.docId).sort()).toEqual(['a', 'b']);
          expect(heads.find((head) => head.docId === 'b')?.seq).toBe(250 + b.updates.length);
        }
        expect((await value(journal.read({ docId: 'a', afterSeq: 0 }))).length).toBeLessThan(60);
        await journal.compact();
        expect(await stateOf(journal, 'a')).toEqual(a.state);
        expect((await segments(dir)).length).toBeLessThanOrEqual(2);
      }),
      { numRuns: 8 },
    );
  });

  it('removes erased content from the disk', async () => {
    const dir = freshDir();
    const journal = open(dir);
    await value(journal.append([update(1, 'doc', 'canary-7431'), update(2, 'other')]));
    await value(journal.append([erase(3)]));
    await journal.compact();
    await journal.close();
    const folder = join(dir, 'journal');
    for (const name of await segments(dir)) {
      expect((await fsp.readFile(join(folder, name))).includes('canary-7431')).toBe(false);
    }
  });

  it('stopped at any point leaves the journal as before or as after', async () => {
    const dir = freshDir();
    const journal = open(dir);
    const { state, updates } = edited(50, (below) => (below * 7) % 5);
    for (const [at, bytes] of updates.entries()) {
      await value(journal.append([{ type: 'update', seq: at + 1, docId: 'a', at: 0, bytes: new Uint8Array(bytes) }]));
    }
    await journal.close();
    const folder = join(dir, 'journal');
    const before = await Promise.all(
      (await segments(dir)).map(async (name) => [name, await fsp.readFile(join(folder, name))] as const),
    );
    const compacted = open(dir);
    await compacted.compact();
    await compacted.close();
    const [base] = (await segments(dir)).filter((name) => name.startsWith('base'));
    // Stopped before the old segments were removed.
    for (const [name, bytes] of before) await fsp.writeFile(join(folder, name), bytes);
    const after = open(dir);
    expect(await stateOf(after, 'a')).toEqual(state);
    await after.close();
    expect(await segments(dir)).toEqual([base]);
    // Stopped while the base was being written.
    await fsp.rename(join(folder, base!), join(folder, `${base}.tmp`));
    for (const [name, bytes] of before) await fsp.writeFile(join(folder, name), bytes);
    const between = open(dir);
    expect(await stateOf(between, 'a')).toEqual(state);
    expect((await fsp.readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('runs by itself', async () => {
    const dir = freshDir();
    const journal = open(dir, { looseEntries: 3000 });
    const { state, updates } = edited(3100, (below) => Math.floor((below * 13) % 7) % below);
    const entries = updates.map(
      (bytes, at): JournalEntry => ({ type: 'update', seq: at + 1, docId: 'a', at: 0, bytes: new Uint8Array(bytes) }),
    );
    for (let at = 0; at < entries.length; at += 100) await value(journal.append(entries.slice(at, at + 100)));
    await journal.compact();
    expect(await stateOf(journal, 'a')).toEqual(state);
    expect((await value(journal.read({ docId: 'a', afterSeq: 0 }))).length).toBeLessThan(40);
  });
});
