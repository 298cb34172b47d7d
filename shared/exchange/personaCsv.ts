import { strToU8 } from 'fflate';
import { isId, type NewId, type PersonaId } from '../base/ids';
import { fail, ok, type Result } from '../base/result';
import { FACT_IDS, STANDARD_BLOCK_IDS, type StandardBlock } from '../boards/persona/blocks';
import { type PersonaDoc, type PersonaInfo, personaType } from '../boards/persona/model';
import { EMPTY_INFO, personaFrom, presetTemplate } from '../boards/persona/templates';
import { readDoc } from '../file/envelope';
import { inStableOrder } from '../file/orderedJson';
import { parseJson } from '../file/parseJson';
import type { Lang } from '../i18n/translate';
import { LANGUAGES, translator } from '../i18n/translate';
import { cleanText } from '../model/cleanText';
import { MAX_TAG, MAX_TAGS } from '../model/note';
import { directDataType } from '../table/personalData';
import { csvBytes } from './csvText';
import { unguarded } from './formulaSafe';
import { blockCell, withBlockCell } from './personaCells';
import { MOST_PERSONAS } from './personaJson';
import type { ExchangedPersona, PersonaSet } from './personaSet';

/** Single texts with a column of their own, in the order they are read. */
const TEXTS = ['name', 'tagline', 'quote', ...FACT_IDS, 'facts', 'owner'] as const;
type TextColumn = (typeof TEXTS)[number];
/** Longest text of a field. */
const MOST_CHARS = 20_000;

const isFact = (name: string): name is (typeof FACT_IDS)[number] => (FACT_IDS as readonly string[]).includes(name);

const textLabel = (name: TextColumn, lang: Lang): string =>
  translator(lang)(isFact(name) ? `persona.fact.${name}` : `persona.change.${name}`);

type Column =
  | { readonly kind: 'id' | 'tags' | 'data' }
  | { readonly kind: 'text'; readonly name: TextColumn }
  | { readonly kind: 'block'; readonly name: StandardBlock };

const COLUMNS: readonly Column[] = [
  { kind: 'id' },
  ...TEXTS.map((name) => ({ kind: 'text', name }) as const),
  { kind: 'tags' },
  ...STANDARD_BLOCK_IDS.map((name) => ({ kind: 'block', name }) as const),
  { kind: 'data' },
];

function labelOf(column: Column, lang: Lang): string {
  const t = translator(lang);
  if (column.kind === 'text') return textLabel(column.name, lang);
  if (column.kind === 'block') return t(`persona.block.${column.name}`);
  return column.kind === 'tags' ? t('persona.change.tags') : column.kind === 'id' ? 'id' : 'personarium';
}

/**
 * Personas as a table that spreadsheets open: a row each, a column for every text and every standard block, its entries a line each. What a cell cannot say (proofs,
 * portrait, blocks of a team's own) stands as JSON in the last column. No cell begins a formula. UTF-8 with a byte order mark; `;` in French, `,` in English.
 */
export function writePersonaCsv({ personas }: Pick<PersonaSet, 'personas'>, lang: Lang): Uint8Array {
  const rows = personas.map(({ id, doc }) => COLUMNS.map((column) => cellOf(column, id, doc)));
  return csvBytes([COLUMNS.map((column) => labelOf(column, lang)), ...rows], lang);
}

function cellOf(column: Column, id: PersonaId, doc: PersonaDoc): string {
  if (column.kind === 'id') return id;
  if (column.kind === 'text') return doc.info[column.name];
  if (column.kind === 'block') return blockCell(doc, column.name);
  return column.kind === 'tags' ? tagCell(doc.info.tags) : JSON.stringify(inStableOrder(withoutPhoto(doc)));
}

/** Commas part tags; one that holds a comma is kept by the last column. */
const tagCell = (tags: readonly string[]): string => tags.join(', ');

/** The bytes of a photograph are in no cell. */
const withoutPhoto = (doc: PersonaDoc): PersonaDoc => ({ ...doc, info: { ...doc.info, photo: null } });

/**
 * Columns of a first row, by their labels in either language; null when it is not one of personas. Beside the name it takes two more, or one
 * where most columns are known and none leads to a real person (an address, a first name): a list of customers is none.
 */
function columnsOf(header: readonly string[]): readonly (Column | null)[] | null {
  const known = new Map(
    LANGUAGES.flatMap((lang) => COLUMNS.map((column) => [labelOf(column, lang).toLowerCase(), column] as const)),
  );
  const columns = header.map((cell) => known.get(unguarded(cell).trim().toLowerCase()) ?? null);
  const names = columns.filter((column) => column !== null);
  const has = (name: string) => names.some((column) => 'name' in column && column.name === name);
  const told = names.filter(({ kind }) => kind !== 'id').length;
  const other = header.filter((cell, at) => columns[at] === null && cell.trim() !== '');
  const isMostlyKnown = told > other.length && other.every((cell) => directDataType(cell, [], []) === null);
  const isOne = names.length >= 3 || (told === 2 && isMostlyKnown) || names.some(({ kind }) => kind === 'data');
  return has('name') && isOne ? columns : null;
}

/** True for the first row of a table of personas, ours or one with the same headings. */
export const isPersonaHeader = (header: readonly string[]): boolean => columnsOf(header) !== null;

/**
 * Personas of the rows of a table, the first row its headings. Where cells say other than the last column, the cells count. A row without a name is left out, and told. Fails with
 * `no-personas`, or with `file-invalid` naming the row.
 */
export function personasFromRows(rows: readonly (readonly string[])[], newId: NewId, name: string): Result<PersonaSet> {
  const columns = columnsOf(rows[0] ?? []);
  if (!columns || rows.length - 1 > MOST_PERSONAS) return fail({ code: 'no-personas', name });
  const personas: ExchangedPersona[] = [];
  const ids = new Set<string>();
  const nameless: number[] = [];
  for (const [at, row] of rows.slice(1).entries()) {
    const cells = new Map(
      columns.flatMap((column, place) => (column ? [[column, unguarded(row[place] ?? '')] as const] : [])),
    );
    const cell = (kind: Column['kind']) => [...cells].find(([column]) => column.kind === kind)?.[1];
    const data = cell('data')?.trim() ?? '';
    const base = dataOf(data, name);
    const doc = base && withCells(base, cells, newId);
    if (!doc || [...Object.values(doc.info)].some((text) => typeof text === 'string' && text.length > MOST_CHARS))
      return fail({ code: 'file-invalid', name, where: `${at + 2}`, reason: 'schema' });
    if (doc.info.name.trim() === '' && data === '') {
      if (row.some((text) => text.trim() !== '')) nameless.push(at + 2);
      continue;
    }
    const wanted = cell('id')?.trim() ?? '';
    const id = isId(wanted) && !ids.has(wanted) ? (wanted as unknown as PersonaId) : newId<PersonaId>();
    ids.add(id);
    const checked = personaType.schema.safeParse(doc);
    if (!checked.success) return fail({ code: 'file-invalid', name, where: `${at + 2}`, reason: 'schema' });
    personas.push({ id, doc: checked.data, state: null });
  }
  if (personas.length === 0) return fail({ code: 'no-personas', name });
  const unknown = (rows[0] ?? []).filter((cell, at) => columns[at] === null && cell.trim() !== '');
  const leftOut = { rows: nameless, columns: unknown.map((cell) => unguarded(cell).trim()) };
  const isAllRead = leftOut.rows.length === 0 && leftOut.columns.length === 0;
  return ok({ personas, assets: {}, isWhole: false, ...(isAllRead ? {} : { leftOut }) });
}

/** The persona of the last column; a blank one where that is empty or was cut off by a program; null when it is of a newer app. */
function dataOf(data: string, name: string): PersonaDoc | null {
  const blank = personaFrom(presetTemplate('blank'), () => {
    throw new Error('the blank page has no blocks');
  });
  const empty = { ...blank, info: { ...EMPTY_INFO, template: 'blank' } };
  if (data === '') return empty;
  const json = parseJson(strToU8(data), name, 'personarium');
  if (!json.ok) return empty;
  const { value } = json;
  if (typeof value !== 'object' || value === null || !('kind' in value) || value.kind !== 'persona') return empty;
  const read = readDoc(value as Parameters<typeof readDoc>[0], 'persona', name);
  if (read.ok) return read.value as unknown as PersonaDoc;
  return read.error.code === 'file-newer' ? null : empty;
}

function withCells(base: PersonaDoc, cells: ReadonlyMap<Column, string>, newId: NewId): PersonaDoc {
  const info: Record<string, unknown> = { ...base.info };
  let doc = base;
  for (const [column, cell] of cells) {
    // A program that writes other line ends, or shows a break as a space, has changed nothing.
    const text = cleanText(cell);
    if (column.kind === 'text' && text !== base.info[column.name]) info[column.name] = text;
    if (column.kind === 'tags' && text !== tagCell(base.info.tags)) info.tags = tagsOf(text);
    if (column.kind === 'block') doc = withBlockCell(doc, column.name, text, newId);
  }
  return { ...doc, info: info as PersonaInfo };
}

const tagsOf = (text: string): string[] =>
  [...new Set(text.split(',').map((tag) => tag.trim().slice(0, MAX_TAG)))]
    .filter((tag) => tag !== '')
    .slice(0, MAX_TAGS);
