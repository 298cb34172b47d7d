import type { LinkPiece } from '../../model/linkGraph';
import { memoised } from '../../model/reading';
import type { Entry, PersonaDoc } from './model';

/** What a persona says, for others to rest on: its entries link to nothing themselves. Once per snapshot. */
export const linkPieces = memoised((doc: PersonaDoc): readonly LinkPiece[] =>
  Object.values<Entry>(doc.entries).map(({ id, text }) => ({ kind: 'entry', id, text, links: [] })),
);
