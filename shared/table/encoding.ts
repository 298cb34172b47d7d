/** Encodings that tables come in. Latin-1 is read as Windows-1252, which has the same letters and more. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/**
 * The encoding of a text by its first bytes; null for what is no text (NUL bytes that are not those of UTF-16). A byte order mark decides;
 * without one, UTF-16 shows by its zeros, UTF-8 by being valid. A sample that is plain ASCII is taken for UTF-8: whoever
 * decodes the rest strictly notices when it is not.
 */
export function detectEncoding(sample: Uint8Array): Encoding | null {
  if (sample[0] === 0xef && sample[1] === 0xbb && sample[2] === 0xbf) return 'utf-8';
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le';
  if (sample[0] === 0xfe && sample[1] === 0xff) return 'utf-16be';
  const zeros = countZeros(sample);
  const half = sample.length / 2;
  if (zeros.odd > 0.3 * half && zeros.even < 0.05 * half) return 'utf-16le';
  if (zeros.even > 0.3 * half && zeros.odd < 0.05 * half) return 'utf-16be';
  if (zeros.even + zeros.odd > 0) return null;
  return isUtf8(sample) ? 'utf-8' : 'windows-1252';
}

function countZeros(sample: Uint8Array): { readonly even: number; readonly odd: number } {
  let even = 0;
  let odd = 0;
  for (let at = 0; at < sample.length; at += 1) {
    if (sample[at] !== 0) continue;
    if (at % 2) odd += 1;
    else even += 1;
  }
  return { even, odd };
}

/** Valid UTF-8, in shortest form and without surrogates. A character cut off at the end of the sample does not count against it. */
function isUtf8(sample: Uint8Array): boolean {
  let at = 0;
  while (at < sample.length) {
    const lead = sample[at] ?? 0;
    const length =
      lead < 0x80
        ? 1
        : lead >= 0xc2 && lead < 0xe0
          ? 2
          : (lead & 0xf0) === 0xe0
            ? 3
            : lead >= 0xf0 && lead < 0xf5
              ? 4
              : 0;
    if (length === 0) return false;
    for (let next = 1; next < length && at + next < sample.length; next += 1) {
      const byte = sample[at + next] ?? 0;
      const [low, high] = next === 1 ? secondByte(lead) : ANY_FOLLOWING;
      if (byte < low || byte > high) return false;
    }
    at += length;
  }
  return true;
}

const ANY_FOLLOWING: readonly [number, number] = [0x80, 0xbf];
const NARROWER: ReadonlyMap<number, readonly [number, number]> = new Map([
  [0xe0, [0xa0, 0xbf]],
  [0xed, [0x80, 0x9f]],
  [0xf0, [0x90, 0xbf]],
  [0xf4, [0x80, 0x8f]],
]);
const secondByte = (lead: number): readonly [number, number] => NARROWER.get(lead) ?? ANY_FOLLOWING;
