import type { AppError } from '../base/appError';
import { FORBIDDEN_KEYS } from '../base/ids';
import { fail, ok, type Result } from '../base/result';
import { FILE_LIMITS, inMb, JSON_NAME, MIMETYPE_NAME } from './limits';

/** One file of an archive, found but not unpacked. */
export interface PackedEntry {
  readonly name: string;
  readonly method: 'stored' | 'deflated';
  readonly crc: number;
  /** Unpacked size as declared; what really comes out is counted again. */
  readonly size: number;
  readonly packed: Uint8Array;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_SIZE = 22;
const CENTRAL_SIZE = 46;
const LOCAL_SIZE = 30;
const MAX_COMMENT = 0xffff;
const ENCRYPTED = 0x0041;
const LINK_TYPE = 0xa000;

/** Exact names that may stand in the archive; nothing is ever unpacked under another one. */
const FOLDERS: ReadonlySet<string> = new Set(['state/', 'assets/']);
const STATE = /^state\/([A-Za-z0-9_-]{1,64})\.yjs$/;
const ASSET = /^assets\/[0-9a-f]{64}\.[a-z0-9]{1,5}$/;

function isAllowed(name: string): boolean {
  const state = STATE.exec(name)?.[1];
  if (state) return !FORBIDDEN_KEYS.has(state);
  return name === MIMETYPE_NAME || name === JSON_NAME || ASSET.test(name);
}

/**
 * The files of a zip archive, by name, from its directory. Refused: what is not a plain archive of one disk, encrypted entries,
 * links, names off the list, names that come twice, entries that overlap or lie outside, too many or too large ones.
 * `isOurs` looks at the `mimetype` entry before anything else is judged: somebody else's archive is only that. `file` is the
 * file's name, for messages.
 */
export function readDirectory(
  zip: Uint8Array,
  file: string,
  isOurs: (mimetype: PackedEntry) => boolean,
): Result<ReadonlyMap<string, PackedEntry>> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = findEnd(view);
  if (end === null) return fail({ code: 'file-truncated', name: file });
  const span = { file, start: view.getUint32(end + 16, true), end, count: view.getUint16(end + 10, true) };
  if (span.count > FILE_LIMITS.entries) return fail(invalid(file, 'too-many'));
  const disks =
    [4, 6].some((at) => view.getUint16(end + at, true) !== 0) || view.getUint16(end + 8, true) !== span.count;
  if (disks || span.start + view.getUint32(end + 12, true) !== end) return fail(invalid(file, 'archive'));
  const records = readRecords(zip, view, span);
  if (!records.ok) return records;
  const mimetype = records.value.find((record) => record.name === MIMETYPE_NAME);
  const first = mimetype && checked(zip, view, mimetype, span);
  if (!first?.ok || !isOurs(first.value)) return fail({ code: 'file-not-ours', name: file });
  return checkAll(zip, view, records.value, span);
}

interface Span {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly count: number;
}

function readRecords(zip: Uint8Array, view: DataView, span: Span): Result<readonly DirectoryRecord[]> {
  const records: DirectoryRecord[] = [];
  let at = span.start;
  for (let left = span.count; left > 0; left -= 1) {
    const record = readRecord(zip, view, at, span);
    if (!record.ok) return record;
    records.push(record.value);
    at = record.value.next;
  }
  return at === span.end ? ok(records) : fail(invalid(span.file, 'archive'));
}

function checkAll(
  zip: Uint8Array,
  view: DataView,
  records: readonly DirectoryRecord[],
  span: Span,
): Result<ReadonlyMap<string, PackedEntry>> {
  const found = new Map<string, PackedEntry>();
  for (const record of records) {
    if (FOLDERS.has(record.name) && record.size === 0) continue;
    const entry = checked(zip, view, record, span);
    if (!entry.ok) return entry;
    if (found.has(record.name)) return fail(unsafe(span.file, record.name));
    found.set(record.name, entry.value);
  }
  if (overlap(records.map((record) => record.range))) return fail(invalid(span.file, 'archive'));
  const total = [...found.values()].reduce((sum, entry) => sum + entry.size, 0);
  return total > FILE_LIMITS.totalBytes ? fail(tooLarge(span.file, FILE_LIMITS.totalBytes)) : ok(found);
}

interface Range {
  from: number;
  to: number;
}

interface DirectoryRecord {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly mode: number;
  /** Where the entry's own header begins, and where its data ends (known once checked). */
  readonly range: Range;
  /** Where the next record begins. */
  readonly next: number;
}

function readRecord(zip: Uint8Array, view: DataView, at: number, span: Span): Result<DirectoryRecord> {
  if (at + CENTRAL_SIZE > span.end || view.getUint32(at, true) !== CENTRAL) return fail(invalid(span.file, 'archive'));
  const nameLength = view.getUint16(at + 28, true);
  const next = at + CENTRAL_SIZE + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (next > span.end) return fail(invalid(span.file, 'archive'));
  const from = view.getUint32(at + 42, true);
  return ok({
    name: latin(zip.subarray(at + CENTRAL_SIZE, at + CENTRAL_SIZE + nameLength)),
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    mode: view.getUint32(at + 38, true) >>> 16,
    range: { from, to: from },
    next,
  });
}

/** The entry a record stands for, once its own header agrees and every limit holds. */
function checked(zip: Uint8Array, view: DataView, record: DirectoryRecord, span: Span): Result<PackedEntry> {
  const { name, method, size, packedSize, range } = record;
  if (!isAllowed(name) || (record.mode & 0xf000) === LINK_TYPE) return fail(unsafe(span.file, name));
  if (record.flags & ENCRYPTED) return fail(invalid(span.file, 'encrypted', name));
  const limit = name === JSON_NAME ? FILE_LIMITS.jsonBytes : FILE_LIMITS.entryBytes;
  if (size > limit) return fail(tooLarge(span.file, limit));
  if ((method !== 0 && method !== 8) || range.from + LOCAL_SIZE > span.start)
    return fail(invalid(span.file, 'archive', name));
  const nameLength = view.getUint16(range.from + 26, true);
  const dataAt = range.from + LOCAL_SIZE + nameLength + view.getUint16(range.from + 28, true);
  range.to = dataAt + packedSize;
  const nameAt = range.from + LOCAL_SIZE;
  const agrees =
    view.getUint32(range.from, true) === LOCAL &&
    view.getUint16(range.from + 8, true) === method &&
    range.to <= span.start &&
    latin(zip.subarray(nameAt, nameAt + nameLength)) === name;
  if (!agrees || (method === 0 && size !== packedSize)) return fail(invalid(span.file, 'archive', name));
  const packed = zip.subarray(dataAt, range.to);
  return ok({ name, method: method === 0 ? 'stored' : 'deflated', crc: record.crc, size, packed });
}

/** Entries that share bytes are how small archives unpack to endless ones. */
function overlap(ranges: readonly Range[]): boolean {
  const sorted = [...ranges].sort((a, b) => a.from - b.from);
  return sorted.some((range, at) => at > 0 && range.from < (sorted[at - 1]?.to ?? 0));
}

/** Place of the end record: the last one whose comment reaches exactly to the end of the file. */
function findEnd(view: DataView): number | null {
  const last = view.byteLength - END_SIZE;
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT); at -= 1) {
    if (view.getUint32(at, true) === END && at + END_SIZE + view.getUint16(at + 20, true) === view.byteLength)
      return at;
  }
  return null;
}

/** Bytes as characters; names that are not plain ASCII are off the list anyway. */
const latin = (bytes: Uint8Array): string =>
  Array.from(bytes.subarray(0, 512), (byte) => String.fromCharCode(byte)).join('');

/** A name as it can be shown: printable, short. */
const shown = (name: string): string => name.replace(/[^ -~]/g, '?').slice(0, 80);

const invalid = (name: string, reason: 'archive' | 'too-many' | 'encrypted', where = 'zip'): AppError => ({
  code: 'file-invalid',
  name,
  where: shown(where),
  reason,
});
const unsafe = (name: string, entry: string): AppError => ({ code: 'file-unsafe', name, entry: shown(entry) });
const tooLarge = (name: string, limit: number): AppError => ({ code: 'file-too-large', name, limitMb: inMb(limit) });
