import { crc32 } from '@shared/base/crc32';
import type { AssetHash, DocId } from '@shared/base/ids';
import type { AssetRow, DocRow, SnapshotRow, UpdateRow } from './database';

const utf8 = new TextEncoder();
const textCrc = (text: string): number => crc32(utf8.encode(text));

/** CRC of a document row: of its JSON, whose keys keep their order in the database. */
function docCrc({ id, kind, seq, createdAt, updatedAt, trashedAt, summary }: Omit<DocRow, 'crc'>): number {
  return textCrc(JSON.stringify([id, kind, seq, createdAt, updatedAt, trashedAt, summary]));
}

export const docRow = (row: Omit<DocRow, 'crc'>): DocRow => ({ ...row, crc: docCrc(row) });

/** False for a row that changed on disk, or that is no such row at all. */
export function isSoundDocRow(row: DocRow): boolean {
  return typeof row.id === 'string' && typeof row.seq === 'number' && row.crc === docCrc(row);
}

export function updateRow(docId: DocId, seq: number, prev: number, bytes: Uint8Array): UpdateRow {
  return { docId, seq, prev, bytes, crc: chainedCrc(bytes, docId, seq, prev) };
}

/** The number and place of a row are part of what its checksum covers. */
const chainedCrc = (bytes: Uint8Array, docId: DocId, seq: number, prev: number): number =>
  crc32(bytes, textCrc(`${docId} ${seq} ${prev}`));

export const isSoundUpdateRow = (row: UpdateRow): boolean =>
  row.bytes instanceof Uint8Array && row.crc === chainedCrc(row.bytes, row.docId, row.seq, row.prev);

/** True when no row of the document is missing or damaged: an unbroken chain from its first row to `seq`. */
export function isWholeChain(rows: readonly UpdateRow[], seq: number): boolean {
  let prev = 0;
  for (const row of rows) {
    if (row.prev !== prev || !isSoundUpdateRow(row)) return false;
    prev = row.seq;
  }
  return rows.length > 0 && prev === seq;
}

export function snapshotRow(docId: DocId, seq: number, doc: unknown): SnapshotRow {
  const json = JSON.stringify(doc);
  return { docId, seq, json, crc: textCrc(json) };
}

/** The snapshot's document when it is undamaged and of this number; else undefined. */
export function snapshotDoc(row: SnapshotRow | undefined, seq: number): unknown {
  if (!row || row.seq !== seq || typeof row.json !== 'string' || row.crc !== textCrc(row.json)) return undefined;
  return JSON.parse(row.json);
}

export const assetRow = (hash: AssetHash, bytes: Uint8Array): AssetRow => ({ hash, bytes, crc: crc32(bytes) });

export const isSoundAssetRow = (row: AssetRow | undefined): row is AssetRow =>
  row?.bytes instanceof Uint8Array && row.crc === crc32(row.bytes);
