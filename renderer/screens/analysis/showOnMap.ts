import type { FactRef } from '@shared/analysis/mapFacts';
import { appStore } from '@/app/appStore';
import { controllerOf } from '@/editor/boardController';
import type { BoardHandle } from '@/session/boardHandle';

/** Resolves once the board on screen can be driven; null when it was left before. */
export function whenDrivable(): Promise<BoardHandle | null> {
  const { open } = appStore.getState();
  return new Promise((resolve) => {
    const look = () => {
      const { screen, open: now } = appStore.getState();
      const handle = open?.handle.getState().handle ?? null;
      if (screen === 'board' && now === open && !handle) return false;
      for (const stop of stops) stop();
      resolve(screen === 'board' && now === open ? handle : null);
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
