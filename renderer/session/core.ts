import type { AppError } from '@shared/base/appError';
import type { AssetHash, DocId } from '@shared/base/ids';
import { fail, type Result } from '@shared/base/result';
import type { DesktopApi, JournalEntry } from '@shared/ipc';
import type { DocumentStore } from '@/storage/documentStore';
import type { Catalog } from './catalog';
import type { DocEntry, Facts } from './facts';
import type { LaneBatch, Write } from './lane';
import type { Stores, Writer } from './writer';

/** What the parts of a workspace share. */
export interface Core {
  readonly desktop: DesktopApi;
  readonly store: DocumentStore;
  readonly catalog: Catalog;
  readonly writer: Writer;
  /** Clock, epoch ms. */
  readonly now: () => number;
}

/** Both stores as the writer sees them; `factsNow` tells what an open document is at this moment. */
export function createStores(
  { desktop, store, catalog }: Pick<Core, 'desktop' | 'store' | 'catalog'>,
  factsNow: (id: DocId) => Facts | null,
): Stores {
  const entryOf = ({ docId, seq, at, facts }: Write): DocEntry | null => {
    const said = facts ?? factsNow(docId) ?? catalog.get(docId);
    if (!said) return null;
    const { kind, summary, trashedAt, createdAt } = said;
    return { id: docId, kind, seq, createdAt, updatedAt: at, trashedAt, summary };
  };

  const toDatabase = async ({ writes, assets, seq: batchSeq }: LaneBatch): Promise<Result<null>> => {
    const documents = writes.map((write) => ({
      docId: write.docId,
      erase: write.erase,
      update: write.update && { seq: write.seq, bytes: write.update },
      row: write.update ? entryOf(write) : null,
    }));
    const outcome = await store.write({ writes: documents, assets, seq: Math.max(batchSeq ?? 0, highest(writes)) });
    if (!outcome.ok) return outcome;
    catalog.put(documents.flatMap(({ row }) => (row ? [row] : [])));
    catalog.remove(documents.filter(({ row }) => row === null).map(({ docId }) => docId));
    return outcome;
  };

  const toJournal: Stores['toJournal'] = async ({ writes, assets }) => {
    // Entries are numbered from 1: a lower one would be left out when the journal is read.
    const seq = Math.max(1, highest(writes));
    const at = Math.max(0, ...writes.map((write) => write.at));
    const kept = [...assets].map(
      ([hash, bytes]): JournalEntry => ({ type: 'asset', docId: hash, seq, at, bytes: own(bytes) }),
    );
    const entries = [...writes.flatMap(journalEntries), ...kept];
    // More at once than main takes: a stop between two parts leaves the journal behind the database, which the next start mends.
    let outcome = await answered(desktop.journalAppend(entries.slice(0, MOST_ENTRIES)));
    for (let from = MOST_ENTRIES; outcome.ok && from < entries.length; from += MOST_ENTRIES)
      outcome = await answered(desktop.journalAppend(entries.slice(from, from + MOST_ENTRIES)));
    return outcome;
  };

  return { toDatabase, toJournal };
}

/** Entries of one append. */
const MOST_ENTRIES = 5_000;

const highest = (writes: readonly Write[]): number => Math.max(0, ...writes.map(({ seq }) => seq));

function journalEntries({ docId, seq, at, erase, update }: Write): JournalEntry[] {
  const entries: JournalEntry[] = [];
  if (erase) entries.push({ type: 'erase', docId, seq, at, bytes: new Uint8Array() });
  if (update) entries.push({ type: 'update', docId, seq, at, bytes: own(update) });
  return entries;
}

/** Bytes that may lie in a larger buffer, which would cross to the main process whole. */
const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength
    ? (bytes as Uint8Array<ArrayBuffer>)
    : new Uint8Array(bytes);

/** An answer of the main process; a call that breaks is a failed write. */
export async function answered<T>(call: Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await call;
  } catch (error) {
    return fail<AppError>({
      code: 'storage-write-failed',
      detail: error instanceof Error ? error.message : String(error),
    });
  }
}

/** Gives up opening the workspace: an error that carries what to tell the user. */
export function giveUp(error: AppError): never {
  throw Object.assign(new Error(error.code), error);
}

/** Updates of one document in the journal with a number above `afterSeq`; none when the journal does not answer. */
export async function readJournal(desktop: DesktopApi, docId: DocId, afterSeq = 0): Promise<readonly JournalEntry[]> {
  const entries = await answered(desktop.journalRead({ docId, afterSeq }));
  return entries.ok ? entries.value.filter((entry) => entry.type === 'update') : [];
}

/** An asset from the journal; null when it has none. */
export async function readJournalAsset(desktop: DesktopApi, hash: AssetHash): Promise<Uint8Array | null> {
  const entries = await answered(desktop.journalRead({ docId: hash, afterSeq: 0 }));
  return (entries.ok && entries.value.find((entry) => entry.type === 'asset')?.bytes) || null;
}
