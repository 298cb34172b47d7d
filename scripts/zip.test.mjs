import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { zipEntries } from './zip.mjs';

const read = (zip) => Object.fromEntries([...zipEntries(Buffer.from(zip))].map((entry) => [entry.name, entry]));

it('reads stored and compressed files with their modes', () => {
  const long = 'abc'.repeat(10_000);
  const mode = { os: 3, attrs: 0o100755 << 16 };
  const entries = read(
    zipSync({ 'a/stored': [strToU8('one'), { level: 0, ...mode }], 'a/packed': [strToU8(long), { level: 6 }] }),
  );
  expect(Object.keys(entries)).toEqual(['a/stored', 'a/packed']);
  expect(entries['a/stored'].bytes().toString()).toBe('one');
  expect(entries['a/stored'].mode & 0o777).toBe(0o755);
  expect(entries['a/packed'].bytes().toString()).toBe(long);
});

it('refuses what is not a zip archive', () => {
  expect(() => read(Buffer.alloc(100))).toThrow('Not a zip archive');
});
