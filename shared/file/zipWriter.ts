import { deflateSync } from 'fflate';
import { crc32 } from '../base/crc32';
import { FILE_LIMITS } from './limits';

export interface ZipEntry {
  /** ASCII, `/` between folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Stored as it is, without compression. */
  readonly stored?: boolean;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const STORED = 0;
const DEFLATED = 8;
/** 1 January 1980, 00:00: the same input always gives the same bytes. */
const DOS_DATE = 0x0021;
const VERSION = 20;

interface Packed {
  readonly name: Uint8Array;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly data: Uint8Array;
}

/** A zip archive of the entries in their order. Deterministic: no clock, no platform, no extra fields. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const packed = entries.map(pack);
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of packed) {
    const local = header(LOCAL, entry, 30, null);
    parts.push(local, entry.data);
    directory.push(header(CENTRAL, entry, 46, offset));
    offset += local.length + entry.data.length;
  }
  const list = join(directory);
  return join([...parts, list, endRecord(packed.length, list.length, offset)]);
}

function pack({ name, bytes, stored }: ZipEntry): Packed {
  const deflated = stored ? bytes : deflateSync(bytes, { level: 6 });
  const useful = !stored && deflated.length < bytes.length;
  // What is packed too well would be refused as a zip bomb when it is read back: it is stored instead.
  const fair = bytes.length < FILE_LIMITS.ratioFromBytes || bytes.length < deflated.length * (FILE_LIMITS.ratio / 2);
  const method = useful && fair ? DEFLATED : STORED;
  const data = method === DEFLATED ? deflated : bytes;
  return { name: asciiBytes(name), method, crc: crc32(bytes), size: bytes.length, data };
}

/** Local header (30 bytes and the name), or the directory's (46 bytes and the name) when `offset` is given. */
function header(signature: number, entry: Packed, length: number, offset: number | null): Uint8Array {
  const bytes = new Uint8Array(length + entry.name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  let at = 4;
  if (offset !== null) {
    view.setUint16(at, VERSION, true);
    at += 2;
  }
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint16(at + 8, DOS_DATE, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.data.length, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, entry.name.length, true);
  if (offset !== null) view.setUint32(42, offset, true);
  bytes.set(entry.name, length);
  return bytes;
}

function endRecord(count: number, directorySize: number, directoryOffset: number): Uint8Array {
  const bytes = new Uint8Array(22);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, END, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, directorySize, true);
  view.setUint32(16, directoryOffset, true);
  return bytes;
}

const asciiBytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

function join(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
