import type { PersonaCard } from '@/session/library';
import { codedCards } from './facetCodes';

interface Known {
  readonly names: readonly string[];
  readonly size: number;
  readonly places: Int32Array;
}

const known = new WeakMap<readonly PersonaCard[], Known>();
const GONE = -1;

/**
 * Where the personas of an answer stand among the cards, in its order; those that are not among them are left out.
 * @param names ids by the numbers of the answer; it may grow from call to call
 */
export function hitPlaces(
  cards: readonly PersonaCard[],
  numbers: ArrayLike<number>,
  names: readonly string[],
): Int32Array {
  const { places } = placesOf(cards, names);
  const found = new Int32Array(numbers.length);
  let count = 0;
  for (let at = 0; at < numbers.length; at += 1) {
    const place = places[numbers[at] ?? GONE] ?? GONE;
    if (place === GONE) continue;
    found[count] = place;
    count += 1;
  }
  return found.subarray(0, count);
}

/** The place of every number, looked up once and not at every key press. */
function placesOf(cards: readonly PersonaCard[], names: readonly string[]): Known {
  const before = known.get(cards);
  if (before?.names === names && before.size === names.length) return before;
  const { placeOf } = codedCards(cards);
  const made = { names, size: names.length, places: Int32Array.from(names, (id) => placeOf.get(id) ?? GONE) };
  known.set(cards, made);
  return made;
}
