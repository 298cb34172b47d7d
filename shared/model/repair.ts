import { compareOrder, isOrderKey, type Ordered, peek, renumber } from './orderKey';

/** Ids are visited in sorted order: the order of keys in a record depends on the copy. */
export const idsOf = (all: object): string[] => Object.keys(all).sort();

/** Makes the entities of a record say the id they are filed under. */
export function matchIds(all: Record<string, { id: string }>): void {
  const seen = peek(all);
  for (const id of idsOf(seen)) {
    const item = seen[id]?.id === id ? undefined : all[id];
    if (item) item.id = id;
  }
}

/** Renumbers each group that has equal or damaged keys. */
export function straighten<T extends Ordered>(
  all: Record<string, T & { order: string }>,
  groupOf: (item: T) => string,
): void {
  for (const ids of unsound(peek(all), groupOf)) renumber<T>(all, ids);
}

/** The ids, in order, of each group that has equal or damaged keys. */
export function unsound<T extends Ordered>(
  all: Readonly<Record<string, T>>,
  groupOf: (item: T) => string,
): readonly string[][] {
  const groups = new Map<string, T[]>();
  for (const item of Object.values(all)) {
    const group = groups.get(groupOf(item)) ?? [];
    group.push(item);
    groups.set(groupOf(item), group);
  }
  return [...groups.values()].flatMap((group) => {
    const sorted = group.sort(compareOrder);
    const sound = sorted.every((item, at) => isOrderKey(item.order) && sorted[at - 1]?.order !== item.order);
    return sound ? [] : [sorted.map((item) => item.id)];
  });
}

/** A deterministic id that is not taken: of the stem, cut to leave room for a number. */
export function freeId<T extends string>(all: Readonly<Record<string, unknown>>, stem: string): T {
  const base = `${stem.slice(0, 50)}-r`;
  let count = 1;
  while (Object.hasOwn(all, `${base}${count}`)) count += 1;
  return `${base}${count}` as T;
}
