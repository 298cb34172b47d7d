/** Encodings that tables come in, as browsers name them. Latin-1 is read as Windows-1252, which has the same letters and more; Mac Roman is `macintosh`. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'macintosh'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/**
 * The encoding of a text by its first bytes; null for what is no text (NUL bytes that are not those of UTF-16). A byte order mark decides;
 * without one, UTF-16 shows by its zeros, UTF-8 by being valid. A sample that is plain ASCII is taken for UTF-8: whoever
 * decodes the rest strictly notices when it is not. What is none of these has a byte for each sign (`eightBitEncoding`).
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
  return isUtf8(sample) ? 'utf-8' : eightBitEncoding(sample);
}

/** à â ç é è ê ù in Mac Roman: in Windows-1252 signs that stand in no word (ˆ ‰ Ž), or nothing. Its other letters are there quotes, dashes, œ. */
const MAC_LETTERS: ReadonlySet<number> = new Set([0x88, 0x89, 0x8d, 0x8e, 0x8f, 0x90, 0x9d]);
/** É in Mac Roman, ƒ in Windows-1252. */
const MAC_CAPITAL = 0x83;
/** From here on Windows-1252 has its small letters, and Mac Roman capitals and signs. */
const WINDOWS_LETTERS = 0xe0;

const isSmall = (byte = 0): boolean => byte >= 0x61 && byte <= 0x7a;
const isCapital = (byte = 0): boolean => byte >= 0x41 && byte <= 0x5a;

/**
 * Windows-1252, or Mac Roman where that reads clearly better: where what stands beside letters is more than twice as often a letter of French in
 * Mac Roman than a small letter in Windows-1252.
 */
export function eightBitEncoding(sample: Uint8Array): 'windows-1252' | 'macintosh' {
  let mac = 0;
  let windows = 0;
  for (let at = 0; at < sample.length; at += 1) {
    const byte = sample[at] ?? 0;
    if (byte < 0x80) continue;
    const [before, after] = [sample[at - 1], sample[at + 1]];
    if (isSmall(before) || isSmall(after)) {
      if (MAC_LETTERS.has(byte)) mac += 1;
      else if (byte >= WINDOWS_LETTERS) windows += 1;
    } else if (byte === MAC_CAPITAL && (isCapital(before) || isCapital(after))) mac += 1;
  }
  return mac > 2 * windows ? 'macintosh' : 'windows-1252';
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
