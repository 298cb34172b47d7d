import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { carryWorkshop } from '@shared/carrier/carry';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainRun } from './plainRun';
import { runVerb } from './runVerb';
import { VERBS, verbOf } from './verbNames';

const ROOT = resolve(import.meta.dirname, '../../..');
const FIXTURE = join(ROOT, 'tests/fixtures/v3/journey-lanes.personarium');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'personarium-verbs-'));
  writeFileSync(join(folder, 'bon.personarium'), readFileSync(FIXTURE));
  writeFileSync(join(folder, 'faux.personarium'), 'no workshop');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs words as a terminal would. */
async function run(...words: string[]) {
  const said = { out: '', err: '' };
  const verb = verbOf(words);
  if (!verb) throw new Error(words.join(' '));
  const code = await runVerb(verb, words, words.includes('en') ? 'en' : 'fr', {
    folder,
    now: () => '2026-11-27T09:00:00.000Z',
    out: async (text) => {
      said.out += text;
    },
    err: async (text) => {
      said.err += text;
    },
  });
  return { code, ...said };
}

describe('lint', () => {
  it('tells on which paper the letters of a poster are too small, and which would do', async () => {
    const rules = async (...words: string[]) => {
      const { code, out } = await run('lint', join(folder, 'bon.personarium'), '--json', ...words);
      const [{ findings }] = JSON.parse(out);
      return { code, small: findings.filter(({ rule }: { rule: string }) => rule === 'smallText') };
    };
    expect((await rules()).small).toEqual([]);
    expect((await rules('--paper', 'A0')).small).toEqual([]);
    const { code, small } = await rules('--paper', 'a5', '--lang', 'en');
    expect(code).toBe(6);
    expect(small[0]).toMatchObject({ severity: 'warning', kind: 'journey-map' });
    expect(small[0].text).toMatch(/^on A5, smallest text [\d.]+ pt, [\d.]+ are needed/);
    expect((await rules('--paper', 'a5', '--level', 'error')).small).toEqual([]);
    expect((await run('lint', 'x', '--paper', 'A9')).err).toContain('A9');
    expect((await run('lint', 'x', '--paper', 'A1', '--orientation', 'up')).code).toBe(2);
  });
});

describe('every command', () => {
  it.each(VERBS)('%s has help in both languages, asked for in three ways', async (verb) => {
    const french = await run(verb, '--help');
    const english = await run('help', verb, '--lang', 'en');
    expect([french.code, english.code, french.err]).toEqual([0, 0, '']);
    expect(french.out).toMatch(new RegExp(`^personarium ${verb}`));
    expect(english.out).toMatch(new RegExp(`^personarium ${verb}`));
    expect(french.out).not.toBe(english.out);
    expect(await run(verb, '-h', 'any word', '--json')).toEqual(french);
  });

  it.each(VERBS)('%s refuses options it does not have', async (verb) => {
    const { code, out, err } = await run(verb, 'x', '--dpi', '3');
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('--dpi');
    expect((await run(verb, 'x', '--lang', 'de')).code).toBe(2);
  });

  it('leaves other words to the app', async () => {
    expect([verbOf([]), verbOf(['export', 'schema']), verbOf(['help']), verbOf(['help', 'export'])]).toEqual(
      Array(4).fill(null),
    );
    expect(await plainRun(['a.personarium', 'schema'])).toBeNull();
  });
});

describe('personarium schema', () => {
  it('prints the published schema', async () => {
    const { code, out } = await run('schema');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual(JSON.parse(readFileSync(join(ROOT, 'docs/workshop.schema.json'), 'utf8')));
    expect((await run('schema', 'extra')).code).toBe(2);
  });
});

describe('personarium validate', () => {
  it('ends with 0 when every file opens', async () => {
    const { code, out, err } = await run('validate', 'b*.personarium');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^bon\.personarium\u00A0: s’ouvre \(\d+ documents, 1 image\)\n/);
  });

  it('ends with 3 when one does not, and tells of all of them', async () => {
    const { code, out } = await run('validate', '*.personarium', 'absent.personarium', '--lang', 'en');
    expect(code).toBe(3);
    expect(out).toContain('bon.personarium: opens');
    expect(out).toContain('faux.personarium: error: “faux.personarium” was not');
    expect(out).toContain('absent.personarium: error: the file does not exist');
  });

  it('says the same in JSON', async () => {
    const { code, out } = await run('validate', '--json', 'faux.personarium', 'bon.personarium');
    expect(code).toBe(3);
    expect(JSON.parse(out)).toMatchObject([
      { file: 'faux.personarium', valid: false, problems: [{ severity: 'error', code: 'file-not-ours', where: '' }] },
      { file: 'bon.personarium', valid: true },
    ]);
  });

  it('needs a file, and a pattern that names one', async () => {
    expect((await run('validate')).code).toBe(2);
    expect(await run('validate', '*.nothing')).toMatchObject({ code: 3, out: '' });
  });
});

describe('personarium diff', () => {
  it('ends with 0 and a sentence for two files that say the same', async () => {
    expect(await run('diff', 'bon.personarium', FIXTURE, '--lang', 'en')).toEqual({
      code: 0,
      out: 'No difference.\n',
      err: '',
    });
  });

  it('ends with 6 for two that differ, in words and in JSON', async () => {
    const other = join(ROOT, 'tests/fixtures/v2/journey-notes.personarium');
    const { code, out, err } = await run('diff', 'bon.personarium', other);
    expect([code, err]).toEqual([6, '']);
    expect(out).toMatch(/^[~+-] (Atelier|Parcours|Persona) «\u00A0/);
    const { sheets, differ } = JSON.parse((await run('diff', 'bon.personarium', other, '--json')).out);
    expect(differ).toBe(true);
    expect(sheets[0]).toMatchObject({
      change: expect.any(String),
      kind: expect.any(String),
      title: expect.any(String),
    });
  });

  it('needs two workshops that can be read', async () => {
    expect(await run('diff', 'bon.personarium')).toMatchObject({ code: 2, out: '' });
    expect(await run('diff', 'bon.personarium', FIXTURE, 'faux.personarium')).toMatchObject({ code: 2 });
    const { code, out, err } = await run('diff', 'bon.personarium', 'faux.personarium');
    expect([code, out]).toEqual([3, '']);
    expect(err).toContain('faux.personarium');
  });
});

describe('a poster that carries the workshop', () => {
  const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"></svg>');
  beforeAll(() => {
    const carrier = carryWorkshop(svg, 'svg', { bytes: new Uint8Array(readFileSync(FIXTURE)), name: 'a.personarium' });
    writeFileSync(join(folder, 'affiche.svg'), carrier.ok ? carrier.value : '');
    writeFileSync(join(folder, 'nue.svg'), svg);
  });

  it('is read by every command as the workshop itself', async () => {
    const { code, out } = await run('validate', 'affiche.svg', '--lang', 'en');
    expect([code, out]).toEqual([0, expect.stringMatching(/^affiche\.svg: opens \(/)]);
    expect(await run('diff', 'affiche.svg', 'bon.personarium', '--lang', 'en')).toMatchObject({
      out: 'No difference.\n',
    });
    expect(await run('lint', 'affiche.svg', '--level', 'error')).toMatchObject({ code: 0 });
    expect(await run('merge', 'affiche.svg', 'bon.personarium', '--out', 'm.personarium')).toMatchObject({ code: 0 });
    expect((await run('validate', 'm.personarium')).code).toBe(0);
    rmSync(join(folder, 'm.personarium'));
  });

  it('is told from one that carries none', async () => {
    const { code, out } = await run('validate', 'nue.svg', '--json');
    expect(code).toBe(3);
    expect(JSON.parse(out)).toMatchObject([{ valid: false, problems: [{ code: 'no-workshop-inside' }] }]);
    expect((await run('diff', 'nue.svg', 'bon.personarium')).err).toContain('sans atelier à l’intérieur');
  });
});

describe('personarium lint', () => {
  it('ends with 6 when there is something to look at, else with 0', async () => {
    const { code, out, err } = await run('lint', 'bon.personarium', '--level', 'info');
    expect([code, err]).toEqual([6, '']);
    expect(out).toMatch(/^bon\.personarium\u00A0: (avertissement|remarque), Persona «\u00A0.+\u00A0»\u00A0: /);
    expect(await run('lint', 'bon.personarium', '--level', 'error', '--lang', 'en')).toEqual({
      code: 0,
      out: 'bon.personarium: nothing to report\n',
      err: '',
    });
  });

  it('goes on after a file that cannot be read, and ends with 3', async () => {
    const { code, out, err } = await run('lint', 'faux.personarium', 'bon.personarium', '--json', '--level=info');
    expect(code).toBe(3);
    expect(err).toContain('faux.personarium');
    expect(JSON.parse(out)).toMatchObject([{ file: 'bon.personarium' }]);
    expect(JSON.parse(out)[0].findings[0]).toMatchObject({ rule: 'noBehaviour', severity: 'warning' });
    expect((await run('lint', 'bon.personarium', '--level', 'all')).err).toContain('error, warning, info');
  });
});

describe('personarium merge', () => {
  it('writes one workshop, tells what came from where, and leaves its sources alone', async () => {
    const before = readFileSync(join(folder, 'bon.personarium'));
    const { code, out, err } = await run('merge', 'bon.personarium', FIXTURE, '--out', 'c.personarium');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^Atelier «\u00A0.+\u00A0»\u00A0: pareil dans A et B\n/m);
    expect(out).toMatch(/\nc\.personarium\n$/);
    expect((await run('diff', 'bon.personarium', 'c.personarium')).code).toBe(0);
    expect((await run('validate', 'c.personarium', '--lang', 'en')).out).toMatch(/^c\.personarium: opens \(.+\)\n$/);
    expect(readFileSync(join(folder, 'bon.personarium'))).toEqual(before);
    rmSync(join(folder, 'c.personarium'));
  });

  it('does not guess where to write, and says when it cannot read or write', async () => {
    expect(await run('merge', 'bon.personarium', FIXTURE)).toMatchObject({ code: 2, out: '' });
    expect((await run('merge', 'bon.personarium', FIXTURE, '--out', 'no/such/c.personarium')).code).toBe(5);
    expect((await run('merge', 'bon.personarium', 'faux.personarium', '--out', 'c')).code).toBe(3);
  });
});

describe('personarium redact', () => {
  it('writes a copy without the names, the same each time, and tells what was changed', async () => {
    const words = ['redact', 'bon.personarium', '-o', 'sans.personarium', '--replace', 'Marchand=Durand'];
    const { code, out, err } = await run(...words, '--report', 'rapport.json');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^\d+ champs? changés?\n/);
    expect(out).toMatch(/\nsans\.personarium\nrapport\.json\n$/);
    const bytes = readFileSync(join(folder, 'sans.personarium'));
    expect((await run('validate', 'sans.personarium', '--lang', 'en')).out).toMatch(/: opens \(/);
    expect((await run('lint', 'sans.personarium', '--level', 'error')).code).toBe(0);
    const report = JSON.parse(readFileSync(join(folder, 'rapport.json'), 'utf8'));
    expect(report.changes[0]).toMatchObject({
      sheet: expect.any(String),
      from: expect.any(String),
      kinds: expect.any(Array),
    });
    const again = await run(...words, '--json');
    expect(JSON.parse(again.out)).toMatchObject({ file: 'bon.personarium', counts: report.counts });
    expect(readFileSync(join(folder, 'sans.personarium')).equals(bytes)).toBe(true);
    await run(...words, '--seed', 'other', '--report', 'rapport.md');
    expect(readFileSync(join(folder, 'sans.personarium')).equals(bytes)).toBe(false);
    expect(readFileSync(join(folder, 'rapport.md'), 'utf8')).toMatch(/^# Copie à partager/);
    for (const name of ['sans.personarium', 'rapport.json', 'rapport.md']) rmSync(join(folder, name));
  });

  it('refuses what it cannot mean', async () => {
    expect((await run('redact', 'bon.personarium')).code).toBe(2);
    expect((await run('redact', 'bon.personarium', FIXTURE, '-o', 'c')).code).toBe(2);
    expect((await run('redact', 'bon.personarium', '-o', 'c', '--names', 'none')).err).toContain(
      'pseudonym, letter, keep',
    );
    expect((await run('redact', 'bon.personarium', '-o', 'c', '--replace', 'Acme')).err).toContain('Acme');
    expect((await run('redact', 'faux.personarium', '-o', 'c')).code).toBe(3);
    expect((await run('redact', 'bon.personarium', '-o', 'no/such/c')).code).toBe(5);
  });
});
