import { crc32 } from '@shared/base/crc32';
import type { JournalEntry } from '@shared/ipc';

/*
 * A segment is a row of frames; one append is one frame, so a batch is there whole or not at all.
 *   frame   = magic "PJR1", u32 payload length, u32 CRC-32 of length and payload, payload
 *   payload = entries; entry = u8 type, u8 id length, f64 sequence, f64 time (epoch ms), u32 byte length, id, bytes
 * All numbers are little-endian.
 */
const MAGIC = Buffer.from('PJR1', 'latin1');
const FRAME_HEAD = 12;
const ENTRY_HEAD = 22;
const TYPES = ['update', 'erase', 'asset', 'record'] as const satisfies readonly JournalEntry['type'][];

/** Where an entry lies in a segment; its bytes are read when needed. */
export interface PlacedEntry {
  readonly type: JournalEntry['type'];
  readonly docId: string;
  readonly seq: number;
  readonly at: number;
  /** Position of the entry's bytes in its segment. */
  readonly offset: number;
  readonly length: number;
  /** CRC-32 of the bytes, checked again at each reading. */
  readonly crc: number;
}

/** A run of bytes that is no valid frame. */
export interface Damage {
  readonly from: number;
  readonly to: number;
  /** A frame of which the file holds every byte, yet its checksum is wrong: it was written whole, then changed. */
  readonly whole: boolean;
}

export interface Scan {
  /** Valid frames and damage, in file order. */
  readonly parts: readonly ({ readonly entries: readonly PlacedEntry[] } | { readonly damage: Damage })[];
  /** End of the last valid frame. */
  readonly end: number;
}

/** The bytes of one append. */
export function encodeFrame(entries: readonly JournalEntry[]): Buffer {
  const size = entries.reduce((sum, entry) => sum + entrySize(entry), 0);
  const frame = Buffer.alloc(FRAME_HEAD + size);
  MAGIC.copy(frame, 0);
  frame.writeUInt32LE(size, 4);
  let at = FRAME_HEAD;
  for (const entry of entries) at = writeEntry(frame, at, entry);
  frame.writeUInt32LE(frameCrc(frame, 0, size), 8);
  return frame;
}

/** Where each entry of a frame written at `start` lies. */
export function placesIn(frame: Buffer, start: number): PlacedEntry[] {
  return (readEntries(frame, FRAME_HEAD, frame.length) ?? []).map((entry) => ({
    ...entry,
    offset: entry.offset + start,
  }));
}

const entrySize = (entry: JournalEntry): number => ENTRY_HEAD + Buffer.byteLength(entry.docId) + entry.bytes.length;

function writeEntry(frame: Buffer, start: number, entry: JournalEntry): number {
  const idLength = frame.write(entry.docId, start + ENTRY_HEAD, 'latin1');
  frame.writeUInt8(TYPES.indexOf(entry.type), start);
  frame.writeUInt8(idLength, start + 1);
  frame.writeDoubleLE(entry.seq, start + 2);
  frame.writeDoubleLE(entry.at, start + 10);
  frame.writeUInt32LE(entry.bytes.length, start + 18);
  frame.set(entry.bytes, start + ENTRY_HEAD + idLength);
  return start + ENTRY_HEAD + idLength + entry.bytes.length;
}

/** Reads a segment; damage is stepped over to the next valid frame. */
export function scanSegment(segment: Buffer): Scan {
  const parts: Scan['parts'][number][] = [];
  let at = 0;
  let end = 0;
  while (at < segment.length) {
    const entries = frameAt(segment, at);
    if (entries) {
      parts.push({ entries });
      at += FRAME_HEAD + segment.readUInt32LE(at + 4);
      end = at;
    } else {
      const next = nextFrame(segment, at + 1);
      parts.push({ damage: { from: at, to: next, whole: isWholeFrame(segment, at) } });
      at = next;
    }
  }
  return { parts, end };
}

/** Start of the next valid frame, or the segment's length. */
function nextFrame(segment: Buffer, from: number): number {
  for (let at = segment.indexOf(MAGIC, from); at >= 0; at = segment.indexOf(MAGIC, at + 1)) {
    if (frameAt(segment, at)) return at;
  }
  return segment.length;
}

/** True when a frame begins here and fits, whatever its checksum says. */
function isWholeFrame(segment: Buffer, at: number): boolean {
  if (at + FRAME_HEAD > segment.length || segment.compare(MAGIC, 0, 4, at, at + 4) !== 0) return false;
  return at + FRAME_HEAD + segment.readUInt32LE(at + 4) <= segment.length;
}

function frameAt(segment: Buffer, at: number): PlacedEntry[] | null {
  if (!isWholeFrame(segment, at)) return null;
  const size = segment.readUInt32LE(at + 4);
  if (segment.readUInt32LE(at + 8) !== frameCrc(segment, at, size)) return null;
  return readEntries(segment, at + FRAME_HEAD, at + FRAME_HEAD + size);
}

const frameCrc = (buffer: Buffer, at: number, size: number): number =>
  crc32(buffer.subarray(at + FRAME_HEAD, at + FRAME_HEAD + size), crc32(buffer.subarray(at + 4, at + 8)));

/** Null when the entries do not fill the payload exactly. */
function readEntries(buffer: Buffer, start: number, end: number): PlacedEntry[] | null {
  const entries: PlacedEntry[] = [];
  let at = start;
  while (at < end) {
    if (at + ENTRY_HEAD > end) return null;
    const type = TYPES[buffer.readUInt8(at)];
    const idEnd = at + ENTRY_HEAD + buffer.readUInt8(at + 1);
    const length = buffer.readUInt32LE(at + 18);
    if (type === undefined || idEnd + length > end) return null;
    entries.push({
      type,
      docId: buffer.toString('latin1', at + ENTRY_HEAD, idEnd),
      seq: buffer.readDoubleLE(at + 2),
      at: buffer.readDoubleLE(at + 10),
      offset: idEnd,
      length,
      crc: crc32(buffer.subarray(idEnd, idEnd + length)),
    });
    at = idEnd + length;
  }
  return entries;
}
