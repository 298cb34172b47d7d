import type { ClusterId, StageId } from '../../base/ids';
import { compareOrder } from '../../model/orderKey';
import { memoised, sorted } from '../../model/reading';
import type { Cluster, EmpathyMapDoc, EmpathyNote, EmpathyStage, Finding } from './model';
import { type Area, areaOf, type ZoneId } from './zones';

/**
 * The map in reading order. Lists are computed once per snapshot and cached by the identity of the collections: these functions
 * take snapshots only, never a draft.
 */
const EMPTY: readonly never[] = [];

const stageList = memoised((stages: EmpathyMapDoc['stages']) => sorted<EmpathyStage>(stages));
const findingList = memoised((findings: EmpathyMapDoc['findings']) => sorted<Finding>(findings));

/** Notes per zone, each list kept the same object while its notes are the same, so that an edit sorts one zone only. */
type ZoneLists = ReadonlyMap<ZoneId, readonly EmpathyNote[]>;
let lastLists: ZoneLists = new Map();

const sameItems = (a: readonly EmpathyNote[], b: readonly EmpathyNote[]): boolean =>
  a.length === b.length && a.every((item, at) => item === b[at]);

const unsorted = new WeakMap<readonly EmpathyNote[], readonly EmpathyNote[]>();

const zoneLists = memoised((notes: EmpathyMapDoc['notes']): ZoneLists => {
  const found = new Map<ZoneId, EmpathyNote[]>();
  for (const note of Object.values<EmpathyNote>(notes)) {
    const list = found.get(note.zone);
    if (list) list.push(note);
    else found.set(note.zone, [note]);
  }
  const lists = new Map<ZoneId, readonly EmpathyNote[]>();
  for (const [zone, list] of found) {
    const before = lastLists.get(zone);
    if (before && sameItems(unsorted.get(before) ?? EMPTY, list)) {
      lists.set(zone, before);
      continue;
    }
    const made = [...list].sort(compareOrder);
    unsorted.set(made, list);
    lists.set(zone, made);
  }
  lastLists = lists;
  return lists;
});

/** Stages from left to right. */
export const stagesInOrder = (doc: EmpathyMapDoc): readonly EmpathyStage[] => stageList(doc.stages);

/** Findings by their number, from 1 on. */
export const findingsInOrder = (doc: EmpathyMapDoc): readonly Finding[] => findingList(doc.findings);

/** Notes of a zone in order, whatever their stage. */
export const notesOfZone = (doc: EmpathyMapDoc, zone: ZoneId): readonly EmpathyNote[] =>
  zoneLists(doc.notes).get(zone) ?? EMPTY;

const merged = new WeakMap<readonly EmpathyNote[], { readonly of: ZoneLists; readonly list: readonly EmpathyNote[] }>();

/** Notes of an area in order, whatever their stage. */
export function notesOfArea(doc: EmpathyMapDoc, { zones }: Area): readonly EmpathyNote[] {
  const lists = zones.map((zone) => notesOfZone(doc, zone)).filter((list) => list.length > 0);
  const [first] = lists;
  if (!first) return EMPTY;
  if (lists.length === 1) return first;
  const of: ZoneLists = new Map(zones.map((zone) => [zone, notesOfZone(doc, zone)]));
  const known = merged.get(first);
  if (known && known.of.size === of.size && [...of].every(([zone, list]) => known.of.get(zone) === list))
    return known.list;
  const list = lists.flat().sort(compareOrder);
  merged.set(first, { of, list });
  return list;
}

const EMPTY_GROUPS: ReadonlyMap<StageId | null, readonly EmpathyNote[]> = new Map();
const byStage = memoised((list: readonly EmpathyNote[]) => {
  const groups = new Map<StageId | null, EmpathyNote[]>();
  for (const note of list) {
    const group = groups.get(note.stageId);
    if (group) group.push(note);
    else groups.set(note.stageId, [note]);
  }
  return groups as ReadonlyMap<StageId | null, readonly EmpathyNote[]>;
});

/** Notes of an area in one stage (null: those without a stage), in order. */
export function notesInCell(doc: EmpathyMapDoc, area: Area, stageId: StageId | null): readonly EmpathyNote[] {
  const list = notesOfArea(doc, area);
  return (list.length === 0 ? EMPTY_GROUPS : byStage(list)).get(stageId) ?? EMPTY;
}

/** Something that flows in an area: a note, or a group of notes that stands where its first note does. */
export type FlowItem =
  | { readonly kind: 'note'; readonly note: EmpathyNote }
  | { readonly kind: 'cluster'; readonly cluster: Cluster; readonly notes: readonly EmpathyNote[] };

/** The notes of one area or cell as they flow: loose ones and groups, hand-placed ones left out where places count. */
export function flowOf(
  doc: EmpathyMapDoc,
  notes: readonly EmpathyNote[],
  options: { readonly placed: boolean },
): readonly FlowItem[] {
  const items: FlowItem[] = [];
  const groups = new Map<ClusterId, EmpathyNote[]>();
  for (const note of notes) {
    const cluster = note.clusterId ? doc.clusters[note.clusterId] : undefined;
    if (!cluster) {
      if (!(options.placed && note.place)) items.push({ kind: 'note', note });
      continue;
    }
    const group = groups.get(cluster.id);
    if (group) group.push(note);
    else {
      const own = [note];
      groups.set(cluster.id, own);
      items.push({ kind: 'cluster', cluster, notes: own });
    }
  }
  return items;
}

/** True for a note that this layout has no place for. */
export function isInReserve(doc: EmpathyMapDoc, note: EmpathyNote): boolean {
  const { layout } = doc.info;
  if (!areaOf(layout, note.zone)) return true;
  return layout === 'stages' && !(note.stageId !== null && Object.hasOwn(doc.stages, note.stageId));
}

/** Notes that wait in reserve, by zone in order; zones without any are left out. */
export function reserveOf(doc: EmpathyMapDoc): ReadonlyMap<ZoneId, readonly EmpathyNote[]> {
  const found = new Map<ZoneId, readonly EmpathyNote[]>();
  for (const [zone, list] of zoneLists(doc.notes)) {
    const waiting = list.filter((note) => isInReserve(doc, note));
    if (waiting.length > 0) found.set(zone, waiting);
  }
  return found;
}
