import { DEFAULT_SETUP, NO_CHOICE } from '@shared/poster/posterSetup';
import { describe, expect, it } from 'vitest';
import { readCommand } from './cliArguments';
import { mainTranslator } from './mainMessages';

const read = (...words: string[]) => readCommand(['export', ...words], 'fr');
const options = (...words: string[]) => {
  const command = read('a.personarium', ...words);
  return command.kind === 'export' ? command.options : command;
};

describe('personarium export', () => {
  it('has defaults', () => {
    expect(read('a.personarium')).toEqual({
      kind: 'export',
      lang: 'fr',
      files: ['a.personarium'],
      out: '.',
      json: false,
      options: {
        boards: [],
        formats: ['pdf'],
        report: null,
        data: null,
        setup: DEFAULT_SETUP,
        shows: NO_CHOICE,
        date: undefined,
        dpi: 150,
        outlines: false,
        withWorkshop: false,
        langs: ['fr'],
        text: null,
      },
    });
  });

  it('takes a report in place of posters, and nothing that only says something of those', () => {
    expect(options('--report', '--theme', 'paper')).toMatchObject({ report: { theme: 'paper' } });
    expect(options('--report')).toMatchObject({
      report: { theme: 'standard', formats: ['pdf'], sheet: 'A4', parts: [] },
    });
    expect(options('--report', '--format', 'md,docx', '--sheet', 'Letter', '--parts', 'plan,friction')).toMatchObject({
      report: { formats: ['md', 'docx'], sheet: 'Letter', parts: ['plan', 'friction'] },
    });
    const misuse = (...words: string[]) => read('a.personarium', ...words);
    expect(misuse('--report', '--bleed', '3')).toMatchObject({
      message: 'cli.usage.notForReport',
      values: { option: 'bleed' },
    });
    expect(misuse('--parts', 'plan')).toMatchObject({ message: 'cli.usage.onlyForReport' });
    expect(misuse('--report', '--sheet', 'A0')).toMatchObject({ values: { value: 'A0', allowed: 'A4, Letter' } });
    expect(misuse('--report', '--parts', 'maps')).toMatchObject({ values: { value: 'maps' } });
  });

  it('takes several files', () => {
    expect(read('a', 'b*', '--dpi', '96', 'c')).toMatchObject({ files: ['a', 'b*', 'c'] });
  });

  it('renders one poster to standard output, or to a file by its extension', () => {
    const render = (...words: string[]) => readCommand(['render', ...words], 'fr');
    expect(render('a', '--board', '1')).toMatchObject({ out: '-', options: { formats: ['svg'], boards: ['1'] } });
    expect(render('a', '--format', 'pdf')).toMatchObject({ out: '-', options: { formats: ['pdf'] } });
    expect(render('--sample', '--out', 'x.PNG')).toMatchObject({ out: 'x.PNG', options: { formats: ['png'] } });
    for (const words of [
      ['a', 'b'],
      ['a', '--report', '--format', 'pdf'],
      ['a', '--lang', 'fr,en'],
      ['a', '--format', 'svg,pdf'],
    ])
      expect([words, render(...words)]).toMatchObject([words, { message: 'cli.usage.renderOne' }]);
    expect(render('a', '--paper', 'A1')).toMatchObject({ message: 'cli.usage.unknownOption' });
  });

  it('takes the sample instead of a file', () => {
    expect(read('--sample', '--out', 'x')).toMatchObject({ kind: 'export', files: null, out: 'x' });
  });

  it('takes lists by commas and by repetition, each value once', () => {
    expect(options('--format', 'png,pdf', '--format', 'svg', '--format', 'pdf')).toMatchObject({
      formats: ['png', 'pdf', 'svg'],
    });
    expect(options('--lang', 'fr,en')).toMatchObject({ langs: ['fr', 'en'] });
    expect(options('--text', 'en')).toMatchObject({ langs: ['en'], text: 'en' });
    expect(options('--text', 'both')).toMatchObject({ langs: ['fr', 'en'], text: 'both' });
    expect(options('--text', 'en', '--lang', 'fr')).toMatchObject({ langs: ['fr'], text: 'en' });
    expect(options('--board', 'Parcours, suite', '--board=2')).toMatchObject({ boards: ['Parcours, suite', '2'] });
  });

  it('takes sheets, orientation and resolution', () => {
    expect(options('--sheet', 'a0', '--portrait', '--dpi', '300')).toMatchObject({
      setup: { sheet: { kind: 'named', name: 'A0' }, orientation: 'portrait' },
      dpi: 300,
    });
    expect(options('--orientation', 'portrait')).toMatchObject({ setup: { orientation: 'portrait' } });
    expect(options('--portrait', '--orientation', 'portrait')).toMatchObject({ setup: { orientation: 'portrait' } });
  });

  it('takes rolls and sizes, whose own proportions tell how they lie, blank edges and parting', () => {
    expect(options('--sheet', 'roll-914', '--margin', '4,2 mm', '--split', 'two', '--small-text')).toMatchObject({
      setup: {
        ...{ sheet: { kind: 'roll', widthMm: 914 }, orientation: 'landscape', marginMm: 4.2 },
        ...{ split: 'two', small: true },
      },
    });
    // The name of before.
    expect(options('--split', 'stages')).toMatchObject({ setup: DEFAULT_SETUP });
    expect(options('--tile', 'a4', '--date', '2026-11-22')).toMatchObject({
      setup: { tile: 'A4' },
      date: '2026-11-22',
    });
    expect(options('--bleed', '5mm', '--marks', '--inks', 'saving')).toMatchObject({
      setup: { bleedMm: 5, marks: true, inks: 'saving' },
    });
    expect(options('--hide', 'votes, evidence', '--hide=legend,votes')).toMatchObject({
      setup: { hides: ['votes', 'evidence', 'legend'], theme: 'standard' },
    });
    expect(options('--rows', 'a, b', '--stages=1', '--filter', 'verbatim', '--format', 'pptx')).toMatchObject({
      shows: { rows: ['a, b'], stages: ['1'], personas: [], filter: ['verbatim'] },
    });
    expect(options('--theme', 'night')).toMatchObject({ setup: { theme: 'night', inks: 'colour' } });
    expect(options('--outlines', '--format', 'svg')).toMatchObject({ outlines: true });
    expect(options('--with-workshop')).toMatchObject({ withWorkshop: true });
    const own = { kind: 'custom', widthMm: 500, heightMm: 700 };
    expect(options('--sheet', '500x700mm')).toMatchObject({ setup: { sheet: own, orientation: 'portrait' } });
    expect(options('--sheet', '500x700mm', '--landscape')).toMatchObject({ setup: { orientation: 'landscape' } });
  });

  it.each([
    [[], 'cli.usage.nothing'],
    [['a', '--sample'], 'cli.usage.fileAndSample'],
    [['a', '--json', '--out', '-'], 'cli.usage.jsonAndPoster'],
    [['a', '--wat'], 'cli.usage.unknownOption'],
    [['a', '-x'], 'cli.usage.unknownOption'],
    [['a', '--out'], 'cli.usage.badOption'],
    [['a', '--sample=yes'], 'cli.usage.badOption'],
    [['a', '--sheet', 'A7'], 'cli.usage.badValue'],
    [['a', '--sheet', '10x20mm'], 'cli.usage.badValue'],
    [['a', '--margin', '41'], 'cli.usage.badValue'],
    [['a', '--margin', 'wide'], 'cli.usage.badValue'],
    [['a', '--split', 'rows'], 'cli.usage.badValue'],
    [['a', '--bleed', '9'], 'cli.usage.badValue'],
    [['a', '--inks', 'red'], 'cli.usage.badValue'],
    [['a', '--theme', 'dark'], 'cli.usage.badValue'],
    [['a', '--report', '--theme', 'night'], 'cli.usage.badValue'],
    [['a', '--tile', 'A5'], 'cli.usage.badValue'],
    [['a', '--hide', 'curve'], 'cli.usage.badValue'],
    [['a', '--hide', 'votes', '--format', 'pdf,pptx'], 'cli.usage.nothingHiddenInSlides'],
    [['a', '--hide', 'votes', '--report'], 'cli.usage.notForReport'],
    [['a', '--hide', 'votes', '--data'], 'cli.usage.notForData'],
    [['a', '--rows', 'emotion', '--report'], 'cli.usage.notForReport'],
    [['a', '--filter', 'verbatim', '--data'], 'cli.usage.notForData'],
    [['a', '--tile', 'A4', '--format', 'svg'], 'cli.usage.tileWithoutPages'],
    [['a', '--tile', 'A4', '--bleed', '5'], 'cli.usage.tileOrMarks'],
    [['a', '--tile', 'A4', '--marks'], 'cli.usage.tileOrMarks'],
    [['a', '--with-workshop', '--format', 'pdf,pptx'], 'cli.usage.nothingInSlides'],
    [['a', '--outlines'], 'cli.usage.outlinesWithoutSvg'],
    [['a', '--with-workshop', '--report'], 'cli.usage.notForReport'],
    [['a', '--with-workshop', '--data'], 'cli.usage.notForData'],
    [['a', '--date', '2026-02-30'], 'cli.usage.badValue'],
    [['a', '--dpi', '72'], 'cli.usage.badValue'],
    [['a', '--format', 'pdf,gif'], 'cli.usage.badValue'],
    [['a', '--format', ''], 'cli.usage.badValue'],
    [['a', '--lang', 'de'], 'cli.usage.badValue'],
    [['a', '--data', '--report'], 'cli.usage.dataOrReport'],
    [['a', '--data', '--sheet', 'A4'], 'cli.usage.notForData'],
    [['a', '--data', '--dpi', '96'], 'cli.usage.notForData'],
    [['a', '--data', '--format', 'pdf'], 'cli.usage.badValue'],
    [['a', '--portrait', '--landscape'], 'cli.usage.twoOrientations'],
  ] as const)('refuses %j', (words, message) => {
    expect(read(...words)).toMatchObject({ kind: 'usage', message });
  });

  it('names the option that is wrong', () => {
    const command = read('a', '--wat=1');
    expect(command.kind === 'usage' && mainTranslator('en')(command.message, command.values)).toBe(
      'Unknown option: --wat.',
    );
  });

  it('speaks the language asked for, even about other mistakes', () => {
    expect(readCommand(['export', '--lang', 'en', '--wat'], 'fr')).toMatchObject({ kind: 'usage', lang: 'en' });
    expect(readCommand(['export', '--lang=en,fr'], 'fr')).toMatchObject({ lang: 'en' });
    expect(readCommand(['export', '--lang'], 'fr')).toMatchObject({ kind: 'usage', lang: 'fr' });
  });

  it('helps and tells its version', () => {
    expect(readCommand(['--help', '--lang', 'en'], 'fr')).toEqual({ kind: 'help', lang: 'en' });
    expect(readCommand(['export', 'x', '-h'], 'fr')).toEqual({ kind: 'help', lang: 'fr' });
    expect(readCommand(['help'], 'en')).toEqual({ kind: 'help', lang: 'en' });
    expect(readCommand(['--version'], 'fr')).toEqual({ kind: 'version', lang: 'fr' });
  });
});
