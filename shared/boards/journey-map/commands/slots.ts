import { isDraft } from 'mutative';
import type { ClusterId } from '../../../base/ids';
import { entity } from '../../../model/entity';
import { type Ordered, peek } from '../../../model/orderKey';
import type { Cluster, Note } from '../model';
import { notesKnownIn } from '../order';
import type { CellPlace } from '../targets';
import type { JourneyDraft } from './journeyDraft';

/** True when two things stand in the same cell. */
export const sameCell = (a: CellPlace, b: CellPlace): boolean =>
  a.laneId === b.laneId && a.stageId === b.stageId && a.stepId === b.stepId;

/** The group a note stands in; null when it names none, or one that is gone or stands in another cell. */
export function groupOf(draft: JourneyDraft, note: CellPlace & Pick<Note, 'clusterId'>): ClusterId | null {
  const cluster = note.clusterId && entity(draft.clusters, note.clusterId);
  return cluster && sameCell(cluster, note) ? note.clusterId : null;
}

type Slots = Record<string, Ordered & { order: string }>;

/**
 * What stands in one order: in a cell the groups and the notes outside of groups, in a group its notes. Writing `order` on the values
 * writes on the draft.
 */
export function slotsIn(draft: JourneyDraft, place: CellPlace, clusterId: ClusterId | null): Slots {
  const slots: Slots = {};
  const [notes, clusters] = [peek(draft.notes), peek(draft.clusters)];
  // What is no draft changes behind its identity.
  const known = isDraft(draft.notes) ? notesKnownIn(notes, clusters, place) : null;
  for (const note of known ?? Object.values<Note>(notes)) {
    const own = sameCell(note, place) && groupOf(draft, note) === clusterId ? draft.notes[note.id] : undefined;
    if (own) slots[note.id] = own;
  }
  if (clusterId !== null) return slots;
  for (const cluster of Object.values<Cluster>(clusters)) {
    const own = sameCell(cluster, place) ? draft.clusters[cluster.id] : undefined;
    if (own) slots[cluster.id] = own;
  }
  return slots;
}

/** Notes of a group, in no order. */
export const notesOfCluster = (draft: JourneyDraft, id: ClusterId): Note[] =>
  Object.values<Note>(peek(draft.notes)).filter((note) => groupOf(draft, note) === id);

/** Deletes the groups that hold no note any more: a title alone groups nothing. */
export function dropEmptyClusters(draft: JourneyDraft): void {
  const clusters = Object.values<Cluster>(peek(draft.clusters));
  if (clusters.length === 0) return;
  const used = new Set(Object.values<Note>(peek(draft.notes)).map((note) => groupOf(draft, note)));
  for (const { id } of clusters) if (!used.has(id)) delete draft.clusters[id];
}
