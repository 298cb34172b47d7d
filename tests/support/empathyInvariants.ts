import { type EmpathyMapDoc, empathyMapType } from '../../shared/boards/empathy-map/model';
import { orderGroup } from '../../shared/boards/empathy-map/zones';
import { isOrderKey, type Ordered } from '../../shared/model/orderKey';

/** Everything that is wrong with a map, as sentences: an empty list is a sound map. */
export function empathyProblems(doc: EmpathyMapDoc): string[] {
  const parsed = empathyMapType.schema.safeParse(doc);
  if (!parsed.success) return [`schema: ${parsed.error.message}`];
  return [...wrongIds(doc), ...wrongReferences(doc), ...wrongOrders(doc)];
}

function wrongIds(doc: EmpathyMapDoc): string[] {
  return empathyMapType.collections.flatMap((name) =>
    Object.entries(doc[name as 'notes']).flatMap(([key, item]) =>
      item.id === key ? [] : [`${name}.${key} says it is ${item.id}`],
    ),
  );
}

function wrongReferences(doc: EmpathyMapDoc): string[] {
  const found: string[] = [];
  const check = (fine: boolean, message: string) => {
    if (!fine) found.push(message);
  };
  const tenths = (value: number) => Object.is(Math.round(value * 10) / 10 + 0, value);
  for (const note of Object.values(doc.notes)) {
    check(note.stageId === null || note.stageId in doc.stages, `note ${note.id} stands in a stage that is gone`);
    check(note.clusterId === null || note.clusterId in doc.clusters, `note ${note.id} stands in a group that is gone`);
    check(note.clusterId === null || note.place === null, `note ${note.id} is grouped and placed by hand`);
  }
  const used = new Set(Object.values(doc.notes).map((note) => note.clusterId));
  for (const { id } of Object.values(doc.clusters)) check(used.has(id), `group ${id} is empty`);
  const pairs = new Set<string>();
  for (const { id, sayId, doId } of Object.values(doc.findings)) {
    check(sayId in doc.notes && doId in doc.notes, `finding ${id} is about nothing`);
    check(!pairs.has(`${sayId}/${doId}`), `finding ${id} is there twice`);
    pairs.add(`${sayId}/${doId}`);
  }
  for (const { id, hand, moments } of Object.values(doc.stages))
    check([hand ?? 0, ...moments].every(tenths), `stage ${id} has valences that are no tenths`);
  return found;
}

function wrongOrders(doc: EmpathyMapDoc): string[] {
  const groups = new Map<string, Ordered[]>();
  const add = (group: string, item: Ordered) => groups.set(group, [...(groups.get(group) ?? []), item]);
  for (const item of Object.values(doc.notes)) add(`notes of ${orderGroup(item.zone)}`, item);
  for (const item of Object.values(doc.clusters)) add('clusters', item);
  for (const item of Object.values(doc.stages)) add('stages', item);
  for (const item of Object.values(doc.findings)) add('findings', item);
  return [...groups].flatMap(([name, items]) => {
    const keys = items.map((item) => item.order);
    const damaged = keys.filter((key) => !isOrderKey(key)).map((key) => `${name}: key ${key}`);
    return new Set(keys).size === keys.length ? damaged : [...damaged, `${name}: equal keys`];
  });
}
