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

/** A character cut off at the end of the sample does not count against it. */
function isUtf8(sample: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true });
    return true;
  } catch {
    return false;
  }
}
