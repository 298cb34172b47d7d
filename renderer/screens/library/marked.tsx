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
function setOf(marks: string): ReadonlySet<string> {
  const known = sets.get(marks);
  if (known) return known;
  if (sets.size >= MOST_CUT) sets.clear();
  const made = new Set(marks === '' ? [] : marks.split(' '));
  sets.set(marks, made);
  return made;
}

/** A text cut where words of `wordsIn` stand in it: every second part is one to mark. null where it has none. */
export function markedParts(text: string, marks: string): readonly string[] | null {
  const words = setOf(marks);
  const parts: string[] = [];
  let plain = '';
  for (const { piece, word } of words.size === 0 ? [] : piecesOf(text)) {
    if (word === null || !words.has(word)) {
      plain += piece;
      continue;
    }
    parts.push(plain, piece);
    plain = '';
  }
  return parts.length === 0 ? null : [...parts, plain];
}

/** A text with the words of `wordsIn` marked. */
export function marked(text: string, marks: string): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text have no other name.
  return markedParts(text, marks)?.map((part, at) => (at % 2 === 0 ? part : <mark key={at}>{part}</mark>)) ?? text;
}
