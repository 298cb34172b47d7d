import { TABLE_LIMITS } from '@shared/table/model';
import { Inflate } from 'fflate';
import { UnreadableTable } from './rowBatch';

/** One file inside a workbook, packed. */
export interface WorkbookPart {
  readonly stored: boolean;
  readonly packed: Uint8Array;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const MOST_PARTS = 20_000;

const damaged = (): never => {
  throw new UnreadableTable({ code: 'damaged' });
};

/** The files inside a workbook, by name, from the directory of its archive. Nothing is unpacked. */
export function workbookParts(zip: Uint8Array): ReadonlyMap<string, WorkbookPart> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  let end = zip.length - END_SIZE;
  while (end >= 0 && end >= zip.length - END_SIZE - 0xffff && view.getUint32(end, true) !== END) end -= 1;
  if (end < 0 || view.getUint32(end, true) !== END) damaged();
  const count = view.getUint16(end + 10, true);
  if (count > MOST_PARTS) damaged();
  const parts = new Map<string, WorkbookPart>();
  let at = view.getUint32(end + 16, true);
  for (let left = count; left > 0; left -= 1) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) damaged();
    // An encrypted workbook is wrapped in another kind of file; an encrypted entry is somebody's own idea.
    if (view.getUint16(at + 8, true) & 1) throw new UnreadableTable({ code: 'old-excel' });
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(zip.subarray(at + 46, at + 46 + nameLength));
    parts.set(name.replace(/\\/g, '/'), partAt(zip, view, at));
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

function partAt(zip: Uint8Array, view: DataView, record: number): WorkbookPart {
  const method = view.getUint16(record + 10, true);
  const size = view.getUint32(record + 20, true);
  const from = view.getUint32(record + 42, true);
  if ((method !== 0 && method !== 8) || from + 30 > zip.length || view.getUint32(from, true) !== LOCAL) damaged();
  const start = from + 30 + view.getUint16(from + 26, true) + view.getUint16(from + 28, true);
  if (start + size > zip.length) damaged();
  return { stored: method === 0, packed: zip.subarray(start, start + size) };
}

/** Packed bytes given to the inflater at a time: even at a thousand to one, little comes out at once. */
const PIECE = 16 * 1024;

/**
 * A part in pieces, unpacked as they are asked for. What comes out is counted: more than `limit` bytes, or far more than any honest
 * workbook holds for its size, ends it.
 */
export function* unpackPart(
  { stored, packed }: WorkbookPart,
  limit: number,
): Generator<{ readonly bytes: Uint8Array; readonly done: number }> {
  const { ratio, ratioFromBytes } = TABLE_LIMITS;
  const most = Math.min(limit, Math.max(ratioFromBytes, packed.length * ratio));
  let out: Uint8Array[] = [];
  let total = 0;
  const inflate = new Inflate((chunk) => {
    total += chunk.length;
    out.push(chunk);
  });
  for (let at = 0; at < packed.length; at += PIECE) {
    const piece = packed.subarray(at, at + PIECE);
    if (stored) {
      total += piece.length;
      out.push(piece);
    } else {
      try {
        inflate.push(piece, at + PIECE >= packed.length);
      } catch {
        damaged();
      }
    }
    if (total > most) throw new UnreadableTable({ code: 'bomb', limitMb: Math.round(most / 1_000_000) });
    for (const bytes of out) yield { bytes, done: Math.min(packed.length, at + PIECE) };
    out = [];
  }
}
