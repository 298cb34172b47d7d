import { CHANNELS, MEDIUMS, METRICS, PHASES } from '../boards/journey-map/model';
import { LANGUAGES, type Lang, translator } from '../i18n/translate';
import { cleanText } from '../model/cleanText';
import type { Json } from '../model/document';
import { EVIDENCE_KINDS } from '../model/evidence';
import { asTags } from '../model/note';

/** How a cell writes a value of a field, and reads it. */
type CellKind = 'text' | 'number' | 'flag' | 'tags' | 'evidence' | 'channel' | 'medium' | 'metric' | 'phase';

interface Column {
  /** `analysis.column.<id>` is its heading. */
  readonly id: ColumnId;
  readonly kind: CellKind;
  /** The field of each collection that stands in it. */
  readonly of: Readonly<Record<string, string>>;
}

const notes = (field: string) => ({ notes: field });

/** Cells of things on a map, in their order. */
const FIELD_COLUMNS = [
  {
    id: 'text',
    kind: 'text',
    of: { stages: 'title', steps: 'title', lanes: 'title', clusters: 'title', notes: 'text', touchpoints: 'label' },
  },
  { id: 'evidence', kind: 'evidence', of: notes('evidence') },
  { id: 'source', kind: 'text', of: notes('source') },
  { id: 'author', kind: 'text', of: notes('author') },
  { id: 'votes', kind: 'number', of: notes('votes') },
  { id: 'tags', kind: 'tags', of: notes('tags') },
  { id: 'severity', kind: 'number', of: notes('severity') },
  { id: 'impact', kind: 'number', of: notes('impact') },
  { id: 'effort', kind: 'number', of: notes('effort') },
  { id: 'channel', kind: 'channel', of: { touchpoints: 'channel' } },
  { id: 'medium', kind: 'medium', of: { touchpoints: 'medium' } },
  { id: 'owner', kind: 'text', of: { touchpoints: 'owner' } },
  { id: 'controlled', kind: 'flag', of: { touchpoints: 'controlled' } },
  { id: 'measure', kind: 'text', of: { touchpoints: 'measure' } },
  { id: 'metric', kind: 'metric', of: { indicators: 'metric' } },
  { id: 'value', kind: 'number', of: { indicators: 'value' } },
  { id: 'answers', kind: 'number', of: { indicators: 'n' } },
  { id: 'valence', kind: 'number', of: { emotionPoints: 'valence' } },
  { id: 'word', kind: 'text', of: { emotionPoints: 'word' } },
  { id: 'quote', kind: 'text', of: { emotionPoints: 'quote' } },
  { id: 'truth', kind: 'flag', of: { emotionPoints: 'momentOfTruth' } },
  { id: 'duration', kind: 'text', of: { stages: 'duration' } },
  { id: 'phase', kind: 'phase', of: { stages: 'phase' } },
] as const satisfies readonly { readonly id: string; readonly kind: CellKind; readonly of: object }[];

const PLACES = ['kind', 'stage', 'moment', 'row'] as const;
export type PlaceColumn = (typeof PLACES)[number];
export type ColumnId = (typeof FIELD_COLUMNS)[number]['id'] | PlaceColumn;
/** The last columns, which programs leave alone: what the cells cannot say, in pieces that fit a cell of a spreadsheet. */
export const DATA = 'personarium';
export const COLUMN_IDS: readonly ColumnId[] = [...PLACES, ...FIELD_COLUMNS.map(({ id }) => id)];

/** The same, looked at as a list. */
export const columns: readonly Column[] = FIELD_COLUMNS;
export const heading = (id: ColumnId, lang: Lang): string => translator(lang)(`analysis.column.${id}`);

/** Values that are chosen from a list, with the word for each. */
function wordFor(kind: CellKind, value: string, lang: Lang): string | null {
  const t = translator(lang);
  const known = <T extends string>(list: readonly T[]): T | undefined => list.find((one) => one === value);
  switch (kind) {
    case 'evidence': {
      const one = known(EVIDENCE_KINDS);
      return one ? t(`journey.evidence.${one}`) : null;
    }
    case 'channel': {
      const one = known(CHANNELS);
      return one ? t(`journey.channel.${one}`) : null;
    }
    case 'medium': {
      const one = known(MEDIUMS);
      return one ? t(`journey.medium.${one}`) : null;
    }
    case 'metric': {
      const one = known(METRICS);
      return one ? t(`journey.metric.${one}`) : null;
    }
    case 'phase': {
      const one = known(PHASES);
      return one ? t(`journey.phase.${one}`) : null;
    }
    default:
      return null;
  }
}

const LISTS: Partial<Readonly<Record<CellKind, readonly string[]>>> = {
  evidence: EVIDENCE_KINDS,
  channel: CHANNELS,
  medium: MEDIUMS,
  metric: METRICS,
  phase: PHASES,
};

/** A value as its cell says it; empty for what is null. */
export function cellOf(kind: CellKind, value: Json | undefined, lang: Lang): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return translator(lang)(value ? 'analysis.register.yes' : 'analysis.register.no');
  if (Array.isArray(value)) return value.map(String).join(', ');
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? (wordFor(kind, value, lang) ?? value) : '';
}

const sameWords = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** What a cell that was written by hand means; undefined for what cannot be read. */
export function readCell(kind: CellKind, cell: string): Json | undefined {
  const text = cleanText(cell);
  if (kind === 'text') return text;
  if (kind === 'tags') return [...(asTags(text.split(',')) ?? [])];
  if (text.trim() === '') return null;
  if (kind === 'number') {
    const number = Number(text.replace(/\s|%/g, '').replace('\u2212', '-').replace(',', '.'));
    return Number.isFinite(number) ? number : undefined;
  }
  if (kind === 'flag') {
    for (const lang of LANGUAGES)
      for (const value of [true, false]) if (sameWords(cellOf('flag', value, lang), text)) return value;
    return undefined;
  }
  return (LISTS[kind] ?? []).find(
    (id) => sameWords(id, text) || LANGUAGES.some((lang) => sameWords(wordFor(kind, id, lang) ?? '', text)),
  );
}

/** True when a cell says what the field says already: another way to write a number or a word changes nothing. */
export function saysSame(kind: CellKind, cell: string, value: Json | undefined): boolean {
  if (LANGUAGES.some((lang) => cellOf(kind, value, lang).trim() === cleanText(cell).trim())) return true;
  if (kind !== 'number' || typeof value !== 'number') return false;
  // A spreadsheet keeps fifteen digits.
  const read = readCell(kind, cell);
  return typeof read === 'number' && read.toPrecision(15) === value.toPrecision(15);
}

/** Places of the columns of numbers, for programs that tell them from text. */
export const NUMBER_COLUMNS: ReadonlySet<number> = new Set(
  columns.flatMap(({ kind }, at) => (kind === 'number' ? [PLACES.length + at] : [])),
);
