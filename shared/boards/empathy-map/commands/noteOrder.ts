import type { NoteId, StageId } from '../../../base/ids';
import type { Draft } from '../../../document/command';
import { inOrder, orderAt } from '../../../model/orderKey';
import type { EmpathyMapDoc, EmpathyNote } from '../model';
import { areaOf, orderGroup, type ZoneId } from '../zones';

/** What commands of an empathy map write on. */
export type EmpathyDraft = Draft<EmpathyMapDoc>;

/** Where a note stands. */
export interface NoteHome {
  readonly zone: ZoneId;
  readonly stageId: StageId | null;
}

/** True for notes that the layout shows in the same place as this home: the index of a move counts among them. */
export function sharesPlace(draft: EmpathyDraft, home: NoteHome): (note: EmpathyNote) => boolean {
  const { layout } = draft.info;
  const zones: readonly ZoneId[] = areaOf(layout, home.zone)?.zones ?? [home.zone];
  return (note) => zones.includes(note.zone) && (layout !== 'stages' || note.stageId === home.stageId);
}

/**
 * Order key for a note that comes to a home as number `at` (null: the end) of what the layout shows there, itself not counted.
 * The key is unique among all notes whose zones some layout draws together, in other stages too.
 */
export function noteOrder(draft: EmpathyDraft, home: NoteHome, at: number | null, self: NoteId | null): string {
  const group = orderGroup(home.zone);
  const inGroup = (note: EmpathyNote) => note.id !== self && orderGroup(note.zone) === group;
  const shown = sharesPlace(draft, home);
  const all = inOrder<EmpathyNote>(draft.notes, inGroup);
  const here = all.filter(shown);
  const wished = at === null || Number.isNaN(at) ? here.length : Math.min(here.length, Math.max(0, Math.trunc(at)));
  const before = here[wished - 1];
  const after = here[wished];
  const index = before ? all.indexOf(before) + 1 : after ? all.indexOf(after) : all.length;
  return orderAt<EmpathyNote>(draft.notes, inGroup, index);
}

/** Number of a note among those that the layout shows beside it, or -1. */
export const placeOf = (draft: EmpathyDraft, note: EmpathyNote): number =>
  inOrder<EmpathyNote>(draft.notes, sharesPlace(draft, note)).findIndex(({ id }) => id === note.id);
