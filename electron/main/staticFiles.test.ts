import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pathInside, readStaticFile } from './staticFiles';

let folder = '';
let root = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'static-'));
  root = join(folder, 'root');
  mkdirSync(join(root, 'assets'), { recursive: true });
  mkdirSync(join(folder, 'root-beside'));
  writeFileSync(join(root, 'index.html'), '<p>');
  writeFileSync(join(root, 'assets', 'a b.js'), 'js');
  writeFileSync(join(root, 'secret.key'), 'no such type');
  writeFileSync(join(folder, 'secret.json'), '{}');
  writeFileSync(join(folder, 'root-beside', 'secret.json'), '{}');
  symlinkSync(join(folder, 'secret.json'), join(root, 'link.json'));
  symlinkSync(folder, join(root, 'up'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('files of the app', () => {
  it('are read with their type', () => {
    expect(readStaticFile(root, '/index.html')).toMatchObject({ type: 'text/html; charset=utf-8' });
    expect(readStaticFile(root, '/assets/a%20b.js')).toMatchObject({ type: 'text/javascript; charset=utf-8' });
  });

  it.each([
    '/../secret.json',
    '/assets/../../secret.json',
    '/..%2fsecret.json',
    '/%2e%2e/secret.json',
    '/%2e%2e%2fsecret.json',
    '/..\\secret.json',
    '/..%5csecret.json',
    '/%252e%252e/secret.json',
    '/../root-beside/secret.json',
    '/link.json',
    '/up/secret.json',
    '/C:/secret.json',
    '/index.html::$DATA',
    '/index.html%00.png',
    '/%',
    '/%ff',
    '/secret.key',
    '/assets',
    '/assets/',
    '/',
    '',
    '//secret.json',
    '/missing.js',
  ])('nothing answers %s', (path) => {
    expect(readStaticFile(root, path)).toBeNull();
  });

  it('keeps names that merely look like escapes', () => {
    expect(pathInside('/app', '/..a/b')).toBe('/app/..a/b');
    expect(pathInside('/app', '/a..b')).toBe('/app/a..b');
  });
});
