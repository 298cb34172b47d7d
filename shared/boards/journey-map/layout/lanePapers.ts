import type { NoteColor } from '../../../model/note';
import type { LaneKind } from '../model';

/** Paper of each row whose notes are stickies. */
const PAPERS: Readonly<Partial<Record<LaneKind, NoteColor>>> = {
  'pain-points': 'corail',
  opportunities: 'menthe',
  notes: 'jonquille',
};

/** The paper of a row's notes; null where they are written on the sheet itself. */
export const lanePaper = (kind: LaneKind): NoteColor | null => PAPERS[kind] ?? null;
