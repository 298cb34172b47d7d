import type { StepId } from '../base/ids';
import { lanePaper } from '../boards/journey-map/layout/lanePapers';
import type {
  EmotionPoint,
  Indicator,
  JourneyMapDoc,
  Lane,
  Note,
  Rating,
  Touchpoint,
} from '../boards/journey-map/model';
import { lanesInOrder } from '../boards/journey-map/order';
import { shownStages } from '../boards/journey-map/shown';
import { filters, meets } from '../boards/pieces/noteFilter';
import type { NoteLink } from '../model/note';
import { type BoardChoice, type ChosenBoard, keptOf, left } from './boardChoice';

type Linked = { readonly links: readonly NoteLink[] };

/** Links to what the copy does not hold any more go; links to other boards are not known here and stay. */
function withoutLinks<Id extends string, T extends Linked>(
  all: Record<Id, T>,
  gone: ReadonlySet<string>,
): Record<Id, T> {
  if (gone.size === 0) return all;
  const clean = (one: T): T =>
    one.links.some(({ id }) => gone.has(id)) ? { ...one, links: one.links.filter(({ id }) => !gone.has(id)) } : one;
  return Object.fromEntries(Object.entries<T>(all).map(([id, one]) => [id, clean(one)])) as Record<Id, T>;
}

/** Rows that can be left out: those that the map shows. A path is one row for all of them. */
export const choosableRows = (doc: JourneyMapDoc): readonly Lane[] =>
  doc.info.form === 'path' ? [] : lanesInOrder(doc).filter(({ hidden }) => !hidden);

/** Rows that stay: not left out, nor those of a persona who is. */
function lanesLeft(doc: JourneyMapDoc, rows: readonly string[], out: ReadonlySet<string>): ReadonlySet<string> {
  const rest = left(choosableRows(doc), rows, ({ id }) => id);
  const theirs = rest.filter(({ personaId }) => personaId === null || !out.has(personaId));
  const stay = new Set<Lane>(theirs.length > 0 ? theirs : rest);
  const isOffered = new Set<Lane>(choosableRows(doc));
  return new Set(lanesInOrder(doc).flatMap((lane) => (stay.has(lane) || !isOffered.has(lane) ? lane.id : [])));
}

/**
 * A journey map as its poster shows it. Rows go with all that stands in them, stages with what stands in them and with the ways to and from them, personas
 * with their curves, ratings and notes. The stages themselves stay in the copy, without content: numbers, shares and totals are those of the
 * map, whichever of its stages are on the sheet.
 */
export function chosenJourney(doc: JourneyMapDoc, choice: BoardChoice): ChosenBoard<JourneyMapDoc> {
  const personaIds = left(doc.info.personaIds, choice.personas, (id) => id);
  const [first = null] = doc.info.personaIds;
  const out = new Set<string>(doc.info.personaIds.filter((id) => !personaIds.includes(id)));
  // A point or a rating of nobody is the first persona's; a note of nobody is for all.
  const isTheirs = (id: string | null) => out.has(id ?? first ?? '');
  const lanes = lanesLeft(doc, choice.rows, out);
  const all = shownStages(doc);
  const shown = left(all, choice.stages, ({ id }) => id);
  const stages = new Set<string>(shown.map(({ id }) => id));
  const isLess = shown.length < all.length;
  const inStage = (id: StepId | null) => !isLess || (id !== null && stages.has(doc.steps[id]?.stageId ?? ''));
  const inPlace = ({ laneId, stepId }: { readonly laneId: string; readonly stepId: StepId }) =>
    lanes.has(laneId) && inStage(stepId);
  const notes = keptOf(
    doc.notes,
    ({ laneId, stageId, personaId }: Note) =>
      lanes.has(laneId) && (!isLess || stages.has(stageId)) && !(personaId !== null && out.has(personaId)),
  );
  const touchpoints = keptOf(doc.touchpoints, (item: Touchpoint) => inPlace(item));
  const emotionPoints = keptOf(
    doc.emotionPoints,
    (point: EmotionPoint) => inPlace(point) && !isTheirs(point.personaId),
  );
  const gone = new Set(
    [
      [doc.notes, notes],
      [doc.touchpoints, touchpoints],
      [doc.emotionPoints, emotionPoints],
    ].flatMap(([before = {}, after = {}]) => Object.keys(before).filter((id) => !Object.hasOwn(after, id))),
  );
  const filled = new Set(Object.values<Note>(notes).map(({ clusterId }) => clusterId));
  const chosen: JourneyMapDoc = {
    ...doc,
    info: personaIds === doc.info.personaIds ? doc.info : { ...doc.info, personaIds: [...personaIds] },
    lanes: keptOf(doc.lanes, ({ id }: Lane) => lanes.has(id)),
    notes: withoutLinks(notes, gone),
    clusters: keptOf(doc.clusters, ({ id }) => filled.has(id)),
    touchpoints: withoutLinks(touchpoints, gone),
    emotionPoints: withoutLinks(emotionPoints, gone),
    indicators: keptOf(doc.indicators, (item: Indicator) => inPlace(item)),
    ratings: keptOf(doc.ratings, ({ stepId, personaId }: Rating) => inStage(stepId) && !isTheirs(personaId)),
    jumps: keptOf(
      doc.jumps,
      ({ fromStepId, toStepId }) => inStage(fromStepId) && (toStepId === null || inStage(toStepId)),
    ),
  };
  return {
    doc: chosen,
    part: {
      ...(isLess ? { stages: shown.map(({ id }) => id) } : {}),
      ...(filters(choice.filter) ? { filter: { only: notesMeeting(chosen, choice.filter) } } : {}),
    },
  };
}

function notesMeeting(doc: JourneyMapDoc, filter: NonNullable<BoardChoice['filter']>): ReadonlySet<string> {
  const paper = new Map<string, ReturnType<typeof lanePaper>>(
    Object.values<Lane>(doc.lanes).map((lane) => [lane.id, lanePaper(lane)]),
  );
  const all = Object.values<Note>(doc.notes);
  return new Set(all.filter((note) => meets(note, filter, paper.get(note.laneId) ?? null)).map(({ id }) => id));
}
