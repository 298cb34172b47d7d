import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JournalEntry } from '@shared/ipc';
import { afterAll, describe, expect, it } from 'vitest';
import { createJournal } from './journal';
import { createSnapshots } from './snapshots';
import { sweepRemains } from './sweepRemains';

const root = await mkdtemp(join(tmpdir(), 'remains-'));
afterAll(() => rm(root, { recursive: true, force: true }));
const MARK = 'erased-abcdefghij';
const noLog = () => undefined;

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text));
const entry = (type: JournalEntry['type'], docId: string, seq: number, text = ''): JournalEntry => ({
  type,
  docId,
  seq,
  at: seq,
  bytes: bytesOf(text),
});

async function textsIn(folder: string): Promise<string> {
  const { readFile } = await import('node:fs/promises');
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((found) => found.isFile());
  return (await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'latin1')))).join('\n');
}

describe('what is left of what was erased', () => {
  it('is none in a journal that was written anew, damaged files that were set aside included', async () => {
    const dir = join(root, 'journal');
    const journal = createJournal(dir, { versions: { app: '1', chromium: '1' }, reserveBytes: 10 });
    await journal.append([entry('update', 'gone', 1, 'SECRET'), entry('update', 'stays', 2, 'KEPT')]);
    await journal.append([entry('asset', 'f'.repeat(64), 2, 'PICTURE')]);
    await mkdir(join(dir, 'journal', 'damaged'), { recursive: true });
    await writeFile(join(dir, 'journal', 'damaged', 'journal-00000009.log'), 'SECRET');
    await journal.append([entry('erase', 'gone', 3), entry('erase', 'f'.repeat(64), 3)]);
    expect(await journal.rewrite()).toEqual({ ok: true, value: null });
    const left = await textsIn(dir);
    expect(left).toContain('KEPT');
    expect(left).not.toMatch(/SECRET|PICTURE/);
    const read = await journal.read({ docId: null, afterSeq: 0 });
    expect(read.ok && read.value.map(({ docId }) => docId)).toEqual(['stays']);
    await journal.close();
  });

  it('is told while a file of a database is older or holds the mark, and copies that nothing refers to go', async () => {
    const dir = join(root, 'profile');
    const data = join(dir, 'IndexedDB', 'x.leveldb');
    await mkdir(data, { recursive: true });
    await mkdir(join(dir, 'damaged', 'IndexedDB-1'), { recursive: true });
    await writeFile(join(dir, 'damaged', 'IndexedDB-1', 'a.ldb'), 'SECRET');
    await mkdir(join(dir, 'backups', 'w'), { recursive: true });
    await writeFile(join(dir, 'backups', 'w', '.half.tmp'), 'SECRET');
    await writeFile(join(data, 'MANIFEST-000001'), 'old');
    await writeFile(join(data, '000005.ldb'), `before ${MARK} after`);
    const look = async (since: number) => {
      const swept = await sweepRemains(dir, { since, mark: MARK }, noLog);
      return swept.ok ? swept.value.oldFiles : swept.error;
    };
    expect(await look(0)).toBe(1);
    await writeFile(join(data, '000005.ldb'), Buffer.from(`x${MARK}`, 'utf16le'));
    expect(await look(0)).toBe(1);
    await writeFile(join(data, '000005.ldb'), 'something else');
    expect(await look(0)).toBe(0);
    expect(await look(Date.now() + 60_000)).toBe(1);
    expect(await textsIn(dir)).not.toContain('SECRET');
  });

  it('is none in a backup that is replaced in its place, or removed', async () => {
    const snapshots = createSnapshots(join(root, 'snapshots'), { now: () => 1_700_000_000_000 });
    const made = await snapshots.write({ workshopId: 'w', title: 'Essai', bytes: bytesOf('SECRET') });
    if (!made.ok) throw new Error(made.error.code);
    expect(await snapshots.replace({ token: made.value.token, bytes: bytesOf('clean') })).toEqual({
      ok: true,
      value: null,
    });
    const [kept] = await snapshots.list('w');
    expect(kept).toMatchObject({ token: made.value.token, savedAt: made.value.savedAt });
    expect(await snapshots.read(made.value.token)).toEqual({ ok: true, value: bytesOf('clean') });
    await snapshots.replace({ token: made.value.token, bytes: null });
    expect(await snapshots.list('w')).toEqual([]);
    expect(await snapshots.replace({ token: 'none', bytes: null })).toEqual({ ok: true, value: null });
    expect(await textsIn(join(root, 'snapshots'))).not.toContain('SECRET');
  });
});
