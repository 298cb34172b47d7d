/** The letters of a word as bits, 32 kinds of them: words with very different letters need no closer look. */
export function letterMask(word: string): number {
  let mask = 0;
  for (let at = 0; at < word.length; at += 1) mask |= 1 << (word.charCodeAt(at) & 31);
  return mask;
}

function bitCount(bits: number): number {
  let left = bits;
  let count = 0;
  while (left !== 0) {
    left &= left - 1;
    count += 1;
  }
  return count;
}

/** Three rows of the table of distances, used again for every pair of words: a search compares thousands. */
let rows = [new Uint16Array(64), new Uint16Array(64), new Uint16Array(64)] as const;

/**
 * How many letters two words differ by (put in, left out, changed, or two neighbours swapped; optimal string alignment, Damerau 1964),
 * when that is at most `off`; else null.
 * @param aMask `letterMask` of `a`
 * @param bMask `letterMask` of `b`
 */
export function distanceWithin(a: string, aMask: number, b: string, bMask: number, off: number): number | null {
  if (Math.abs(a.length - b.length) > off) return null;
  // A changed letter is at most one kind less here and one more there; swapped ones are the same kinds.
  if (bitCount(aMask ^ bMask) > 2 * off) return null;
  const width = b.length + 1;
  if (rows[0].length < width) rows = [new Uint16Array(width), new Uint16Array(width), new Uint16Array(width)];
  let [earlier, before, now] = rows;
  for (let column = 0; column < width; column += 1) before[column] = column;
  for (let row = 1; row <= a.length; row += 1) {
    const letter = a.charCodeAt(row - 1);
    const letterBefore = a.charCodeAt(row - 2);
    now[0] = row;
    let least = row;
    for (let column = 1; column < width; column += 1) {
      const other = b.charCodeAt(column - 1);
      let cost = (before[column - 1] ?? 0) + (letter === other ? 0 : 1);
      cost = Math.min(cost, (before[column] ?? 0) + 1, (now[column - 1] ?? 0) + 1);
      const isSwap = row > 1 && column > 1 && letterBefore === other && letter === b.charCodeAt(column - 2);
      if (isSwap) cost = Math.min(cost, (earlier[column - 2] ?? 0) + 1);
      now[column] = cost;
      if (cost < least) least = cost;
    }
    // No row is less than the one before it by more than a swap costs: none below can come back.
    if (least > off) return null;
    [earlier, before, now] = [before, now, earlier];
  }
  const distance = before[b.length] ?? 0;
  return distance <= off ? distance : null;
}
