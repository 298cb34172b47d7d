import { wordsOf } from '@shared/search/textIndex';
import { useMemo } from 'react';

/** A text with the words that were found in it marked. */
export function Marked({ text, words }: { readonly text: string; readonly words: ReadonlySet<string> }) {
  const pieces = useMemo(() => (words.size === 0 ? null : wordsOf(text)), [text, words]);
  if (!pieces) return text;
  return pieces.map(({ piece, word }, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never move.
    word !== null && words.has(word) ? <mark key={at}>{piece}</mark> : piece,
  );
}
