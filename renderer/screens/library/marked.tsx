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

/** The words of a text that are among some, each once with a space after it: what a card is drawn again for when it changes. */
export function wordsIn(texts: readonly string[], words: ReadonlySet<string>): string {
  if (words.size === 0) return '';
  const met = new Set<string>();
  for (const text of texts)
    for (const { word } of piecesOf(text)) {
      if (word !== null && words.has(word)) met.add(word);
    }
  return [...met].join(' ');
}

const sets = new Map<string, ReadonlySet<string>>();

/** The words that `wordsIn` told. */
export function setOf(words: string): ReadonlySet<string> {
  const known = sets.get(words);
  if (known) return known;
  if (sets.size >= MOST_CUT) sets.clear();
  const made = new Set(words === '' ? [] : words.split(' '));
  sets.set(words, made);
  return made;
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
