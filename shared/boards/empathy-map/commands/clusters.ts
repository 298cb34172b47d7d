import { type ClusterId, isId, type NoteId, type StageId } from '../../../base/ids';
import { defineCommand } from '../../../document/command';
import { asFlag, asText, setFields } from '../../../model/cleanFields';
import { entity } from '../../../model/entity';
import { inOrder, orderAt } from '../../../model/orderKey';
import type { Cluster, EmpathyMapDoc, EmpathyNote } from '../model';
import type { ZoneId } from '../zones';
import { type EmpathyDraft, noteOrder, sharesPlace } from './noteOrder';
import { dropEmptyClusters } from './notes';

const CLEANERS = { title: asText, folded: asFlag };

const membersOf = (draft: EmpathyDraft, id: ClusterId): EmpathyNote[] =>
  inOrder<EmpathyNote>(draft.notes, (note) => note.clusterId === id);

export interface GroupNotes {
  /** A new group, or one that takes more notes in. */
  readonly id: ClusterId;
  readonly noteIds: readonly NoteId[];
  readonly title: string;
}

/** Gathers notes under a title; they leave their old groups and their places by hand. A known group keeps its title. */
export const groupNotes = defineCommand<EmpathyMapDoc, GroupNotes>(
  'empathy.groupNotes',
  (draft, { id, noteIds, title }) => {
    const members = noteIds.filter((noteId) => entity(draft.notes, noteId));
    if (!isId(id) || members.length === 0) return;
    if (!entity(draft.clusters, id)) {
      const order = orderAt<Cluster>(draft.clusters, () => true, null);
      draft.clusters[id] = { id, title: asText(title) ?? '', order, folded: false };
    }
    for (const noteId of members) {
      const note = entity(draft.notes, noteId);
      if (note && note.clusterId !== id) note.clusterId = id;
      if (note?.place) note.place = null;
    }
    dropEmptyClusters(draft);
  },
);

/** Renames a group. */
export const renameCluster = defineCommand<EmpathyMapDoc, { readonly id: ClusterId; readonly title: string }>(
  'empathy.renameCluster',
  (draft, { id, title }) => {
    const cluster = entity(draft.clusters, id);
    if (cluster) setFields<Cluster>(cluster, { title }, CLEANERS);
  },
);

/** Folds a group to its title and count, or unfolds it. */
export const foldCluster = defineCommand<EmpathyMapDoc, { readonly id: ClusterId; readonly folded: boolean }>(
  'empathy.foldCluster',
  (draft, { id, folded }) => {
    const cluster = entity(draft.clusters, id);
    if (cluster) setFields<Cluster>(cluster, { folded }, CLEANERS);
  },
);

export interface MoveCluster {
  readonly id: ClusterId;
  readonly zone: ZoneId;
  /** Left out, each note keeps its stage. */
  readonly stageId?: StageId | null;
  /** Index among the notes that the layout shows there, those of the group not counted; null is the end. */
  readonly at: number | null;
}

/** Moves a group with all its notes, locked ones included: the group is what is moved. */
export const moveCluster = defineCommand<EmpathyMapDoc, MoveCluster>(
  'empathy.moveCluster',
  (draft, { id, zone, stageId, at }) => {
    if (!entity(draft.clusters, id)) return;
    const stage = stageId === undefined || stageId === null || entity(draft.stages, stageId) ? stageId : null;
    let previous: string | null = null;
    for (const { id: noteId, stageId: own } of membersOf(draft, id)) {
      const note = entity(draft.notes, noteId);
      if (!note) continue;
      const home = { zone, stageId: stage === undefined ? own : stage };
      // The first note goes to its index, each other one right after the one before it.
      const index = previous === null ? at : afterNote(draft, home, previous, noteId);
      const order = noteOrder(draft, home, index, noteId);
      Object.assign(note, home, { order, place: null });
      previous = noteId;
    }
  },
);

/** Index right after a note, among what the layout shows beside it, a second one not counted. */
function afterNote(
  draft: EmpathyDraft,
  home: { readonly zone: ZoneId; readonly stageId: StageId | null },
  after: string,
  self: NoteId,
): number | null {
  const shown = sharesPlace(draft, home);
  const at = inOrder<EmpathyNote>(draft.notes, (note) => note.id !== self && shown(note)).findIndex(
    (note) => note.id === after,
  );
  return at < 0 ? null : at + 1;
}

/** Dissolves a group; its notes stay where they are. */
export const ungroup = defineCommand<EmpathyMapDoc, { readonly id: ClusterId }>('empathy.ungroup', (draft, { id }) =>
  dissolve(draft, id),
);

/** Takes a group from its notes and deletes it. */
export function dissolve(draft: EmpathyDraft, id: ClusterId): void {
  if (!entity(draft.clusters, id)) return;
  for (const { id: noteId } of membersOf(draft, id)) {
    const note = entity(draft.notes, noteId);
    if (note) note.clusterId = null;
  }
  delete draft.clusters[id];
}
