import type { LinkPiece } from '../../model/linkGraph';
import { memoised } from '../../model/reading';
import type { EmotionPoint, JourneyMapDoc, Note, Touchpoint } from './model';

/** Everything on a map that can be linked: notes, touchpoints, what is felt. Once per snapshot. */
export const linkPieces = memoised((doc: JourneyMapDoc): readonly LinkPiece[] => [
  ...Object.values<Note>(doc.notes).map(({ id, text, links }) => ({ kind: 'note', id, text, links })),
  ...Object.values<Touchpoint>(doc.touchpoints).map(({ id, label, links }) => ({
    kind: 'touchpoint',
    id,
    text: label,
    links,
  })),
  ...Object.values<EmotionPoint>(doc.emotionPoints).map(({ id, word, quote, links }) => ({
    kind: 'emotion-point',
    id,
    text: quote || word,
    links,
  })),
]);
