import { wordsOf } from '@shared/search/textIndex';
import { useMemo } from 'react';

type Pieces = ReturnType<typeof wordsOf>;

/** Texts that were cut into words: cards show the same ones at every key press. */
const cut = new Map<string, Pieces>();
const MOST_CUT = 2000;

function piecesOf(text: string): Pieces {
  const known = cut.get(text);
  if (known) return known;
  if (cut.size >= MOST_CUT) cut.clear();
  const pieces = wordsOf(text);
  cut.set(text, pieces);
  return pieces;
}

/** A text with the words that were found in it marked. */
export function Marked({ text, words }: { readonly text: string; readonly words: ReadonlySet<string> }) {
  const pieces = useMemo(() => (words.size === 0 ? null : piecesOf(text)), [text, words]);
  if (!pieces) return text;
  return pieces.map(({ piece, word }, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never move.
    word !== null && words.has(word) ? <mark key={at}>{piece}</mark> : piece,
  );
}
