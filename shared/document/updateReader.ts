/** Walks over an update in Yjs's first encoding (lib0 numbers, strings and values) without making anything of it. */
export interface UpdateReader {
  readonly at: () => number;
  /** An unsigned number of variable length. */
  readonly number: () => number;
  readonly byte: () => number;
  readonly skipString: () => void;
  /** Skips a string; its length in UTF-16 code units. */
  readonly stringLength: () => number;
  /** Skips any JSON-like value, and what lib0 adds to JSON. */
  readonly skipAny: () => void;
}

/** Throws `RangeError` where the bytes end too early or are no update. */
export function updateReader(bytes: Uint8Array): UpdateReader {
  let at = 0;
  const byte = (): number => {
    const value = bytes[at];
    if (value === undefined) throw new RangeError('an update ends too early');
    at += 1;
    return value;
  };
  const number = (): number => {
    let value = 0;
    let factor = 1;
    for (;;) {
      const next = byte();
      value += (next & 0x7f) * factor;
      if (next < 0x80) return value;
      factor *= 128;
      if (value > Number.MAX_SAFE_INTEGER) throw new RangeError('an update holds a number that is too large');
    }
  };
  const skip = (length: number): void => {
    at += length;
    if (at > bytes.length) throw new RangeError('an update ends too early');
  };
  const skipString = (): void => skip(number());

  const stringLength = (): number => {
    const end = number() + at;
    if (end > bytes.length) throw new RangeError('an update ends too early');
    let units = 0;
    while (at < end) {
      const first = byte();
      // A byte that continues a character counts nothing; four bytes make two units.
      if (first < 0x80 || first >= 0xc0) units += first >= 0xf0 ? 2 : 1;
    }
    return units;
  };

  const skipAny = (): void => {
    const type = byte();
    if (type === 127 || type === 126 || type === 121 || type === 120) return;
    if (type === 125) {
      // A signed number ends like an unsigned one.
      while (byte() >= 0x80);
    } else if (type === 124) skip(4);
    else if (type === 123 || type === 122) skip(8);
    else if (type === 119 || type === 116) skip(number());
    else if (type === 118) {
      for (let left = number(); left > 0; left -= 1) {
        skipString();
        skipAny();
      }
    } else if (type === 117) for (let left = number(); left > 0; left -= 1) skipAny();
    else throw new RangeError(`an update holds a value of type ${type}`);
  };

  return { at: () => at, number, byte, skipString, stringLength, skipAny };
}
