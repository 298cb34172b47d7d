import { strFromU8, strToU8 } from 'fflate';

/** Bytes of a text of plain ASCII, or of Latin-1: a character is a byte. */
export const bytesOf = (text: string): Uint8Array => strToU8(text, true);

/** Bytes as Latin-1, without reading beyond either end. */
export const textAt = (bytes: Uint8Array, from: number, to: number): string =>
  strFromU8(bytes.subarray(Math.max(0, from), Math.max(0, Math.min(bytes.length, to))), true);

const isAt = (bytes: Uint8Array, wanted: Uint8Array, at: number): boolean => {
  for (let step = 0; step < wanted.length; step += 1) if (bytes[at + step] !== wanted[step]) return false;
  return true;
};

export const startsWith = (bytes: Uint8Array, text: string): boolean => isAt(bytes, bytesOf(text), 0);

/** Where a text stands first, not before `from`; -1 where it does not. */
export function indexOfText(bytes: Uint8Array, text: string, from = 0): number {
  const wanted = bytesOf(text);
  for (let at = bytes.indexOf(wanted[0] ?? 0, Math.max(0, from)); at >= 0; at = bytes.indexOf(wanted[0] ?? 0, at + 1))
    if (isAt(bytes, wanted, at)) return at;
  return -1;
}

/** Where a text stands last, not after `from`; -1 where it does not. */
export function lastIndexOfText(bytes: Uint8Array, text: string, from = bytes.length): number {
  const wanted = bytesOf(text);
  let at = from < 0 ? -1 : bytes.lastIndexOf(wanted[0] ?? 0, from);
  while (at >= 0 && !isAt(bytes, wanted, at)) at = at === 0 ? -1 : bytes.lastIndexOf(wanted[0] ?? 0, at - 1);
  return at;
}
