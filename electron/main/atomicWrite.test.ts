import type { FileHandle } from 'node:fs/promises';
import * as fsp from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { atomicWrite } from './atomicWrite';

const root = await fsp.mkdtemp(join(tmpdir(), 'atomic-'));
afterAll(() => fsp.rm(root, { recursive: true, force: true }));
const bytes = (text: string) => new TextEncoder().encode(text);

describe('an atomic write', () => {
  it('makes and replaces a file, through a link too', async () => {
    const path = join(root, 'plan.txt');
    await atomicWrite(path, bytes('one'));
    const link = join(root, 'link.txt');
    await fsp.symlink(path, link);
    await atomicWrite(link, bytes('two'));
    expect(await fsp.readFile(path, 'utf8')).toBe('two');
    expect((await fsp.lstat(link)).isSymbolicLink()).toBe(true);
  });

  it('leaves the old file and nothing else when a step fails', async () => {
    const dir = join(root, 'failing');
    await fsp.mkdir(dir);
    const path = join(dir, 'plan.txt');
    await fsp.writeFile(path, 'old');
    const fail = async (): Promise<never> => {
      throw Object.assign(new Error('no'), { code: 'EIO' });
    };
    const failingFile =
      (step: 'write' | 'sync') =>
      async (...args: Parameters<typeof fsp.open>) => {
        const file: FileHandle = await fsp.open(...args);
        file[step] = fail as FileHandle['sync'] & FileHandle['write'];
        return file;
      };
    for (const fs of [
      { ...fsp, open: failingFile('write') },
      { ...fsp, open: failingFile('sync') },
      { ...fsp, rename: fail },
      { ...fsp, open: fail },
    ]) {
      await expect(atomicWrite(path, bytes('new'), fs)).rejects.toThrow('no');
      expect(await fsp.readdir(dir)).toEqual(['plan.txt']);
      expect(await fsp.readFile(path, 'utf8')).toBe('old');
    }
  });

  it('never shows a half-written file to a reader', async () => {
    const path = join(root, 'read.bin');
    const contents = [new Uint8Array(300_000).fill(1), new Uint8Array(700_000).fill(2)] as const;
    await atomicWrite(path, contents[0]);
    let writing = true;
    const writes = (async () => {
      for (let at = 0; at < 30; at += 1) await atomicWrite(path, contents[at % 2 === 0 ? 1 : 0]);
      writing = false;
    })();
    while (writing) {
      const seen = await fsp.readFile(path);
      const expected = seen[0] === 1 ? contents[0] : contents[1];
      expect(seen.equals(expected)).toBe(true);
    }
    await writes;
  });
});
