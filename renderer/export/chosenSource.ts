import type { BoardChoice } from '@shared/posterChoice/boardChoice';
import { chosenBoard, leavesOut } from '@shared/posterChoice/chosenBoard';
import type { PosterSource } from './posterScene';

interface Known {
  readonly choice: BoardChoice;
  readonly source: PosterSource;
}

const known = new WeakMap<PosterSource, Known>();

/** The source of a poster that shows what was chosen of its board, in every language; the same object for the same source and choice. */
export function chosenSource(whole: PosterSource, choice: BoardChoice): PosterSource {
  if (!leavesOut(choice)) return whole;
  const before = known.get(whole);
  if (before?.choice === choice) return before.source;
  const { doc, part } = chosenBoard(whole.doc, choice);
  const { readIn } = whole;
  const read = readIn && { readIn: (lang: Parameters<typeof readIn>[0]) => chosenSource(readIn(lang), choice) };
  const source: PosterSource = { ...whole, doc, part, ...read };
  known.set(whole, { choice, source });
  return source;
}
