/** Tables of the reflected CRC-32 (polynomial 0xEDB88320), four bytes at a time. */
const TABLES: readonly Uint32Array[] = makeTables();

function makeTables(): Uint32Array[] {
  const first = Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value;
  });
  const tables = [first];
  for (let step = 1; step < 4; step += 1) {
    const before = tables[step - 1] ?? first;
    tables.push(before.map((value) => (value >>> 8) ^ (first[value & 255] ?? 0)));
  }
  return tables;
}

/**
 * CRC-32 as used by zip and PNG (ISO-HDLC), as an unsigned 32-bit integer. `seed` is the CRC of the bytes before, to go on in pieces.
 */
export function crc32(bytes: Uint8Array, seed = 0): number {
  const [t0, t1, t2, t3] = TABLES as [Uint32Array, Uint32Array, Uint32Array, Uint32Array];
  let crc = ~seed;
  let at = 0;
  for (const whole = bytes.length - 3; at < whole; at += 4) {
    crc ^=
      byteAt(bytes, at) | (byteAt(bytes, at + 1) << 8) | (byteAt(bytes, at + 2) << 16) | (byteAt(bytes, at + 3) << 24);
    crc =
      byteAt(t3, crc & 255) ^ byteAt(t2, (crc >>> 8) & 255) ^ byteAt(t1, (crc >>> 16) & 255) ^ byteAt(t0, crc >>> 24);
  }
  for (; at < bytes.length; at += 1) crc = (crc >>> 8) ^ byteAt(t0, (crc ^ byteAt(bytes, at)) & 255);
  return ~crc >>> 0;
}

const byteAt = (bytes: Uint8Array | Uint32Array, at: number): number => bytes[at] ?? 0;
