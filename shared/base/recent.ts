/** A memory of what was asked for lately, by key. */
export interface Recent<Value> {
  readonly get: (key: string) => Value | undefined;
  readonly set: (key: string, value: Value) => void;
  /** How many values it holds; at most twice what it was made for. */
  readonly size: () => number;
}

/**
 * Remembers at least the `most` values that were used last, and at most twice as many: those that were not used since the last `most`
 * new ones are forgotten together, so that nothing is kept in order. `most` is at least 1.
 */
export function createRecent<Value>(most: number): Recent<Value> {
  let young = new Map<string, Value>();
  let old = new Map<string, Value>();
  const set = (key: string, value: Value): void => {
    if (young.size >= most && !young.has(key)) {
      old = young;
      young = new Map();
    }
    young.set(key, value);
  };
  return {
    get: (key) => {
      const value = young.get(key);
      if (value !== undefined) return value;
      const kept = old.get(key);
      if (kept !== undefined) {
        old.delete(key);
        set(key, kept);
      }
      return kept;
    },
    set: (key, value) => {
      old.delete(key);
      set(key, value);
    },
    size: () => young.size + old.size,
  };
}
