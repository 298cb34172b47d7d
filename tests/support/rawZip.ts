import { deflateRawSync } from 'node:zlib';
import { crc32 } from '../../shared/base/crc32';

/** One entry of an archive made by hand; what is not given is told truthfully. */
export interface RawEntry {
  readonly name: string | Uint8Array;
  readonly bytes: Uint8Array | string;
  readonly stored?: boolean;
  readonly size?: number;
  readonly packedSize?: number;
  readonly crc?: number;
  readonly flags?: number;
  readonly method?: number;
  readonly mode?: number;
  /** Name in the entry's own header, when it differs from the directory's. */
  readonly localName?: string;
  /** Offset of another entry's header, for entries that share bytes. */
  readonly offset?: number;
}

export interface RawEnd {
  readonly count?: number;
  readonly directoryOffset?: number;
  readonly directorySize?: number;
  readonly comment?: string;
  readonly disk?: number;
}

const text = (value: Uint8Array | string): Buffer =>
  typeof value === 'string' ? Buffer.from(value, 'utf8') : Buffer.from(value);

/** A zip archive that may lie about itself. */
export function rawZip(entries: readonly RawEntry[], end: RawEnd = {}): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const bytes = text(entry.bytes);
    const packed = entry.stored ? bytes : deflateRawSync(bytes);
    const fields = {
      flags: entry.flags ?? 0,
      method: entry.method ?? (entry.stored ? 0 : 8),
      crc: entry.crc ?? crc32(bytes),
      packedSize: entry.packedSize ?? packed.length,
      size: entry.size ?? bytes.length,
    };
    const own = headerOf(30, text(entry.localName ?? entry.name), fields);
    const at = entry.offset ?? offset;
    const listed = headerOf(46, text(entry.name), fields);
    listed.writeUInt32LE((((entry.mode ?? 0) << 16) >>> 0) as number, 38);
    listed.writeUInt32LE(at, 42);
    directory.push(listed);
    if (entry.offset !== undefined) continue;
    parts.push(own, packed);
    offset += own.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const comment = text(end.comment ?? '');
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(end.disk ?? 0, 4);
  record.writeUInt16LE(end.count ?? entries.length, 8);
  record.writeUInt16LE(end.count ?? entries.length, 10);
  record.writeUInt32LE(end.directorySize ?? list.length, 12);
  record.writeUInt32LE(end.directoryOffset ?? offset, 16);
  record.writeUInt16LE(comment.length, 20);
  return new Uint8Array(Buffer.concat([...parts, list, record, comment]));
}

interface Fields {
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
}

function headerOf(length: 30 | 46, name: Buffer, { flags, method, crc, packedSize, size }: Fields): Buffer {
  const header = Buffer.alloc(length);
  header.writeUInt32LE(length === 30 ? 0x04034b50 : 0x02014b50, 0);
  const at = length === 30 ? 4 : 6;
  header.writeUInt16LE(20, at);
  header.writeUInt16LE(flags, at + 2);
  header.writeUInt16LE(method, at + 4);
  header.writeUInt32LE(crc >>> 0, at + 10);
  header.writeUInt32LE(packedSize, at + 14);
  header.writeUInt32LE(size, at + 18);
  header.writeUInt16LE(name.length, at + 22);
  return Buffer.concat([header, name]);
}
