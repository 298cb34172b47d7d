import type { ClusterId } from '../../shared/base/ids';
import { holdsNotes, type JourneyMapDoc, journeyMapType, STEP_LANES } from '../../shared/boards/journey-map/model';
import { isOrderKey, type Ordered } from '../../shared/model/orderKey';

/** Everything that is wrong with a map, as sentences: an empty list is a sound map. */
export function journeyProblems(doc: JourneyMapDoc): string[] {
  const parsed = journeyMapType.schema.safeParse(doc);
  if (!parsed.success) return [`schema: ${parsed.error.message}`];
  return [...wrongIds(doc), ...wrongPlaces(doc), ...wrongNumbers(doc), ...wrongOrders(doc)];
}

function wrongIds(doc: JourneyMapDoc): string[] {
  return journeyMapType.collections.flatMap((name) =>
    Object.entries(doc[name as 'notes']).flatMap(([key, item]) =>
      item.id === key ? [] : [`${name}.${key} says it is ${item.id}`],
    ),
  );
}

function wrongPlaces(doc: JourneyMapDoc): string[] {
  const found: string[] = [];
  const check = (fine: boolean, message: string) => {
    if (!fine) found.push(message);
  };
  const filled = new Set(Object.values(doc.steps).map((step) => step.stageId));
  for (const stage of Object.values(doc.stages)) check(filled.has(stage.id), `stage ${stage.id} has no step`);
  for (const step of Object.values(doc.steps)) check(step.stageId in doc.stages, `step ${step.id} has no stage`);
  for (const note of Object.values(doc.notes)) {
    const kind = doc.lanes[note.laneId]?.kind;
    check(kind !== undefined && holdsNotes(kind), `note ${note.id} is on ${kind}`);
    check(note.stageId in doc.stages, `note ${note.id} has no stage`);
    check(
      note.stepId === null || doc.steps[note.stepId]?.stageId === note.stageId,
      `note ${note.id} stands in a step of another stage`,
    );
    check(note.stepId !== null || !STEP_LANES.has(kind ?? 'notes'), `note ${note.id} has no step`);
  }
  for (const [items, kind] of [
    [doc.touchpoints, 'touchpoints'],
    [doc.emotionPoints, 'emotion'],
    [doc.indicators, 'indicators'],
  ] as const)
    for (const item of Object.values(items)) {
      check(doc.lanes[item.laneId]?.kind === kind, `${kind} ${item.id} is on another row`);
      check(item.stepId in doc.steps, `${kind} ${item.id} has no step`);
    }
  const cellOf = (item: { laneId: string; stageId: string; stepId: string | null }) =>
    [item.laneId, item.stageId, item.stepId].join('/');
  for (const note of Object.values(doc.notes)) {
    const cluster = note.clusterId === null ? null : doc.clusters[note.clusterId];
    check(cluster !== undefined, `note ${note.id} names a group that is gone`);
    check(!cluster || cellOf(cluster) === cellOf(note), `note ${note.id} stands outside of its group`);
  }
  const first = doc.info.firstContactStepId;
  check(first === null || first in doc.steps, `first contact in step ${first}`);
  for (const rating of Object.values(doc.ratings)) {
    check(rating.participantId in doc.participants, `rating ${rating.id} is nobody's`);
    check(rating.stepId in doc.steps, `rating ${rating.id} has no step`);
  }
  for (const jump of Object.values(doc.jumps)) {
    check(jump.fromStepId in doc.steps, `jump ${jump.id} starts nowhere`);
    check(jump.toStepId === null || jump.toStepId in doc.steps, `jump ${jump.id} leads nowhere`);
  }
  const used = new Set(Object.values(doc.notes).map((note) => note.clusterId));
  for (const id of Object.keys(doc.clusters)) check(used.has(id as ClusterId), `group ${id} is empty`);
  return found;
}

function wrongNumbers(doc: JourneyMapDoc): string[] {
  const tenths = (value: number) => Object.is(Math.round(value * 10) / 10 + 0, value);
  return [
    ...Object.values(doc.emotionPoints)
      .filter((point) => !tenths(point.valence))
      .map((point) => `valence ${point.valence}`),
    ...Object.values(doc.indicators)
      .filter((item) => ![item.value ?? 0, ...item.trend].every(tenths))
      .map((item) => `indicator ${item.value}`),
  ];
}

function wrongOrders(doc: JourneyMapDoc): string[] {
  const groups = new Map<string, Ordered[]>();
  const add = (group: string, item: Ordered) => groups.set(group, [...(groups.get(group) ?? []), item]);
  for (const item of Object.values(doc.stages)) add('stages', item);
  for (const item of Object.values(doc.lanes)) add('lanes', item);
  for (const item of Object.values(doc.participants)) add('participants', item);
  for (const item of Object.values(doc.steps)) add(`steps of ${item.stageId}`, item);
  for (const item of Object.values(doc.notes))
    add(`notes of ${item.laneId}/${item.stageId}/${item.stepId}/${item.clusterId}`, item);
  for (const item of Object.values(doc.clusters))
    add(`notes of ${item.laneId}/${item.stageId}/${item.stepId}/null`, item);
  for (const item of Object.values(doc.touchpoints)) add(`touchpoints of ${item.laneId}/${item.stepId}`, item);
  for (const item of Object.values(doc.indicators)) add(`indicators of ${item.laneId}/${item.stepId}`, item);
  return [...groups].flatMap(([name, items]) => {
    const keys = items.map((item) => item.order);
    const damaged = keys.filter((key) => !isOrderKey(key)).map((key) => `${name}: key ${key}`);
    return new Set(keys).size === keys.length ? damaged : [...damaged, `${name}: equal keys`];
  });
}
