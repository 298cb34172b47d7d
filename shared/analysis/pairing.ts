import { foldText } from '../text/searchText';

/** What of two lists belongs together, one with one. What has no partner stands in neither map. */
export interface Pairs<T> {
  readonly a: readonly T[];
  readonly b: readonly T[];
  readonly ofA: Map<T, T>;
  readonly ofB: Map<T, T>;
}

/** Two lists of which nothing is paired yet. */
export const unpaired = <T>(a: readonly T[], b: readonly T[]): Pairs<T> => ({ a, b, ofA: new Map(), ofB: new Map() });

/** What has no partner yet, of either list, in order. */
export const leftOf = <T>({ a, b, ofA, ofB }: Pairs<T>): { readonly a: readonly T[]; readonly b: readonly T[] } => ({
  a: a.filter((one) => !ofA.has(one)),
  b: b.filter((one) => !ofB.has(one)),
});

function join<T>({ ofA, ofB }: Pairs<T>, a: T, b: T): void {
  ofA.set(a, b);
  ofB.set(b, a);
}

/** Gathered by a key, in order; what has the key null is left out. */
export function byKey<T>(list: readonly T[], keyOf: (one: T) => string | null): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const key = keyOf(one);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

type KeyOf<T> = (one: T) => string | null;

/** Pairs what is left by a key: the first of a key with the first of it, the second with the second. Null is no key. */
export function pairByKey<T>(pairs: Pairs<T>, keyOfA: KeyOf<T>, keyOfB: KeyOf<T> = keyOfA): void {
  const left = leftOf(pairs);
  const others = byKey(left.b, keyOfB);
  for (const [key, group] of byKey(left.a, keyOfA)) {
    const partners = others.get(key) ?? [];
    for (const [at, a] of group.entries()) {
      const b = partners[at];
      if (b !== undefined) join(pairs, a, b);
    }
  }
}

/** Pairs what is left by a key wherever as many are left of it on either side (of `most` at most): one stands in the other's place. */
export function pairByPlace<T>(pairs: Pairs<T>, keyOfA: KeyOf<T>, keyOfB: KeyOf<T>, most = 1): void {
  const left = leftOf(pairs);
  const [mine, theirs] = [byKey(left.a, keyOfA), byKey(left.b, keyOfB)];
  const isFair = (key: string | null) => {
    const [one, other] = [mine.get(key ?? '')?.length ?? 0, theirs.get(key ?? '')?.length ?? 0];
    return one === other && one <= most;
  };
  const fair = (keyOf: KeyOf<T>) => (one: T) => {
    const key = keyOf(one);
    return isFair(key) ? key : null;
  };
  pairByKey(pairs, fair(keyOfA), fair(keyOfB));
}

/** Letters that a word has at least to tell what a text is about. */
const TELLING = 3;

/** The words of a text without case and accents; short ones only where there are no others. */
export function wordsOf(text: string): ReadonlySet<string> {
  const all = foldText(text.normalize('NFKC'))
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const telling = all.filter((word) => word.length >= TELLING);
  return new Set(telling.length > 0 ? telling : all);
}

/** How much two sets of words have in common, 0 to 1 (L. R. Dice, "Measures of the Amount of Ecologic Association Between Species", Ecology 26, 1945). */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}

/** Half of their words in common: the same thing, said otherwise. */
const ALIKE = 0.5;
/** More pairs than this in one place are not looked at one by one. */
const MOST_LOOKED_AT = 20_000;

/**
 * Pairs what is left of one key by common words, the most alike first. A pair that is not the only one of its likeness for both of its halves is left alone, so that the
 * answer does not depend on which list is called `a`.
 */
export function pairByLikeness<T>(
  pairs: Pairs<T>,
  textOf: (one: T) => string,
  keyOfA: KeyOf<T>,
  keyOfB: KeyOf<T>,
): void {
  const left = leftOf(pairs);
  const others = byKey(left.b, keyOfB);
  for (const [key, group] of byKey(left.a, keyOfA)) {
    const partners = others.get(key) ?? [];
    if (group.length * partners.length > MOST_LOOKED_AT) continue;
    const said = new Map([...group, ...partners].map((one) => [one, wordsOf(textOf(one))] as const));
    const none: ReadonlySet<string> = new Set();
    const alike = group.flatMap((a) =>
      partners.flatMap((b) => {
        const like = likeness(said.get(a) ?? none, said.get(b) ?? none);
        return like >= ALIKE ? [{ a, b, like }] : [];
      }),
    );
    for (const [, level] of [...byKey(alike, ({ like }) => `${like}`)].sort((one, other) => +other[0] - +one[0])) {
      const open = level.filter(({ a, b }) => !pairs.ofA.has(a) && !pairs.ofB.has(b));
      const only = ({ a, b }: (typeof open)[number]) =>
        open.filter((one) => one.a === a).length === 1 && open.filter((one) => one.b === b).length === 1;
      for (const { a, b } of open.filter(only)) join(pairs, a, b);
    }
  }
}
