import type { BoardId } from '../../base/ids';
import type { CommonNoteFields, NoteLink } from '../../model/note';
import type { EmpathyNote } from './model';

/** What a note of a journey takes over from a note of an empathy map. Where it stands is the journey's own matter. */
export type ConvertedNote = Pick<CommonNoteFields, 'text' | 'evidence' | 'source' | 'author' | 'tags' | 'links'>;

const linkBack = (board: BoardId, { id }: EmpathyNote): NoteLink => ({ board, kind: 'note', id });

function converted(note: EmpathyNote, board: BoardId): ConvertedNote {
  const { text, evidence, source, author, tags } = note;
  return { text, evidence, source, author, tags: [...tags], links: [linkBack(board, note)] };
}

/** Fields of a journey's pain point made from a pain: its words and its proof, with a link back to it. */
export const painPointFrom = (note: EmpathyNote, board: BoardId): ConvertedNote => converted(note, board);

/** Fields of an opportunity made from a pain or a gain. It answers the note, it is not proven by it: a hypothesis until tried. */
export const opportunityFrom = (note: EmpathyNote, board: BoardId): ConvertedNote => ({
  ...converted(note, board),
  evidence: 'hypothesis',
});
