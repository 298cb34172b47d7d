import { type ClusterId, isId, type NoteId } from '../../../base/ids';
import { defineCommand } from '../../../document/command';
import { asFlag, asText, type Cleaners, setFields } from '../../../model/cleanFields';
import { entity } from '../../../model/entity';
import { inOrder, moveTo, type Ordered, orderAt, renumber } from '../../../model/orderKey';
import type { Cluster, JourneyMapDoc } from '../model';
import type { CellPlace } from '../targets';
import { type JourneyDraft, notePlace } from './journeyDraft';
import { dropEmptyClusters, groupOf, notesOfCluster, sameCell, slotsIn } from './slots';

const CLEANERS: Cleaners<Pick<Cluster, 'title' | 'folded'>> = { title: asText, folded: asFlag };
const all = () => true;

export interface ClusterNotes {
  readonly id: ClusterId;
  /** In the order they shall have in the group. */
  readonly noteIds: readonly NoteId[];
  readonly title: string;
}

/**
 * Groups notes under a title, in the cell and at the place of the first of them; notes of other cells and groups come over. Locked notes
 * stay where they are.
 */
export const clusterNotes = defineCommand<JourneyMapDoc, ClusterNotes>(
  'journey.clusterNotes',
  (draft, { id, noteIds, title }) => {
    const notes = [...new Set(noteIds)].flatMap((noteId) => {
      const note = entity(draft.notes, noteId);
      return note && !note.locked ? [note] : [];
    });
    const first = notes[0];
    if (!first || !isId(id) || entity(draft.clusters, id)) return;
    const { laneId, stageId, stepId } = first;
    const place = { laneId, stageId, stepId };
    const slots = slotsIn(draft, place, null);
    const outer = groupOf(draft, first) ?? first.id;
    const at = inOrder<Ordered>(slots, all).findIndex((slot) => slot.id === outer);
    const order = orderAt<Ordered>(slots, all, at < 0 ? null : at);
    draft.clusters[id] = { id, ...place, order, title: asText(title) ?? '', folded: false };
    for (const note of notes) Object.assign(note, place, { clusterId: id });
    renumber(
      slotsIn(draft, place, id),
      notes.map((note) => note.id),
    );
    dropEmptyClusters(draft);
  },
);

/** Takes groups apart: their notes stay, in their order, where the group was. */
export const unclusterNotes = defineCommand<JourneyMapDoc, { readonly ids: readonly ClusterId[] }>(
  'journey.unclusterNotes',
  (draft, { ids }) => {
    for (const id of ids) takeApart(draft, id);
  },
);

function takeApart(draft: JourneyDraft, id: ClusterId): void {
  const cluster = entity(draft.clusters, id);
  if (!cluster) return;
  const { laneId, stageId, stepId } = cluster;
  const place = { laneId, stageId, stepId };
  const notes = inOrder<Ordered>(slotsIn(draft, place, id), all).map((note) => note.id as NoteId);
  const slots = slotsIn(draft, place, null);
  let at = inOrder<Ordered>(slots, all).findIndex((slot) => slot.id === id);
  delete slots[id];
  delete draft.clusters[id];
  for (const noteId of notes) {
    const note = draft.notes[noteId];
    if (!note) continue;
    note.order = orderAt<Ordered>(slots, all, at);
    note.clusterId = null;
    slots[noteId] = note;
    at += 1;
  }
}

function setCluster(draft: JourneyDraft, id: ClusterId, fields: Partial<Pick<Cluster, 'title' | 'folded'>>): void {
  const cluster = entity(draft.clusters, id);
  if (cluster) setFields<Pick<Cluster, 'title' | 'folded'>>(cluster, fields, CLEANERS);
}

/** Writes the title of a group. */
export const renameCluster = defineCommand<JourneyMapDoc, { readonly id: ClusterId; readonly title: string }>(
  'journey.renameCluster',
  (draft, { id, title }) => setCluster(draft, id, { title }),
);

/** Folds a group to its title and the number of its notes, or opens it. */
export const foldCluster = defineCommand<JourneyMapDoc, { readonly id: ClusterId; readonly folded: boolean }>(
  'journey.foldCluster',
  (draft, { id, folded }) => setCluster(draft, id, { folded }),
);

export interface MoveCluster {
  readonly id: ClusterId;
  readonly place: CellPlace;
  /** Index among the groups and ungrouped notes of the cell, itself not counted; null is the end. */
  readonly at: number | null;
}

/** Moves a group with its notes. One that holds a locked note stays. */
export const moveCluster = defineCommand<JourneyMapDoc, MoveCluster>(
  'journey.moveCluster',
  (draft, { id, place, at }) => {
    const cluster = entity(draft.clusters, id);
    const home = notePlace(draft, place);
    if (!cluster || !home || notesOfCluster(draft, id).some((note) => note.locked)) return;
    if (sameCell(home, cluster)) return moveTo<Ordered>(slotsIn(draft, home, null), id, all, at);
    const notes = notesOfCluster(draft, id);
    const order = orderAt<Ordered>(slotsIn(draft, home, null), all, at);
    Object.assign(cluster, home, { order });
    for (const { id: noteId } of notes) {
      const note = draft.notes[noteId];
      if (note) Object.assign(note, home);
    }
  },
);

/** Deletes a group with its notes; locked ones stay, without a group. */
export function removeCluster(draft: JourneyDraft, id: ClusterId): void {
  if (!entity(draft.clusters, id)) return;
  for (const note of notesOfCluster(draft, id)) if (!note.locked) delete draft.notes[note.id];
  takeApart(draft, id);
}
