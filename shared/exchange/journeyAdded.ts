import { generateNKeysBetween } from 'fractional-indexing';
import type { Id, NewId } from '../base/ids';
import { journeyMapType, LANE_KINDS, type LaneKind } from '../boards/journey-map/model';
import { LANGUAGES, translator } from '../i18n/translate';
import type { Json } from '../model/document';
import { EMPTY_NOTE } from '../model/note';
import { type ColumnId, columns, readCell } from './journeyColumns';

type Entity = Record<string, Json>;
type All = ReadonlyMap<string, Record<string, Entity>>;

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();

/** What a new thing says where its cells say nothing; fields that a later schema adds say their default. */
const BLANKS: Readonly<Record<string, Entity>> = {
  notes: { ...(EMPTY_NOTE as unknown as Entity), severity: null, impact: null, effort: null },
  touchpoints: { label: '', channel: 'custom', medium: 'offline', owner: '', controlled: null, measure: '' },
  emotionPoints: { personaId: null, offset: 0.5, valence: 0, word: '', quote: '', momentOfTruth: false },
  indicators: { metric: 'nps', value: null, n: null, trend: [] },
  stages: { title: '', phase: 'pre', duration: '', help: '' },
  steps: { title: '' },
};

const COLLECTION_OF: Partial<Readonly<Record<LaneKind, string>>> = {
  touchpoints: 'touchpoints',
  emotion: 'emotionPoints',
  indicators: 'indicators',
};

/** The kind of row that a cell names in either language, by the row or by one thing in it. */
function laneKindOf(text: string): LaneKind | null {
  const name = plain(text);
  const found = LANE_KINDS.find((kind) =>
    LANGUAGES.some((lang) => {
      const t = translator(lang);
      return [kind, t(`journey.lane.${kind}`), t(`journey.item.${kind}`)].some((label) => plain(label) === name);
    }),
  );
  return found ?? null;
}

const isKind = (text: string, kind: 'stages' | 'steps' | 'lanes' | 'clusters'): boolean =>
  LANGUAGES.some((lang) => plain(translator(lang)(`analysis.kind.${kind}`)) === plain(text));

const isMap = (text: string): boolean =>
  LANGUAGES.some((lang) => plain(translator(lang)('journey.name')) === plain(text));

/**
 * Puts the thing of a row that has no data on the map: in the stage, the moment and the row that its cells name, which come to be where they are not there. False when its kind is
 * none, or a cell cannot be read.
 */
export function addedEntity(all: All, cell: (id: ColumnId) => string, newId: NewId): boolean {
  const kind = cell('kind');
  // The map itself, its rows and its groups come with their data or not at all.
  if (isMap(kind) || isKind(kind, 'lanes') || isKind(kind, 'clusters')) return true;
  const put = (collection: string, entity: Entity): string => {
    const id: string = newId<Id<'Entity'>>();
    const into = all.get(collection);
    const order = orderAfter(Object.values(into ?? {}));
    if (into)
      into[id] = {
        ...journeyMapType.defaults?.[collection],
        ...(collection === 'emotionPoints' ? {} : { order }),
        ...entity,
        id,
      };
    return id;
  };
  const stageNamed = (title: string): string => {
    const found = Object.values(all.get('stages') ?? {}).find((stage) => plain(String(stage.title)) === plain(title));
    return found ? String(found.id) : put('stages', { ...BLANKS.stages, title: title.trim() });
  };
  const stepAt = (stageId: string, number: number): string => {
    const own = () =>
      Object.values(all.get('steps') ?? {})
        .filter((step) => step.stageId === stageId)
        .sort((a, b) => (String(a.order) < String(b.order) ? -1 : 1));
    while (own().length < number) put('steps', { ...BLANKS.steps, stageId });
    return String(own()[number - 1]?.id);
  };
  const said = (collection: string): Entity | null => {
    const out: Entity = { ...BLANKS[collection] };
    for (const column of columns) {
      const field = (column.of as Readonly<Record<string, string>>)[collection];
      if (!field || cell(column.id).trim() === '') continue;
      const value = readCell(column.kind, cell(column.id));
      if (value === undefined) return null;
      out[field] = value;
    }
    return out;
  };
  if (isKind(kind, 'stages')) {
    const stage = said('stages');
    const title = cell('text') || cell('stage');
    if (!stage) return false;
    const id = stageNamed(title);
    const stages = all.get('stages');
    if (stages) stages[id] = { ...stages[id], ...stage, title: title.trim() };
    stepAt(id, 1);
    return true;
  }
  const number = Math.trunc(Number(cell('moment').trim() || '0'));
  if (!(number >= 0 && number <= 500)) return false;
  const stageId = stageNamed(cell('stage'));
  if (isKind(kind, 'steps')) {
    const id = stepAt(stageId, Math.max(1, number));
    const steps = all.get('steps');
    if (steps) steps[id] = { ...steps[id], title: cell('text').trim() };
    return true;
  }
  const laneKind = laneKindOf(kind) ?? laneKindOf(cell('row'));
  if (!laneKind) return false;
  const collection = COLLECTION_OF[laneKind] ?? 'notes';
  const entity = said(collection);
  if (!entity) return false;
  const laneId = laneFor(all, laneKind, cell('row'), put);
  stepAt(stageId, 1);
  if (collection === 'notes')
    put('notes', { ...entity, laneId, stageId, stepId: number > 0 ? stepAt(stageId, number) : null });
  else put(collection, { ...entity, laneId, stepId: stepAt(stageId, Math.max(1, number)) });
  return true;
}

/** A row of that kind, the one of that title first; a new one where the map has none. */
function laneFor(all: All, kind: LaneKind, title: string, put: (collection: string, entity: Entity) => string): string {
  const lanes = Object.values(all.get('lanes') ?? {}).filter((lane) => lane.kind === kind);
  const named = lanes.find((lane) => plain(String(lane.title)) === plain(title)) ?? lanes[0];
  if (named) return String(named.id);
  const own = laneKindOf(title) === null ? title.trim() : '';
  return put('lanes', { kind, title: own, hidden: false, folded: false });
}

/** A key of order after those that a list has. */
function orderAfter(entities: readonly Entity[]): string {
  const last = entities
    .map(({ order }) => String(order ?? ''))
    .sort()
    .at(-1);
  return generateNKeysBetween(last || null, null, 1)[0] ?? 'a0';
}
