import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pathsOf, readUserFile } from './openFiles';
import { createPendingFiles } from './pendingFiles';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'open-'));
  writeFileSync(join(folder, 'a.personarium'), 'abc');
  writeFileSync(join(folder, 'large.personarium'), '');
  truncateSync(join(folder, 'large.personarium'), 256 * 1024 * 1024 + 1);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('reading a file the user named', () => {
  it('gives its name and bytes', async () => {
    const file = await readUserFile(join(folder, 'a.personarium'));
    expect(file).toMatchObject({ ok: true, value: { name: 'a.personarium' } });
    expect(file.ok && new TextDecoder().decode(file.value.bytes)).toBe('abc');
  });

  it('refuses what is too large, a folder, and what is not there', async () => {
    const error = async (path: string) => {
      const file = await readUserFile(path);
      return file.ok ? null : file.error;
    };
    expect(await error(join(folder, 'large.personarium'))).toMatchObject({ code: 'file-too-large', limitMb: 256 });
    expect(await error(folder)).toMatchObject({ code: 'file-unreadable', detail: 'EISDIR' });
    expect(await error(join(folder, 'no'))).toMatchObject({ code: 'file-unreadable', detail: 'ENOENT' });
    expect(await error('a\0b')).toMatchObject({ code: 'file-unreadable' });
  });

  it.skipIf(process.platform === 'win32')('does not wait for pipes or devices without end', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    expect((await readUserFile(pipe)).ok).toBe(false);
    expect((await readUserFile('/dev/zero')).ok).toBe(false);
  });
});

describe('files that arrive', () => {
  it('wait until they are taken, each once', async () => {
    let arrivals = 0;
    const pending = createPendingFiles(() => {
      arrivals += 1;
    });
    pending.add([]);
    pending.add([join(folder, 'a.personarium')]);
    pending.add([join(folder, 'a.personarium'), join(folder, 'no')]);
    expect(arrivals).toBe(2);
    expect((await pending.take()).map((file) => file.ok)).toEqual([true, false]);
    expect(await pending.take()).toEqual([]);
  });

  it('are found from the folder the words were written in', () => {
    expect(pathsOf(['a', '/b/c'], '/x')).toEqual(['/x/a', '/b/c']);
    expect(
      pathsOf(
        Array.from({ length: 500 }, () => 'a'),
        '/x',
      ),
    ).toHaveLength(100);
  });
});
