import type { NoteColor } from '../../../model/note';
import type { Lane, LaneKind } from '../model';

/** Paper of each row whose notes are stickies. */
const PAPERS: Readonly<Partial<Record<LaneKind, NoteColor>>> = {
  'pain-points': 'corail',
  opportunities: 'menthe',
  expectations: 'lilas',
  questions: 'jonquille',
  measures: 'ciel',
  images: 'craie',
  notes: 'jonquille',
};

/** The paper of a row's notes: the row's own colour, else its kind's; null where they are written on the sheet itself. */
export function lanePaper({ kind, color }: Pick<Lane, 'kind' | 'color'>): NoteColor | null {
  const paper = PAPERS[kind] ?? null;
  return paper && (color ?? paper);
}
