import type { FactRef } from '@shared/analysis/mapFacts';
import { appStore } from '@/app/appStore';
import { controllerOf } from '@/editor/boardController';
import type { BoardHandle } from '@/session/boardHandle';

/** Resolves once the board on screen (the one with that id, where one is named) can be driven; null when it was left before. */
export function whenDrivable(boardId?: string): Promise<BoardHandle | null> {
  const { open } = appStore.getState();
  return new Promise((resolve) => {
    const look = () => {
      const { screen, open: now, boardId: shown } = appStore.getState();
      const isWanted = screen === 'board' && now === open && (!boardId || shown === boardId);
      const there = open?.handle.getState().handle ?? null;
      // The board before may still be there.
      const handle = !boardId || controllerOf(there)?.session.docId === boardId ? there : null;
      if (isWanted && !handle) return false;
      for (const stop of stops) stop();
      resolve(isWanted ? handle : null);
      return true;
    };
    const stops: (() => void)[] = [];
    if (look() || !open) return;
    stops.push(open.handle.subscribe(look), appStore.subscribe(look));
  });
}

/** Goes to the journey and selects facts on it, the first of them in view. */
export async function showOnMap(facts: readonly FactRef[]): Promise<void> {
  const refs = [...new Map(facts.map((ref) => [ref.id, ref])).values()];
  const [first] = refs;
  if (!first) return;
  appStore.setState({ screen: 'board' });
  const handle = await whenDrivable();
  handle?.reveal(first);
  if (refs.length > 1) controllerOf(handle)?.select(refs);
}
