const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Map([...LETTERS].map((letter, value) => [letter.charCodeAt(0), value]));
const PAD = 0x3d;

/** Bytes as base64, in the standard alphabet and padded. */
export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  let part = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = [bytes[at], bytes[at + 1], bytes[at + 2]];
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    const letter = (shift: number) => LETTERS[(bits >> shift) & 63] ?? '';
    part += letter(18) + letter(12) + (b === undefined ? '=' : letter(6)) + (c === undefined ? '=' : letter(0));
    if (part.length > 8000) {
      parts.push(part);
      part = '';
    }
  }
  return parts.join('') + part;
}

/** The bytes of padded base64; null for anything else. */
export function fromBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0) return null;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let out = 0;
  for (let at = 0; at < text.length; at += 4) {
    let bits = 0;
    for (let place = 0; place < 4; place += 1) {
      const code = text.charCodeAt(at + place);
      const isPad = code === PAD && at + place >= text.length - padding;
      const value = isPad ? 0 : VALUES.get(code);
      if (value === undefined) return null;
      bits = (bits << 6) | value;
    }
    for (const shift of [16, 8, 0]) if (out < bytes.length) bytes[out++] = (bits >> shift) & 255;
  }
  return bytes;
}
