import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCliOutput } from './cliOutput';

const bytes = new TextEncoder().encode('poster');
const severalForOne = { code: 'usage', detail: 'several' } as const;
let folder = '';
let paths: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-'));
  paths = [];
});
afterEach(() => rmSync(folder, { recursive: true }));
const streamed: string[] = [];
const toStandardOutput = async (one: Uint8Array) => {
  streamed.push(new TextDecoder().decode(one));
};
const outputTo = (out: string) =>
  createCliOutput({ out, written: (path) => paths.push(path), severalForOne, toStandardOutput });

describe('where posters go', () => {
  it('one poster into the named file, once it is certain that there is one', async () => {
    const out = join(folder, 'new', 'a.pdf');
    const output = await outputTo(out);
    expect((await output.write({ name: 'x.pdf', bytes })).ok).toBe(true);
    expect(readdirSync(folder)).toEqual([]);
    expect(await output.finish()).toEqual({ ok: true, value: null });
    expect([paths, readFileSync(out, 'utf8')]).toEqual([[out], 'poster']);
  });

  it('several posters for one name: nothing is written', async () => {
    const output = await outputTo(join(folder, 'a.pdf'));
    await output.write({ name: 'x.pdf', bytes });
    expect(await output.write({ name: 'y.pdf', bytes })).toEqual({ ok: false, error: severalForOne });
    expect(await output.finish()).toEqual({ ok: false, error: severalForOne });
    expect([paths, readdirSync(folder)]).toEqual([[], []]);
  });

  it('the sheets of one poster into files numbered after the named one, a second poster into none', async () => {
    const sheets = async (out: string, more: readonly { readonly part?: number }[]) => {
      const output = await outputTo(out);
      for (const each of [{ part: 1 }, { part: 2 }, ...more]) await output.write({ name: 'x.png', bytes, ...each });
      return output.finish();
    };
    expect(await sheets(join(folder, 'a.png'), [])).toEqual({ ok: true, value: null });
    expect(paths).toEqual([join(folder, 'a-1.png'), join(folder, 'a-2.png')]);
    for (const second of [{}, { part: 1 }])
      expect(await sheets(join(folder, 'b.png'), [second])).toEqual({ ok: false, error: severalForOne });
    expect(await sheets('-', [])).toEqual({ ok: false, error: severalForOne });
    expect([paths.length, streamed]).toEqual([2, []]);
  });

  it('several posters into a folder that is made for them, none over another', async () => {
    const out = join(folder, 'deep', 'posters');
    const output = await outputTo(out);
    for (const name of ['a.pdf', 'a.pdf', 'A.pdf', 'b.pdf']) await output.write({ name, bytes });
    expect(readdirSync(out).sort()).toEqual(['A-3.pdf', 'a-2.pdf', 'a.pdf', 'b.pdf']);
    expect(paths).toHaveLength(4);
  });

  it('one poster to standard output, at the end, and no path', async () => {
    const output = await outputTo('-');
    await output.write({ name: 'x.svg', bytes });
    expect(streamed).toEqual([]);
    expect(await output.finish()).toEqual({ ok: true, value: null });
    expect([streamed, paths]).toEqual([['poster'], []]);
    const several = await outputTo('-');
    for (const name of ['x.svg', 'y.svg']) await several.write({ name, bytes });
    expect(await several.finish()).toEqual({ ok: false, error: severalForOne });
    expect(streamed).toEqual(['poster']);
  });

  it('replaces files of an earlier run', async () => {
    writeFileSync(join(folder, 'a.pdf'), 'old');
    await (await outputTo(folder)).write({ name: 'a.pdf', bytes });
    expect(readFileSync(join(folder, 'a.pdf'), 'utf8')).toBe('poster');
  });

  it('a folder whose name ends like a poster is a folder', async () => {
    mkdirSync(join(folder, 'posters.pdf'));
    await (await outputTo(join(folder, 'posters.pdf'))).write({ name: 'a.pdf', bytes });
    expect(readdirSync(join(folder, 'posters.pdf'))).toEqual(['a.pdf']);
  });

  it.each(['../a.pdf', 'a/b.pdf', '', '..'])('refuses the name %j', async (name) => {
    expect((await (await outputTo(folder)).write({ name, bytes })).ok).toBe(false);
  });

  it('says when it cannot write', async () => {
    writeFileSync(join(folder, 'file'), '');
    const output = await outputTo(join(folder, 'file', 'under'));
    expect(await output.write({ name: 'a.pdf', bytes })).toMatchObject({
      ok: false,
      error: { code: 'file-write-failed' },
    });
  });
});
