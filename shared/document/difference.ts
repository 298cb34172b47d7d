import type { Json } from '../model/document';
import { jsonEqual } from './jsonEqual';

type JsonObject = Readonly<Record<string, Json>>;

/** What makes one JSON object of another; what is the same in both is not in it. */
export interface Difference {
  /** Values that are new or other: whole, where it is no object on both sides. */
  readonly set?: JsonObject;
  /** Objects on both sides that differ within. */
  readonly inside?: Readonly<Record<string, Difference>>;
  /** Keys that are there no more. */
  readonly gone?: readonly string[];
}

const isObject = (value: Json | undefined): value is Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isEmpty = (all: object): boolean => Object.keys(all).length === 0;

/** What `withDifference` needs to make `after` of `before`; empty where both say the same. */
export function differenceOf(before: JsonObject, after: JsonObject): Difference {
  const set = new Map<string, Json>();
  const inside = new Map<string, Difference>();
  for (const [key, value] of Object.entries(after)) {
    if (value === undefined) continue;
    const was = Object.hasOwn(before, key) ? before[key] : undefined;
    if (isObject(was) && isObject(value)) {
      const within = differenceOf(was, value);
      if (!isEmpty(within)) inside.set(key, within);
    } else if (was === undefined || !jsonEqual(was, value)) set.set(key, value);
  }
  const gone = Object.keys(before).filter((key) => !Object.hasOwn(after, key) || after[key] === undefined);
  return {
    ...(set.size > 0 && { set: Object.fromEntries(set) }),
    ...(inside.size > 0 && { inside: Object.fromEntries(inside) }),
    ...(gone.length > 0 && { gone }),
  };
}

/** The object that `difference` was made for; it shares with `before` what is the same. Throws where `before` is another one than it was made of. */
export function withDifference(before: JsonObject, { set = {}, inside = {}, gone = [] }: Difference): JsonObject {
  const after = new Map(Object.entries(before));
  for (const key of gone) after.delete(key);
  for (const [key, within] of Object.entries(inside)) {
    const was = after.get(key);
    if (!isObject(was)) throw new Error(`no object to change: ${key}`);
    after.set(key, withDifference(was, within) as Json);
  }
  for (const [key, value] of Object.entries(set)) after.set(key, value);
  return Object.fromEntries(after);
}
