import type { PersonaCard } from '@/session/library';
import type { Search } from '@/session/search/search';
import { findPersonas } from './filters';
import { hitPlaces } from './hitPlaces';

/** So often is an answer gone through before the engine has compiled what does it. */
const ROUNDS = 6;
/** As many cards as the largest window shows. */
const SHOWN = 24;

let rounds = 0;

/**
 * Goes through an answer that everybody is in, while nothing else is to be done: the first letter typed finds the code compiled, and what
 * is looked up once for each state of the library looked up. Returns the way to stop.
 */
export function keepWarm(search: Search, cards: readonly PersonaCard[]): () => void {
  let idle = 0;
  let left = Math.max(1, ROUNDS - rounds);
  const round = (): void => {
    const names = search.names();
    const hits = hitPlaces(
      cards,
      Uint32Array.from(names, (_, at) => at),
      names,
    );
    const found = findPersonas(cards, { choices: {}, sort: 'relevance', hits, used: [] });
    found.slice(0, SHOWN);
    rounds += 1;
    left -= 1;
    if (left > 0) idle = requestIdleCallback(round);
    else if (rounds <= ROUNDS) idle = requestIdleCallback(() => void found.counts);
  };
  const begin = (): void => {
    cancelIdleCallback(idle);
    if (search.state.getState().status === 'ready') idle = requestIdleCallback(round);
  };
  begin();
  const stop = search.state.subscribe((now, before) => {
    if (now.status !== before.status) begin();
  });
  return () => {
    stop();
    cancelIdleCallback(idle);
  };
}
