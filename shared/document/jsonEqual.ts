/** True when two JSON values say the same: keys in any order, arrays in order. */
export function jsonEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && jsonEqual(fieldOf(a, key), fieldOf(b, key)));
}

const fieldOf = (value: object, key: string): unknown => (value as Record<string, unknown>)[key];
