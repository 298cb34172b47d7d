import type { AnyDoc } from '@shared/model/document';
import type { Target } from '@shared/scene/primitives';
import { foldText } from '@shared/text/searchText';
import { type PlacedTarget, targetKey } from '@/canvas/targetIndex';
import type { BoardController } from './boardController';
import type { BoardEditing } from './boardEditing';
import type { SceneNow } from './boardScene';

/** Where a text was found, and how often it stands in what is folded away. */
export interface Found {
  readonly hits: readonly PlacedTarget[];
  readonly folded: number;
}

const NOTHING: Found = { hits: [], folded: 0 };

function look<Doc extends AnyDoc>({ texts, targets }: BoardEditing<Doc>, now: SceneNow<Doc>, query: string): Found {
  const wanted = foldText(query.trim());
  if (wanted === '') return NOTHING;
  const { doc, lang } = now.inputs;
  const has = (text: string | null): boolean => text !== null && foldText(text).includes(wanted);
  // What is written of a face is its quote, which has a place of its own once it is drawn.
  const isTold = (target: Target): boolean => {
    const written = texts.writtenPart(target);
    return written !== target && now.index.get(targetKey(written)) !== null;
  };
  const hits = targets
    .stops(now)
    .filter(({ target }) => !isTold(target) && has(texts.get(doc, texts.writtenPart(target), lang)));
  const all = texts.all(doc).filter(({ text }) => has(text));
  const folded = all.filter(({ target }) => now.index.get(targetKey(target)) === null);
  return { hits, folded: folded.length };
}

/** Looks for texts on the board as it is drawn, without regard to case and accents; the last answer is kept. */
export function createFinder<Doc extends AnyDoc>(
  plug: BoardEditing<Doc>,
): (now: SceneNow<Doc>, query: string) => Found {
  let last: { readonly now: SceneNow<Doc>; readonly query: string; readonly found: Found } | null = null;
  return (now, query) => {
    if (last?.now !== now || last.query !== query) last = { now, query, found: look(plug, now, query) };
    return last.found;
  };
}

/** The place looked at: the number is brought into range, for the board may have changed. */
export const hitAt = ({ hits }: Found, at: number): PlacedTarget | null =>
  hits.length === 0 ? null : (hits[((at % hits.length) + hits.length) % hits.length] ?? null);

/** Opens the field, or gives it the keyboard again. */
export function openFind<Doc extends AnyDoc>({ ui }: BoardController<Doc>): boolean {
  const { find } = ui.getState();
  ui.setState({ find: { query: find?.query ?? '', at: find?.at ?? 0, asked: (find?.asked ?? 0) + 1 } });
  return true;
}

/** Looks for another text; the first place from the top is shown. */
export function setQuery<Doc extends AnyDoc>(controller: BoardController<Doc>, query: string): void {
  const { find } = controller.ui.getState();
  if (!find) return;
  controller.ui.setState({ find: { ...find, query, at: 0 } });
  showHit(controller);
}

/** Goes to the next place found, or to the one before, round and round. */
export function goFind<Doc extends AnyDoc>(controller: BoardController<Doc>, by: 1 | -1): boolean {
  const { find } = controller.ui.getState();
  if (!find) return openFind(controller);
  const { length } = controller.found().hits;
  if (length === 0) return true;
  controller.ui.setState({ find: { ...find, at: (find.at + by + length) % length } });
  showHit(controller);
  return true;
}

function showHit<Doc extends AnyDoc>(controller: BoardController<Doc>): void {
  const hit = hitAt(controller.found(), controller.ui.getState().find?.at ?? 0);
  if (hit) controller.moves.reveal(hit.box);
}

/** Stops looking; what was looked at is chosen. */
export function closeFind<Doc extends AnyDoc>(controller: BoardController<Doc>): void {
  const hit = hitAt(controller.found(), controller.ui.getState().find?.at ?? 0);
  controller.ui.setState({ find: null });
  if (hit) controller.select([hit.target]);
  controller.focusBoard();
}
