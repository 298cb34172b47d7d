import type { LinkPiece } from '../../model/linkGraph';
import { memoised } from '../../model/reading';
import type { EmpathyMapDoc, EmpathyNote } from './model';

/** Everything on an empathy map that can be linked: its notes. Once per snapshot. */
export const linkPieces = memoised((doc: EmpathyMapDoc): readonly LinkPiece[] =>
  Object.values<EmpathyNote>(doc.notes).map(({ id, text, links }) => ({ kind: 'note', id, text, links })),
);
