import { fail, ok, type Result } from '@shared/base/result';
import type { BoardRef } from '@shared/model/workshop';

const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

/** The boards that one word of a command names: a title, an id, or a position from 1. */
function boardsNamed(boards: readonly BoardRef[], word: string): readonly BoardRef[] {
  const byTitle = boards.filter((board) => plain(board.title) === plain(word));
  if (byTitle.length > 0) return byTitle;
  const byId = boards.filter((board) => board.id === word);
  if (byId.length > 0) return byId;
  const position = /^\d{1,4}$/.test(word.trim()) ? boards[Number(word) - 1] : undefined;
  return position ? [position] : [];
}

/** The boards to export, each once, in the order they are named; all of them when none is. Fails with the word that names none. */
export function chooseBoards(
  boards: readonly BoardRef[],
  words: readonly string[],
): Result<readonly BoardRef[], string> {
  if (words.length === 0) return ok(boards);
  const chosen = new Set<BoardRef>();
  for (const word of words) {
    const named = boardsNamed(boards, word);
    if (named.length === 0) return fail(word);
    for (const board of named) chosen.add(board);
  }
  return ok([...chosen]);
}
