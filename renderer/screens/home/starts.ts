import { BOARD_KINDS, type BoardKindId } from '@shared/model/document';
import type { BoardStart } from '@/boards/boardFace';
import { boardFace } from '@/boards/registry';

/** A preset of a kind of board, as one word: `journey-map/full`. */
export type StartId = `${BoardKindId}/${string}`;

/** The preset of a word; a preset alone is one of a journey. An unknown one gives the first that starts empty. */
export function startOf(id: string): { readonly id: StartId; readonly kind: BoardKindId; readonly start: BoardStart } {
  const [first = '', second] = id.split('/');
  const kind = BOARD_KINDS.find((known) => known === first) ?? 'journey-map';
  const wanted = second ?? first;
  const { starts } = boardFace(kind);
  const start = starts.find(({ preset }) => preset === wanted) ?? starts.find(({ preset }) => preset === 'blank');
  const found = start ?? (starts[0] as BoardStart);
  return { id: `${kind}/${found.preset}`, kind, start: found };
}
