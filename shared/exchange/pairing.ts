/**
 * For each of some new things the old one that it comes from, or null: the first one left with the same key; between two that were found, as many left over on both
 * sides go together in their order, for those were changed where they stand. Each old thing is given once.
 */
export function paired<Old, New>(
  before: readonly Old[],
  now: readonly New[],
  keysOf: (old: Old) => readonly string[],
  keyOf: (one: New) => string,
): readonly (Old | null)[] {
  const places = new Map<string, number[]>();
  before.forEach((old, at) => {
    for (const key of new Set(keysOf(old))) {
      const known = places.get(key);
      if (known) known.push(at);
      else places.set(key, [at]);
    }
  });
  for (const list of places.values()) list.reverse();
  const used = new Set<number>();
  const next = (key: string): number | null => {
    const list = places.get(key) ?? [];
    for (let at = list.pop(); at !== undefined; at = list.pop()) {
      if (used.has(at)) continue;
      used.add(at);
      return at;
    }
    return null;
  };
  const found = now.map((one) => next(keyOf(one)));
  for (const [from, to] of gapsOf(found)) {
    const low = from === 0 ? -1 : (found[from - 1] ?? -1);
    const high = to === found.length ? before.length : (found[to] ?? before.length);
    const left: number[] = [];
    for (let at = low + 1; at < high; at += 1) if (!used.has(at)) left.push(at);
    if (left.length !== to - from) continue;
    left.forEach((at, step) => {
      found[from + step] = at;
      used.add(at);
    });
  }
  return found.map((at) => (at === null ? null : (before[at] ?? null)));
}

/** Runs of things without a partner: the first of each, and the one behind its last. */
function gapsOf(found: readonly (number | null)[]): readonly (readonly [number, number])[] {
  const gaps: [number, number][] = [];
  found.forEach((one, at) => {
    if (one !== null) return;
    const last = gaps.at(-1);
    if (last && last[1] === at) last[1] = at + 1;
    else gaps.push([at, at + 1]);
  });
  return gaps;
}
