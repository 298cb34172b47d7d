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

/**
 * How many letters two words differ by (put in, left out or changed; Levenshtein 1966), when that is at most `off`; else null.
 * @param aMask `letterMask` of `a`
 * @param bMask `letterMask` of `b`
 */
export function distanceWithin(a: string, aMask: number, b: string, bMask: number, off: number): number | null {
  if (Math.abs(a.length - b.length) > off) return null;
  // A changed letter is at most one kind less here and one more there.
  if (bitCount(aMask ^ bMask) > 2 * off) return null;
  let before = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row += 1) {
    const now = [row];
    let least = row;
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a.charCodeAt(row - 1) === b.charCodeAt(column - 1);
      const cost = Math.min(
        (before[column] ?? 0) + 1,
        (now[column - 1] ?? 0) + 1,
        (before[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      now.push(cost);
      if (cost < least) least = cost;
    }
    if (least > off) return null;
    before = now;
  }
  const distance = before[b.length] ?? 0;
  return distance <= off ? distance : null;
}
