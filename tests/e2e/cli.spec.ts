import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { pdfFonts, pdfImageCount, pdfInfo, pdfText } from '../support/pdfFacts';
import { personarium } from './commandLine';
import { launchApp, projectRoot } from './launch';

/** What the command line promises to scripts: exit codes, paths on standard output, whole files or none, no traces. */
let folder = '';
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'personarium-cli-'));
});
test.afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const FIXTURE = join(projectRoot, 'tests', 'fixtures', 'v1', 'workshop.personarium');
const lines = (text: string) => text.split('\n').filter((line) => line !== '');

test('it helps in both languages and tells its version', async () => {
  const french = await personarium(['--help']);
  const english = await personarium(['help', '--lang', 'en']);
  const byLocale = await personarium(['--help'], { LANG: 'en_GB.UTF-8' });
  expect([french.code, english.code, byLocale.code]).toEqual([0, 0, 0]);
  expect(french.out).toContain('Codes de fin');
  expect(english.out).toContain('Exit codes');
  expect(byLocale.out).toBe(english.out);
  for (const option of ['--board', '--format', '--sheet', '--orientation', '--dpi', '--lang', '--out', '--sample']) {
    expect(french.out).toContain(option);
    expect(english.out).toContain(option);
  }
  const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
  expect((await personarium(['--version'])).out).toBe(`Personarium ${version}\n`);
});

const MISUSES: readonly (readonly [string, readonly string[], RegExp])[] = [
  ['nothing to export', ['export'], /--sample/],
  ['two files for one poster', ['export', 'a', 'b', '--out', 'x.pdf'], /x\.pdf/],
  ['a file and the sample', ['export', 'a', '--sample'], /pas les deux/],
  ['an unknown option', ['export', 'a', '--paper', 'A1'], /--paper/],
  ['an unknown sheet', ['export', 'a', '--sheet', 'A9'], /A4, A3, A2, A1, A0, 2A0.*ARCH-D.*roll-914/],
  ['an unknown resolution', ['export', 'a', '--dpi', '72'], /96, 150, 300/],
  ['an unknown format', ['export', 'a', '--format', 'docx'], /pdf, png, svg/],
];

test('wrong usage ends with 2 and says what is wrong', async () => {
  for (const [what, words, says] of MISUSES) {
    const { code, out, err } = await personarium(words);
    expect([what, code, out]).toEqual([what, 2, '']);
    expect(err).toMatch(says);
  }
});

test('no window opens for a mistyped command, a missing file, or without a display', async () => {
  const word = await personarium(['exprot']);
  const told = expect.stringMatching(/^personarium: .*«\u00A0exprot\u00A0»\.\n.*--help\n$/);
  expect([word.code, word.out, word.err]).toEqual([2, '', told]);
  const missing = await personarium(['nope.personarium', '--lang', 'en']);
  expect([missing.code, missing.out]).toEqual([3, '']);
  expect(missing.err).toBe('personarium: The file “nope.personarium” does not exist.\nSee: personarium --help\n');
  const unseen = await personarium([], { DISPLAY: '', WAYLAND_DISPLAY: '' });
  expect([unseen.code, unseen.out]).toEqual([2, '']);
  expect(unseen.err).toContain('pas d’écran');
  expect(unseen.err).toContain('personarium export FICHIER');
});

test('an unreadable file ends with 3', async () => {
  const bad = join(folder, 'abîmé.personarium');
  writeFileSync(bad, 'not a workshop');
  for (const file of [join(folder, 'missing.personarium'), folder, bad]) {
    const { code, out, err } = await personarium(['export', file, '--out', join(folder, 'never')]);
    // All of it at once: a failure shows what it said as well.
    const said = expect.stringMatching(/^personarium: [^()]+\n$/);
    expect({ file, code, out, err }).toEqual({ file, code: 3, out: '', err: said });
    expect(err.includes('n’existe pas')).toBe(file.includes('missing'));
  }
  expect(existsSync(join(folder, 'never'))).toBe(false);
});

test('a board that is not there ends with 4 and the names of those that are', async () => {
  const { code, err } = await personarium([
    'export',
    '--sample',
    '--board',
    'Nulle part',
    '--out',
    join(folder, 'never'),
  ]);
  expect(code).toBe(4);
  expect(err).toContain('Nulle part');
  expect(err).toContain('Parcours actuel');
  expect(existsSync(join(folder, 'never'))).toBe(false);
});

test('a place that cannot be written ends with 5', async () => {
  const file = join(folder, 'a file');
  writeFileSync(file, 'x');
  for (const out of [join(file, 'under'), '/proc/personarium', join(file, 'under', 'one.svg')]) {
    const { code, err } = await personarium(['export', '--sample', '--board', '1', '--format', 'svg', '--out', out]);
    expect([out, code]).toEqual([out, 5]);
    expect(err).toContain('personarium: ');
  }
  expect(readFileSync(file, 'utf8')).toBe('x');
});

test('one poster goes into the named file; several for one name write nothing', async () => {
  const one = join(folder, 'one', 'poster.svg');
  const done = await personarium(['export', '--sample', '--board', '1', '--format', 'svg', '--out', one]);
  expect([done.code, lines(done.out)]).toEqual([0, [one]]);
  expect(lines(done.err)[0]).toBe('1/1 Parcours actuel, A1, fr');
  expect(readdirSync(join(folder, 'one'))).toEqual(['poster.svg']);

  const several = await personarium(['export', '--sample', '--format', 'svg', '--out', join(folder, 'none', 'x.svg')]);
  expect([several.code, several.out]).toEqual([2, '']);
  expect(several.err).toContain('Indiquez un dossier');
  expect(existsSync(join(folder, 'none'))).toBe(false);
});

test('text below the least of its sheet is refused in words, the other posters are written; whoever insists gets it', async () => {
  const out = join(folder, 'small');
  const words = ['export', '--sample', '--sheet', 'A4', '--format', 'svg', '--out', out];
  const french = await personarium([...words, '--board', '1', '--board', '2']);
  expect(french.code).toBe(1);
  // Its stages go over two sheets; an empathy map has none.
  expect(readdirSync(out).sort()).toEqual(['Parcours actuel A4 1 fr.svg', 'Parcours actuel A4 2 fr.svg']);
  const said = french.err.replaceAll(/[\u00A0\u202F]/g, ' ');
  expect(said).toContain('Empathie : pas écrit. Son plus petit texte ferait 6,5 pt, il en faut 9 sur A4.');
  for (const help of ['--sheet A3', '--small-text']) expect(said).toContain(help);
  const english = await personarium([...words, '--board', '1', '--board', '2', '--lang', 'en', '--json']);
  const told = 'Empathy: not written. Its smallest text would be 6.5 pt, and A4 needs 9 pt.';
  expect(english.code).toBe(1);
  expect(english.err).toContain(told);
  expect(JSON.parse(english.out)).toEqual({
    exitCode: 1,
    files: [1, 2].map((sheet) => join(out, `Current journey A4 ${sheet} en.svg`)),
    messages: [told, expect.stringContaining('--sheet A3'), expect.stringContaining('--small-text')],
  });
  const insisted = await personarium([...words, '--board', '2', '--small-text']);
  expect([insisted.code, lines(insisted.out)]).toEqual([0, [join(out, 'Empathie A4 fr.svg')]]);
  expect(insisted.err).toContain('trop petit pour cette feuille');
});

test('the sheets of one poster are numbered after the named file', async () => {
  const words = ['export', '--sample', '--board', '1', '--sheet', 'A4', '--format', 'png', '--dpi', '96'];
  const done = await personarium([...words, '--out', join(folder, 'sheets', 'map.png')]);
  expect([done.code, readdirSync(join(folder, 'sheets')).sort()]).toEqual([0, ['map-1.png', 'map-2.png']]);
});

test('a workshop file: every board, in both languages, in two formats, beside one another', async () => {
  const out = join(folder, 'all');
  mkdirSync(out);
  const words = [
    'export',
    FIXTURE,
    '--lang',
    'fr,en',
    '--format',
    'pdf,svg',
    '--sheet',
    'A3',
    '--portrait',
    '--split',
    'none',
    '--out',
    out,
  ];
  const first = await personarium(words);
  expect(first.code).toBe(0);
  const files = readdirSync(out).sort();
  const progress = lines(first.err).filter((line) => /^\d+\/\d+ .+, A3, (fr|en), (pdf|svg)$/.test(line));
  expect(progress.map((line) => line.split(' ')[0])).toEqual(files.map((_, at) => `${at + 1}/${files.length}`));
  expect(lines(first.out).sort()).toEqual(files.map((name) => join(out, name)));
  expect(files.length).toBeGreaterThanOrEqual(4);
  for (const name of files.filter((file) => file.endsWith('.pdf'))) {
    const path = join(out, name);
    const { widthMm, heightMm, isTagged, pages } = pdfInfo(path);
    expect([isTagged, pages]).toEqual([true, 1]);
    expect(Math.abs(widthMm - 297)).toBeLessThan(0.05);
    expect(Math.abs(heightMm - 420)).toBeLessThan(0.05);
    expect(pdfFonts(path).filter((font) => !font.isEmbedded || !font.hasUnicode)).toEqual([]);
    expect(pdfImageCount(path)).toBe(0);
    expect(pdfText(path).length).toBeGreaterThan(20);
  }
  // Again over the same files: replaced, none added.
  expect((await personarium(words)).code).toBe(0);
  expect(readdirSync(out).sort()).toEqual(files);
});

/** What differs between any two prints of one page: the moment it was made, as text of one length. */
const withoutMoment = (path: string): string =>
  readFileSync(path, 'latin1').replaceAll(/\(D:\d{14}[^)]*\)|(?<=Date>)\d{4}-[^<]*/g, 'moment');

test('it makes the very files that the poster workshop makes, whole and in tiles', async () => {
  const file = join(folder, 'shared.personarium');
  copyFileSync(FIXTURE, file);
  const byCommand = (name: string) => join(folder, `command-${name}.pdf`);
  const byWindow = (name: string) => join(folder, `window-${name}.pdf`);
  const words = ['export', file, '--board', '1', '--out'];
  expect((await personarium([...words, byCommand('whole')])).code).toBe(0);
  expect((await personarium([...words, byCommand('tiled'), '--tile', 'A3'])).code).toBe(0);

  const { app, page, close } = await launchApp({ args: [file] });
  await expect(page.getByTestId('board-canvas')).toBeVisible({ timeout: 120_000 });
  await page.keyboard.press('Control+e');
  for (const name of ['whole', 'tiled']) {
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    }, byWindow(name));
    if (name === 'tiled') await page.getByRole('radio', { name: 'Sur A3', exact: true }).check();
    await page.getByRole('button', { name: 'Exporter 1 affiche', exact: true }).click();
    await expect(page.getByRole('status').filter({ hasText: '1 affiche enregistrée' })).toBeVisible();
    await page.getByRole('button', { name: 'Fermer', exact: true }).click();
  }
  await close();
  for (const name of ['whole', 'tiled'])
    expect([name, withoutMoment(byWindow(name)) === withoutMoment(byCommand(name))]).toEqual([name, true]);
  expect(pdfInfo(byWindow('tiled')).pages).toBeGreaterThan(pdfInfo(byWindow('whole')).pages);
});

test('it leaves nothing behind and does not touch the user\u2019s own data', async () => {
  const own = join(folder, 'own');
  const temporary = join(folder, 'tmp');
  mkdirSync(own);
  mkdirSync(temporary);
  const env = { XDG_CONFIG_HOME: own, TMPDIR: temporary, PERSONARIUM_USER_DATA: '' };
  for (const words of [
    ['export', '--sample', '--board', '2', '--out', join(folder, 'traces')],
    ['--version'],
    ['export', '--wat'],
  ]) {
    await personarium(words, env);
  }
  expect(readdirSync(own).filter((name) => /personarium/i.test(name))).toEqual([]);
  expect(readdirSync(temporary).filter((name) => /personarium/i.test(name))).toEqual([]);
  expect(readdirSync(join(folder, 'traces'))).toHaveLength(1);
  expect(homedir()).not.toBe(own);
});

test('commands without a window run without a display, and say the same to people and to scripts', async () => {
  const bad = join(folder, 'faux.personarium');
  writeFileSync(bad, 'not a workshop');
  const unseen = { DISPLAY: '', WAYLAND_DISPLAY: '', PATH: '' };
  const english = { ...unseen, LANG: 'en_GB.UTF-8' };
  const good = await personarium(['validate', join(projectRoot, 'tests', 'fixtures', 'v*', '*.personarium')], english);
  expect([good.code, good.err]).toEqual([0, '']);
  expect(lines(good.out).every((line) => /: opens \(/.test(line))).toBe(true);
  const mixed = await personarium(['validate', FIXTURE, bad, '--json'], unseen);
  expect(mixed.code).toBe(3);
  expect(JSON.parse(mixed.out)).toMatchObject([{ valid: true }, { valid: false }]);
  expect((await personarium(['diff', FIXTURE, FIXTURE], english)).out).toBe('No difference.\n');
  expect((await personarium(['lint', FIXTURE, '--level', 'info'], unseen)).code).toBe(6);
  const onPaper = await personarium(['lint', FIXTURE, '--paper', 'A5', '--json'], unseen);
  expect(onPaper.out).toContain('smallText');
  expect((await personarium(['help', 'diff'], english)).out).toMatch(/^personarium diff A B/);
});

test('several workshops are exported into a folder each', async () => {
  const out = join(folder, 'several');
  const pattern = join(projectRoot, 'tests', 'fixtures', 'v[12]', '*s*.personarium');
  const words = ['export', pattern, join(folder, 'gone.personarium'), '--format', 'svg', '--board', '1', '--out', out];
  const { code, out: said, err } = await personarium(words);
  expect(code).toBe(3);
  expect(err).toContain('gone.personarium');
  expect(readdirSync(out).sort()).toEqual(['journey-notes', 'workshop']);
  expect(lines(said).length).toBe(2);
  for (const path of lines(said)) expect(readFileSync(path, 'utf8')).toContain('<svg');
});

test('one poster goes to standard output, and several do not', async () => {
  const one = await personarium(['render', FIXTURE, '--board', '1', '--lang', 'en']);
  expect([one.code, one.out.slice(0, 5), one.out.trimEnd().slice(-6)]).toEqual([0, '<?xml', '</svg>']);
  const several = await personarium(['render', '--sample']);
  expect([several.code, several.out]).toEqual([2, '']);
  expect(several.err).toContain('--board');
});
