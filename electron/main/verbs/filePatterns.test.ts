import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { namedFiles } from './filePatterns';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'personarium-patterns-'));
  mkdirSync(join(folder, 'client', 'juin'), { recursive: true });
  mkdirSync(join(folder, '.caché'));
  for (const name of ['a.personarium', 'b.personarium', 'notes.txt', 'x[1].personarium', '.h.personarium'])
    writeFileSync(join(folder, name), '');
  for (const name of [
    'client/c.personarium',
    'client/juin/d1.personarium',
    'client/juin/é.personarium',
    '.caché/e.personarium',
  ])
    writeFileSync(join(folder, name), '');
  symlinkSync(folder, join(folder, 'client', 'rond'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const files = async (...words: string[]) => (await namedFiles(words, folder)).files;

describe('files that words name', () => {
  it('takes names as they are, those that are missing too, each once', async () => {
    expect(await files('b.personarium', 'gone.personarium', 'b.personarium')).toEqual([
      'b.personarium',
      'gone.personarium',
    ]);
  });

  it('prefers a file that is called like a pattern', async () => {
    expect(await files('x[1].personarium')).toEqual(['x[1].personarium']);
  });

  it('knows stars, question marks and sets, without hidden files', async () => {
    expect(await files('*.personarium')).toEqual(['a.personarium', 'b.personarium', 'x[1].personarium']);
    expect(await files('?.personarium')).toEqual(['a.personarium', 'b.personarium']);
    expect(await files('[!a].personarium')).toEqual(['b.personarium']);
    expect(await files('client/j*/?.personarium')).toEqual(['client/juin/é.personarium']);
    expect(await files('.h*')).toEqual(['.h.personarium']);
  });

  it('goes down every folder, never round in a circle', async () => {
    expect(await files('**/*.personarium')).toEqual([
      'a.personarium',
      'b.personarium',
      'client/c.personarium',
      'client/juin/d1.personarium',
      'client/juin/é.personarium',
      'x[1].personarium',
    ]);
    expect(await files(join(folder, 'client', '**', 'd*.personarium'))).toEqual([
      join(folder, 'client/juin/d1.personarium'),
    ]);
  });

  it('tells patterns without a file, and takes other signs as they are', async () => {
    expect(await namedFiles(['*.persona', 'a.p*'], folder)).toEqual({
      files: ['a.personarium'],
      unmatched: ['*.persona'],
    });
    expect((await namedFiles(['?{personarium}*'], folder)).unmatched).toEqual(['?{personarium}*']);
  });
});
