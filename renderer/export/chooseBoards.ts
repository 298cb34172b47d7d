import { fail, ok, type Result } from '@shared/base/result';
import type { SheetRef } from './posterScene';

const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

/** The boards (or personas) that one word of a command names: a title, an id, or a position from 1. */
function boardsNamed<Ref extends Pick<SheetRef, 'id' | 'title'>>(boards: readonly Ref[], word: string): readonly Ref[] {
  const byTitle = boards.filter((board) => plain(board.title) === plain(word));
  if (byTitle.length > 0) return byTitle;
  const byId = boards.filter((board) => board.id === word);
  if (byId.length > 0) return byId;
  const position = /^\d{1,4}$/.test(word.trim()) ? boards[Number(word) - 1] : undefined;
  return position ? [position] : [];
}

/**
 * The sheets to export, each once, in the order they are named; all boards when none is. Personas come after the boards in the count of
 * positions. Fails with the word that names none.
 */
export function chooseBoards<Ref extends Pick<SheetRef, 'id' | 'title'>>(
  boards: readonly Ref[],
  words: readonly string[],
  personas: readonly Ref[] = [],
): Result<readonly Ref[], string> {
  if (words.length === 0) return ok(boards);
  const chosen = new Set<Ref>();
  for (const word of words) {
    const named = boardsNamed([...boards, ...personas], word);
    if (named.length === 0) return fail(word);
    for (const board of named) chosen.add(board);
  }
  return ok([...chosen]);
}
