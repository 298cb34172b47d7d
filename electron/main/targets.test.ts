import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import fsp from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTargets, writeUserFile } from './targets';

const bytes = new TextEncoder().encode('new');
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'targets-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('targets', () => {
  it('write the file that was chosen, over an old one', async () => {
    const path = join(folder, 'a.pdf');
    writeFileSync(path, 'old');
    const targets = createTargets();
    const target = targets.addFile(path);
    expect(target.name).toBe('a.pdf');
    expect(await targets.write({ token: target.token, name: null, bytes })).toMatchObject({
      ok: true,
      value: { name: 'a.pdf' },
    });
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['a.pdf']);
  });

  it('never replace a file in a folder, where nobody confirmed a name', async () => {
    writeFileSync(join(folder, 'a.pdf'), 'old');
    const targets = createTargets();
    const written = await targets.write({ token: targets.addFolder(folder).token, name: 'a.pdf', bytes });
    expect(written).toMatchObject({ ok: true, value: { name: 'a (2).pdf' } });
    expect(written.ok && targets.pathOf(written.value.token)).toBe(join(folder, 'a (2).pdf'));
    expect(readFileSync(join(folder, 'a.pdf'), 'utf8')).toBe('old');
  });

  it.each(['../a.pdf', '/etc/a', 'a/b', '..', '', '.a', 'nul'])('refuse the name %j', async (name) => {
    const targets = createTargets();
    const { token } = targets.addFolder(folder);
    expect(await targets.write({ token, name, bytes })).toMatchObject({
      ok: false,
      error: { code: 'file-write-failed' },
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('refuse tokens they never gave, and names for a file', async () => {
    const targets = createTargets();
    const { token } = targets.addFile(join(folder, 'a.pdf'));
    expect((await targets.write({ token: 'f'.repeat(32), name: null, bytes })).ok).toBe(false);
    expect((await targets.write({ token, name: 'b.pdf', bytes })).ok).toBe(false);
    expect(targets.pathOf('constructor')).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('say what a disk refuses', async () => {
    const targets = createTargets();
    const { token } = targets.addFile(join(folder, 'missing', 'a.pdf'));
    expect(await targets.write({ token, name: null, bytes })).toEqual({
      ok: false,
      error: { code: 'file-write-failed', name: 'a.pdf', detail: 'ENOENT' },
    });
  });

  it('tell a full disk, a protected place and a file that is open elsewhere apart, and leave what was there', async () => {
    const path = join(folder, 'poster.pdf');
    writeFileSync(path, 'old');
    const refuse = (code: string) => async (): Promise<never> => {
      throw Object.assign(new Error(code), { code });
    };
    const full = async (...args: Parameters<typeof fsp.open>) => {
      const file = await fsp.open(...args);
      file.write = refuse('ENOSPC') as typeof file.write;
      return file;
    };
    for (const [fs, code] of [
      [{ ...fsp, open: full }, 'target-full'],
      [{ ...fsp, open: refuse('EROFS') }, 'target-read-only'],
      [{ ...fsp, open: refuse('EACCES') }, 'target-read-only'],
      [{ ...fsp, rename: refuse('EBUSY') }, 'target-busy'],
      [{ ...fsp, rename: refuse('EPERM') }, 'target-busy'],
    ] as const) {
      expect(await writeUserFile(path, bytes, fs)).toMatchObject({ ok: false, error: { code, name: 'poster.pdf' } });
      expect(readdirSync(folder)).toEqual(['poster.pdf']);
      expect(readFileSync(path, 'utf8')).toBe('old');
    }
  });
});
