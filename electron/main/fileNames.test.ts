import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freePath, isPlainFileName, plainFileName } from './fileNames';

describe('file names', () => {
  it.each(['a.pdf', 'Changer de chaussures – A1 fr.pdf', 'été.png', '東京.svg', 'a..b'])('%s is plain', (name) => {
    expect(isPlainFileName(name)).toBe(true);
  });

  it.each([
    '',
    '.',
    '..',
    '../a',
    'a/b',
    'a\\b',
    '.hidden',
    'C:a',
    'a\0b',
    'a\nb',
    'CON',
    'nul.txt',
    'com1.pdf',
    'a.',
    'a ',
    'a?',
    'x'.repeat(201),
  ])('%j is not', (name) => {
    expect(isPlainFileName(name)).toBe(false);
  });

  it.each([
    ['Parcours : l’achat / 2.pdf', 'Parcours   l’achat   2.pdf'],
    ['../../etc/passwd', 'etc passwd'],
    ['...', 'Personarium'],
    ['nul.pdf', 'Personarium.pdf'],
  ])('%j becomes %j', (name, plain) => {
    expect(plainFileName(name)).toBe(plain);
  });

  it('finds a free path', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'names-'));
    writeFileSync(join(folder, 'a.pdf'), '');
    writeFileSync(join(folder, 'a (2).pdf'), '');
    expect(await freePath(folder, 'a.pdf')).toBe(join(folder, 'a (3).pdf'));
    expect(await freePath(folder, 'b.pdf')).toBe(join(folder, 'b.pdf'));
    rmSync(folder, { recursive: true });
  });
});
