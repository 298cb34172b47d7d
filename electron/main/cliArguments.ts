import { parseArgs } from 'node:util';
import { LANGUAGES, type Lang } from '@shared/i18n/lang';
import type { MessageValues } from '@shared/i18n/messages';
import type { CliJob } from '@shared/ipc';
import { EVIDENCE_KINDS } from '@shared/model/evidence';
import {
  BLEEDS,
  DEFAULT_SETUP,
  INKS,
  MOST_MARGIN_MM,
  NO_CHOICE,
  POSTER_THEMES,
  REPORT_THEMES,
  SPLITS,
  TILE_BLEED_MM,
  TILES,
} from '@shared/poster/posterSetup';
import { POSTER_PARTS } from '@shared/scene/posterParts';
import type { Orientation } from '@shared/scene/sheet';
import { ROLLS, SHEETS } from '@shared/scene/sheetCatalogue';
import { ownOrientation, readSheet, sheetText } from '@shared/scene/sheetText';
import { STANDARD_OUTPUT } from './cliOutput';
import type { MainMessageKey } from './mainMessages';
import { Misuse, misuseOf } from './misuse';

/** A run of the command line, read but not begun. `lang` is the language of what it says. */
export type CliCommand =
  | { readonly kind: 'help' | 'version'; readonly lang: Lang }
  | { readonly kind: 'usage'; readonly lang: Lang; readonly message: MainMessageKey; readonly values: MessageValues }
  | {
      readonly kind: 'export';
      readonly lang: Lang;
      /** Names and patterns of files, one at least; null for the sample workshop. */
      readonly files: readonly string[] | null;
      readonly out: string;
      /** What it did is told as JSON at its end. */
      readonly json: boolean;
      readonly options: Omit<CliJob, 'command' | 'file'>;
    };

const OPTIONS = {
  board: { type: 'string', multiple: true },
  report: { type: 'boolean' },
  parts: { type: 'string', multiple: true },
  data: { type: 'boolean' },
  format: { type: 'string', multiple: true },
  sheet: { type: 'string' },
  orientation: { type: 'string' },
  margin: { type: 'string' },
  split: { type: 'string' },
  'small-text': { type: 'boolean' },
  bleed: { type: 'string' },
  marks: { type: 'boolean' },
  inks: { type: 'string' },
  theme: { type: 'string' },
  tile: { type: 'string' },
  hide: { type: 'string', multiple: true },
  rows: { type: 'string', multiple: true },
  stages: { type: 'string', multiple: true },
  personas: { type: 'string', multiple: true },
  filter: { type: 'string', multiple: true },
  date: { type: 'string' },
  outlines: { type: 'boolean' },
  'with-workshop': { type: 'boolean' },
  portrait: { type: 'boolean' },
  landscape: { type: 'boolean' },
  dpi: { type: 'string' },
  lang: { type: 'string', multiple: true },
  text: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean' },
  sample: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

const FORMATS = ['pdf', 'png', 'svg', 'pptx'] as const;
const REPORT_FORMATS = ['pdf', 'docx', 'md'] as const;
const DATA_FORMATS = ['xlsx', 'csv'] as const;
const REPORT_SHEETS = ['A4', 'Letter'] as const;
const REPORT_PARTS = [
  'personas',
  'empathy',
  'journeys',
  'friction',
  'plan',
  'evidence',
  'participants',
  'glossary',
] as const;
/** What only says something of posters. */
const POSTER_OPTIONS = [
  'board',
  'orientation',
  'portrait',
  'landscape',
  'margin',
  'split',
  'small-text',
  'bleed',
  'marks',
  'inks',
  'tile',
  'hide',
  'rows',
  'stages',
  'personas',
  'filter',
  'dpi',
  'outlines',
  'with-workshop',
] as const;
const DPIS = ['96', '150', '300'] as const;
const TEXTS = [...LANGUAGES, 'both'] as const;
export const ORIENTATIONS = ['landscape', 'portrait'] as const;

/** Reads the words of a run; says what is wrong with them in the language they ask for, else in `systemLang`. */
export function readCommand(words: readonly string[], systemLang: Lang): CliCommand {
  const lang = messageLang(words, systemLang);
  if (words.includes('--help') || words.includes('-h') || words[0] === 'help') return { kind: 'help', lang };
  if (words[0] === '--version') return { kind: 'version', lang };
  try {
    return words[0] === 'render' ? readRender(words.slice(1), lang) : readExport(words.slice(1), lang);
  } catch (error) {
    if (error instanceof Misuse) return { kind: 'usage', lang, message: error.key, values: error.values };
    throw error;
  }
}

function readExport(words: readonly string[], lang: Lang): CliCommand {
  const { values, positionals: files } = parsed(words);
  if (values.sample && files.length > 0) throw new Misuse('cli.usage.fileAndSample');
  if (!values.sample && files.length === 0) throw new Misuse('cli.usage.nothing');
  const text = one('text', values.text, TEXTS) ?? null;
  const about = {
    date: dayOf(values.date),
    langs: several('lang', values.lang, LANGUAGES) ?? langsOf(text) ?? [lang],
    text,
  };
  const json = values.json ?? false;
  const target = { lang, files: values.sample ? null : files, out: values.out ?? '.', json };
  if (json && target.out === STANDARD_OUTPUT) throw new Misuse('cli.usage.jsonAndPoster');
  if (values.data && values.report) throw new Misuse('cli.usage.dataOrReport');
  if (values.data)
    return { kind: 'export', ...target, options: { ...NO_POSTERS, ...about, report: null, data: dataOf(values) } };
  if (values.report)
    return { kind: 'export', ...target, options: { ...NO_POSTERS, ...about, report: reportOf(values), data: null } };
  if (values.parts) throw new Misuse('cli.usage.onlyForReport', { option: 'parts' });
  const formats = several('format', values.format, FORMATS) ?? ['pdf'];
  const setup = setupOf(values);
  const withWorkshop = values['with-workshop'] ?? false;
  if (withWorkshop && formats.includes('pptx')) throw new Misuse('cli.usage.nothingInSlides');
  if (setup.hides.length > 0 && formats.includes('pptx')) throw new Misuse('cli.usage.nothingHiddenInSlides');
  if (values.outlines && !formats.includes('svg')) throw new Misuse('cli.usage.outlinesWithoutSvg');
  const isTiled = setup.tile !== 'none';
  if (isTiled && !formats.includes('pdf') && !formats.includes('png')) throw new Misuse('cli.usage.tileWithoutPages');
  if (isTiled && (setup.bleedMm > TILE_BLEED_MM || setup.marks)) throw new Misuse('cli.usage.tileOrMarks');
  return {
    kind: 'export',
    ...target,
    options: {
      ...about,
      report: null,
      data: null,
      boards: values.board ?? [],
      formats,
      setup,
      shows: {
        rows: values.rows ?? [],
        stages: values.stages ?? [],
        personas: values.personas ?? [],
        filter: values.filter ?? [],
      },
      dpi: Number(one('dpi', values.dpi, DPIS) ?? '150') as CliJob['dpi'],
      outlines: values.outlines ?? false,
      withWorkshop,
    },
  };
}

/** A poster is labelled in the language of its texts where nothing else is said. */
const langsOf = (text: CliJob['text']): readonly Lang[] | null => (text === 'both' ? LANGUAGES : text && [text]);

/** The same for one poster, to standard output where nothing else is said; its format is that of the file it is written to, else SVG. */
function readRender(words: readonly string[], lang: Lang): CliCommand {
  const { values } = parsed(words);
  const named = FORMATS.find((format) => values.out?.toLowerCase().endsWith(`.${format}`));
  const format = values.format ? [] : [`--format=${named ?? 'svg'}`];
  const command = readExport(
    [...format, ...(values.out === undefined ? [`--out=${STANDARD_OUTPUT}`] : []), ...words],
    lang,
  );
  if (command.kind !== 'export') return command;
  const { formats, langs, report, setup } = command.options;
  const several = formats.length > 1 || langs.length > 1 || (command.files ?? []).length > 1 || setup.tile !== 'none';
  if (report || several) throw new Misuse('cli.usage.renderOne');
  return command;
}

const NO_POSTERS = {
  boards: [],
  formats: [],
  setup: DEFAULT_SETUP,
  shows: NO_CHOICE,
  dpi: 150,
  outlines: false,
  withWorkshop: false,
} as const;

/** Formats of the tables of a workshop. */
function dataOf(values: Values): NonNullable<CliJob['data']> {
  const wrong = [...POSTER_OPTIONS, 'theme' as const, 'sheet' as const, 'parts' as const].find(
    (option) => values[option] !== undefined,
  );
  if (wrong) throw new Misuse('cli.usage.notForData', { option: wrong });
  return several('format', values.format, DATA_FORMATS) ?? ['xlsx'];
}

function reportOf(values: Values): NonNullable<CliJob['report']> {
  const wrong = POSTER_OPTIONS.find((option) => values[option] !== undefined);
  if (wrong) throw new Misuse('cli.usage.notForReport', { option: wrong });
  return {
    formats: several('format', values.format, REPORT_FORMATS) ?? ['pdf'],
    sheet: one('sheet', values.sheet, REPORT_SHEETS) ?? 'A4',
    theme: one('theme', values.theme, REPORT_THEMES) ?? 'standard',
    parts: several('parts', values.parts, REPORT_PARTS) ?? [],
  };
}

/** What `--sheet` takes, for messages. */
export const SHEET_WORDS = [
  ...SHEETS.map((name) => name.replace(' ', '-')),
  ...ROLLS.map((widthMm) => sheetText({ kind: 'roll', widthMm })),
  '500x700mm',
].join(', ');

/** The sheets that have a name. */
export const SHEET_NAMES = SHEET_WORDS.split(', ').filter((sheet) => sheet !== '500x700mm');

/** What follows each option of `export`, for what completes words in a shell. */
const EXPORT_VALUES: Readonly<Partial<Record<keyof typeof OPTIONS, 'path' | readonly string[]>>> = {
  parts: REPORT_PARTS,
  format: [...FORMATS, ...REPORT_FORMATS.filter((format) => format !== 'pdf')],
  sheet: SHEET_NAMES,
  orientation: ORIENTATIONS,
  split: SPLITS,
  bleed: ['0', ...BLEEDS.map(String)],
  inks: INKS,
  theme: POSTER_THEMES,
  tile: TILES,
  hide: POSTER_PARTS,
  filter: [...EVIDENCE_KINDS, 'none', 'proven'],
  dpi: DPIS,
  lang: LANGUAGES,
  text: TEXTS,
  out: 'path',
};

/** Every option of `export` with what follows it. */
export const EXPORT_OPTIONS = Object.entries(OPTIONS)
  .filter(([name]) => name !== 'help' && name !== 'version')
  .map(([name, { type }]) => {
    const value = EXPORT_VALUES[name as keyof typeof OPTIONS] ?? 'anything';
    return [name, type === 'boolean' ? 'nothing' : value] as const;
  });

type Values = ReturnType<typeof parsed>['values'];

function setupOf(values: Values): CliJob['setup'] {
  const sheet = readSheet(values.sheet ?? 'A1');
  if (!sheet)
    throw new Misuse('cli.usage.badValue', { option: 'sheet', value: values.sheet ?? '', allowed: SHEET_WORDS });
  return {
    sheet,
    orientation: orientationOf(values) ?? ownOrientation(sheet) ?? 'landscape',
    marginMm: millimetres('margin', values.margin, 0, MOST_MARGIN_MM) ?? 0,
    // `stages` is what `fit` was called before.
    split: one('split', values.split === 'stages' ? 'fit' : values.split, SPLITS) ?? 'fit',
    small: values['small-text'] ?? false,
    bleedMm: bleedOf(values.bleed),
    marks: values.marks ?? false,
    inks: one('inks', values.inks, INKS) ?? 'colour',
    theme: one('theme', values.theme, POSTER_THEMES) ?? 'standard',
    tile: one('tile', values.tile === 'none' ? 'none' : values.tile?.toUpperCase(), TILES) ?? 'none',
    hides: several('hide', values.hide, POSTER_PARTS) ?? [],
  };
}

/** None, or one of those that print shops ask for. */
const bleedOf = (value: string | undefined): number =>
  Number(one('bleed', value?.replace(/\s*mm$/, ''), ['0', ...BLEEDS.map(String)]) ?? 0);

/** A day that exists, `YYYY-MM-DD`. */
function dayOf(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const day = /^\d{4}-\d\d-\d\d$/.test(value) ? new Date(`${value}T00:00:00Z`) : null;
  if (day && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)) return value;
  throw new Misuse('cli.usage.badValue', { option: 'date', value, allowed: '2026-11-22' });
}

/** A length written `5`, `5mm` or `4.2 mm`. */
function millimetres(option: string, value: string | undefined, least: number, most: number): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(/^(\d+(?:[.,]\d+)?)\s*(?:mm)?$/.exec(value.trim())?.[1]?.replace(',', '.') ?? Number.NaN);
  if (number >= least && number <= most) return number;
  throw new Misuse('cli.usage.badValue', { option, value, allowed: `${least}–${most} mm` });
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    throw misuseOf(error);
  }
}

function orientationOf(values: {
  readonly orientation?: string | undefined;
  readonly portrait?: boolean | undefined;
  readonly landscape?: boolean | undefined;
}): Orientation | undefined {
  const asked = new Set([
    ...(values.portrait ? ['portrait' as const] : []),
    ...(values.landscape ? ['landscape' as const] : []),
    ...(values.orientation ? [one('orientation', values.orientation, ORIENTATIONS)] : []),
  ]);
  if (asked.size > 1) throw new Misuse('cli.usage.twoOrientations');
  return [...asked][0];
}

function one<T extends string>(option: string, value: string | undefined, allowed: readonly T[]): T | undefined {
  if (value === undefined) return undefined;
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) throw new Misuse('cli.usage.badValue', { option, value, allowed: allowed.join(', ') });
  return found;
}

/** A list given as `a,b` or by repeating the option; each value once, in the order given. */
function several<T extends string>(
  option: string,
  values: readonly string[] | undefined,
  allowed: readonly T[],
): readonly T[] | undefined {
  const all = values?.flatMap((value) => value.split(',')).map((value) => one(option, value.trim(), allowed));
  return all && [...new Set(all.filter((value) => value !== undefined))];
}

/** The language of messages: it must be known even when other words are wrong. */
export function messageLang(words: readonly string[], systemLang: Lang): Lang {
  const at = words.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const value = words[at]?.startsWith('--lang=') ? words[at].slice('--lang='.length) : words[at + 1];
  const asked = at < 0 ? undefined : LANGUAGES.find((lang) => value?.split(',')[0] === lang);
  return asked ?? systemLang;
}
