import { strToU8 } from 'fflate';
import type { NewId } from '../base/ids';
import { fail, ok, type Result } from '../base/result';
import { type JourneyMapDoc, journeyMapType, type Lane } from '../boards/journey-map/model';
import { columnsInOrder, lanesInOrder, stagesInOrder } from '../boards/journey-map/order';
import { readDoc } from '../file/envelope';
import { parseJson } from '../file/parseJson';
import { LANGUAGES, type Lang, translator } from '../i18n/translate';
import type { Json } from '../model/document';
import { unguarded } from './formulaSafe';
import { addedEntity } from './journeyAdded';
import { COLUMN_IDS, type ColumnId, cellOf, columns, DATA, heading, readCell, saysSame } from './journeyColumns';

type Entity = Record<string, Json>;

/** Longest piece of the data of a row: a cell of a spreadsheet holds 32,767 signs. */
const PIECE = 30_000;
/** Most rows that are read. */
const MOST_ROWS = 50_000;

/** A map of which nobody has said anything. */
const NO_INFO: Entity = {
  title: '',
  state: 'current',
  result: '',
  sources: '',
  date: '',
  version: 1,
  personaIds: [],
};

/** What is said of a map in its first row, and of the things on it in the others. */
const MAP_ROW = 'info';

/**
 * A journey as a table: a row for the map and one for each thing on it, with a column for everything that people would change in a spreadsheet. The whole of it stands as JSON in the
 * last column, so that reading back gives the same map, whatever a later schema adds. Pictures are not in a table.
 */
export function journeyRows(doc: JourneyMapDoc, lang: Lang): readonly (readonly string[])[] {
  const rows: (readonly [readonly string[], string])[] = [
    [mapCells(doc, lang), JSON.stringify({ in: MAP_ROW, schema: doc.schema, ...doc.info })],
  ];
  const place = placesOf(doc, lang);
  for (const name of journeyMapType.collections) {
    const all = Object.values(doc[name as 'notes'] as unknown as Record<string, Entity>);
    const entities = all.map((entity) => (entity.image ? { ...entity, image: null } : entity));
    entities.sort((a, b) => place.rank(name, a) - place.rank(name, b) || compare(a, b));
    for (const entity of entities) {
      const at = place.cells(name, entity);
      const fields = columns.map(({ kind, of }) => {
        const field = of[name];
        return field ? cellOf(kind, entity[field], lang) : '';
      });
      rows.push([[...at, ...fields], JSON.stringify({ in: name, ...entity })]);
    }
  }
  const pieces = Math.max(1, ...rows.map(([, data]) => Math.ceil(data.length / PIECE)));
  const dataHeadings = Array.from({ length: pieces }, (_, at) => (at === 0 ? DATA : `${DATA} ${at + 1}`));
  return [
    [...COLUMN_IDS.map((id) => heading(id, lang)), ...dataHeadings],
    ...rows.map(([cells, data]) => [
      ...cells,
      ...dataHeadings.map((_, at) => data.slice(at * PIECE, (at + 1) * PIECE)),
    ]),
  ];
}

const compare = (a: Entity, b: Entity): number => (String(a.order ?? a.id) < String(b.order ?? b.id) ? -1 : 1);

const mapCells = (doc: JourneyMapDoc, lang: Lang): readonly string[] => {
  const cells = COLUMN_IDS.map(() => '');
  cells[COLUMN_IDS.indexOf('kind')] = translator(lang)('journey.name');
  cells[COLUMN_IDS.indexOf('text')] = doc.info.title;
  return cells;
};

/** Where things stand, in words and in reading order. */
function placesOf(doc: JourneyMapDoc, lang: Lang) {
  const t = translator(lang);
  const stages = stagesInOrder(doc);
  const steps = columnsInOrder(doc);
  const lanes = lanesInOrder(doc);
  const at = <T extends { readonly id: string }>(list: readonly T[], id: Json | undefined) =>
    list.findIndex((one) => one.id === id);
  const laneName = (lane: Lane | undefined) => (lane ? lane.title || t(`journey.lane.${lane.kind}`) : '');
  const kindOf = (name: string, entity: Entity): string => {
    const lane = lanes[at(lanes, name === 'lanes' ? entity.id : entity.laneId)];
    if (name === 'stages' || name === 'steps' || name === 'lanes' || name === 'clusters')
      return t(`analysis.kind.${name}`);
    return lane ? t(`journey.item.${lane.kind}`) : '';
  };
  const stageOf = (name: string, entity: Entity): number => {
    if (name === 'stages') return at(stages, entity.id);
    const step = steps[at(steps, name === 'steps' ? entity.id : entity.stepId)];
    return at(stages, entity.stageId ?? step?.stageId);
  };
  const stepOf = (name: string, entity: Entity): number => at(steps, name === 'steps' ? entity.id : entity.stepId);
  /** Moments are counted inside their stage, as people count them. */
  const number = (step: number): string => {
    const own = steps[step];
    return own ? `${steps.filter(({ stageId }) => stageId === own.stageId).indexOf(own) + 1}` : '';
  };
  return {
    rank: (name: string, entity: Entity): number => {
      const lane = at(lanes, name === 'lanes' ? entity.id : entity.laneId);
      return (lane + 1) * 1e8 + (stageOf(name, entity) + 1) * 1e4 + stepOf(name, entity) + 1;
    },
    cells: (name: string, entity: Entity): readonly string[] => [
      kindOf(name, entity),
      stages[stageOf(name, entity)]?.title ?? '',
      number(stepOf(name, entity)),
      laneName(lanes[at(lanes, name === 'lanes' ? entity.id : entity.laneId)]),
    ],
  };
}

type Heads = ReadonlyMap<ColumnId | 'data', readonly number[]>;

/** Where the columns of a first row stand, by their headings in either language; null when it is not one of a journey. */
function headsOf(header: readonly string[]): Heads | null {
  const names = new Map(
    LANGUAGES.flatMap((lang) => COLUMN_IDS.map((id) => [heading(id, lang).toLowerCase(), id] as const)),
  );
  const heads = new Map<ColumnId | 'data', number[]>();
  for (const [at, cell] of header.entries()) {
    const name = unguarded(cell).trim().toLowerCase();
    const id = name === DATA || name.startsWith(`${DATA} `) ? 'data' : names.get(name);
    if (id) heads.set(id, [...(heads.get(id) ?? []), at]);
  }
  return heads.has('kind') && heads.has('stage') && heads.has('text') ? heads : null;
}

/** True for the first row of a journey's table, ours or one with the same headings. */
export const isJourneyHeader = (header: readonly string[]): boolean => headsOf(header) !== null;

/**
 * The map of the rows of such a table. Where cells say other than the last column, the cells count; a row without that column is something new, and stands in the stage, the moment
 * and the row that its cells name. Fails with `no-journey`, or with `file-invalid` naming the row.
 */
export function journeyFromRows(
  rows: readonly (readonly string[])[],
  newId: NewId,
  name: string,
): Result<JourneyMapDoc> {
  const heads = headsOf(rows[0] ?? []);
  if (!heads || rows.length > MOST_ROWS) return fail({ code: 'no-journey', name });
  const doc: Record<string, Json> = { kind: 'journey-map' };
  const all = new Map<string, Record<string, Entity>>(journeyMapType.collections.map((each) => [each, {}]));
  const wrong = (at: number) => fail({ code: 'file-invalid', name, where: `${at + 1}`, reason: 'schema' } as const);
  const added: { readonly at: number; readonly cell: (id: ColumnId) => string }[] = [];
  for (const [at, row] of rows.entries()) {
    if (at === 0 || row.every((cell) => cell.trim() === '')) continue;
    const cell = (id: ColumnId | 'data') => (heads.get(id) ?? []).map((place) => unguarded(row[place] ?? '')).join('');
    const data = dataOf(cell('data'), name);
    if (!data) {
      added.push({ at, cell });
      continue;
    }
    const { in: where, schema, ...entity } = data;
    if (where === MAP_ROW) {
      Object.assign(doc, { schema: schema ?? null, info: changed(entity, 'info', cell) });
      continue;
    }
    const into = typeof where === 'string' ? all.get(where) : undefined;
    const id = entity.id;
    if (!into || typeof id !== 'string' || Object.hasOwn(into, id)) return wrong(at);
    const read = changed(entity, String(where), cell);
    if (!read) return wrong(at);
    into[id] = read;
  }
  // A table that somebody made has no row of the map.
  doc.schema ??= journeyMapType.schemaVersion;
  doc.info ??= { ...journeyMapType.defaults?.info, ...NO_INFO };
  for (const { at, cell } of added) if (!addedEntity(all, cell, newId)) return wrong(at);
  for (const [key, entities] of all) doc[key] = entities as unknown as Json;
  if (Object.keys(all.get('stages') ?? {}).length === 0) return fail({ code: 'no-journey', name });
  const read = readDoc(doc, 'journey', name);
  return read.ok ? ok(read.value as JourneyMapDoc) : read;
}

/** The data of a row; null where there is none, or where a program cut it off. */
function dataOf(text: string, name: string): Entity | null {
  if (text.trim() === '') return null;
  const json = parseJson(strToU8(text), name, DATA);
  const isEntity = json.ok && typeof json.value === 'object' && json.value !== null && !Array.isArray(json.value);
  return isEntity ? { ...(json.value as Entity) } : null;
}

/** An entity with what its cells say otherwise; null when a cell cannot be read. */
function changed(entity: Entity, collection: string, cell: (id: ColumnId) => string): Entity | null {
  const out: Entity = { ...entity };
  for (const { id, kind, of } of columns) {
    const field = collection === MAP_ROW && id === 'text' ? 'title' : of[collection];
    if (!field || saysSame(kind, cell(id), entity[field])) continue;
    const value = readCell(kind, cell(id));
    if (value === undefined) return null;
    out[field] = value;
  }
  return out;
}
