import { wordsOf } from '@shared/search/textIndex';
import type { ReactNode } from 'react';

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

/** A text with the words that were found in it marked; what lies between them stays one piece. */
export function marked(text: string, words: ReadonlySet<string>): ReactNode {
  if (words.size === 0) return text;
  const parts: ReactNode[] = [];
  let plain = '';
  for (const { piece, word } of piecesOf(text)) {
    if (word === null || !words.has(word)) {
      plain += piece;
      continue;
    }
    parts.push(plain, <mark key={parts.length + 1}>{piece}</mark>);
    plain = '';
  }
  return parts.length === 0 ? text : [...parts, plain];
}
