import type { DocId } from '@shared/base/ids';
import { fail, ok, type Result } from '@shared/base/result';
import { docType } from '@shared/boards/docTypes';
import { migrateYDoc } from '@shared/document/migrate';
import { createYDoc, encodeState, isIncomplete, loadYDoc, loadYDocGently } from '@shared/document/yDocument';
import type { AnyDoc } from '@shared/model/document';
import type { Doc as YDoc } from 'yjs';
import { nextTurn } from '@/platform/nextTurn';
import type { StoredUpdates } from '@/storage/documentStore';
import { isSoundUpdateRow } from '@/storage/rows';
import { type Core, readJournal } from './core';
import { type DocEntry, type Facts, factsOf, kindOf, setMeta } from './facts';

/** What was found of a damaged document in all the places where it may be. */
export interface Salvage {
  readonly ydoc: YDoc;
  readonly facts: Facts;
  /** Nothing is known to be missing. */
  readonly complete: boolean;
  readonly sources: readonly ('journal' | 'database' | 'backups')[];
  /** Entries taken from the journal. */
  readonly replayed: number;
}

/** States of a document in backups, newest first. */
export type BackupStates = (id: DocId) => Promise<readonly Uint8Array[]>;

/** Told of every document that had to be repaired when it was opened. */
export type Repaired = (salvage: Salvage) => void;

/**
 * A document's Yjs document, migrated to this app's schema, repaired from the journal and the backups where the database lost some of it.
 * Fails with `document-missing`, `storage-newer`, or `storage-unopenable` when nothing readable is left.
 */
export async function loadDocument(
  core: Core,
  id: DocId,
  backups: BackupStates,
  repaired: Repaired,
): Promise<Result<YDoc>> {
  const entry = core.catalog.get(id);
  if (!entry) return fail({ code: 'document-missing', id });
  const stored = await core.store.readUpdates(id, entry.seq);
  const ydoc = stored.whole ? await usableGently(stored.rows.map((row) => row.bytes)) : null;
  if (ydoc) return migrated(core, id, ydoc);
  const salvage = (await salvageDocument(core, id, stored, backups)) ?? (await fromSnapshot(core, id, entry));
  if (!salvage) return fail({ code: 'storage-unopenable', detail: `${entry.kind} ${id}` });
  const written = await rewriteDocument(core, id, salvage);
  if (!written.ok) return written;
  repaired(salvage);
  return migrated(core, id, salvage.ydoc);
}

/** Puts what was salvaged in place of what both stores hold. */
export function rewriteDocument(core: Core, id: DocId, { ydoc, facts }: Salvage): Promise<Result<null>> {
  return core.writer.commit([{ docId: id, erase: true, update: encodeState(ydoc), facts }]);
}

function migrated(core: Core, id: DocId, ydoc: YDoc): Result<YDoc> {
  const kind = kindOf(ydoc);
  if (kind === null) return fail({ code: 'storage-unopenable', detail: id });
  const keep = (update: Uint8Array) => core.writer.edit(id, update);
  ydoc.on('update', keep);
  try {
    const outcome = migrateYDoc(ydoc, docType<AnyDoc>(kind));
    return outcome.ok ? ok(ydoc) : outcome;
  } catch (error) {
    return fail({ code: 'storage-unopenable', detail: String(error) });
  } finally {
    ydoc.off('update', keep);
  }
}

/** The union of everything readable: applying an update twice changes nothing. Null when no place knows what it is. */
export async function salvageDocument(
  core: Pick<Core, 'desktop' | 'catalog' | 'now'>,
  id: DocId,
  stored: StoredUpdates,
  backups: BackupStates,
): Promise<Salvage | null> {
  const rows = stored.rows.filter(isSoundUpdateRow).map((row) => row.bytes);
  const entries = await readJournal(core.desktop, id);
  const journal = entries.map((entry) => entry.bytes);
  const madeAt = core.catalog.get(id)?.createdAt ?? Math.min(core.now(), ...entries.map((entry) => entry.at));
  const found = salvaged([...journal, ...rows], madeAt);
  const sources = [
    ...(journal.length > 0 ? ['journal' as const] : []),
    ...(rows.length > 0 ? ['database' as const] : []),
  ];
  if (found?.complete) return { ...found, sources, replayed: entries.length };
  for (const state of await backups(id)) {
    const completed = salvaged([...journal, ...rows, state], madeAt);
    if (completed?.complete) return { ...completed, sources: [...sources, 'backups'], replayed: entries.length };
  }
  return found && { ...found, sources, replayed: entries.length };
}

function salvaged(updates: readonly Uint8Array[], madeAt: number): Pick<Salvage, 'ydoc' | 'facts' | 'complete'> | null {
  const ydoc = tolerantLoad(updates);
  const facts = factsOf(ydoc, madeAt);
  return facts && { ydoc, facts, complete: !isIncomplete(ydoc) };
}

const isUsable = (ydoc: YDoc): boolean => kindOf(ydoc) !== null && !isIncomplete(ydoc);

/** The document when the updates decode, miss nothing and say what it is. */
export function usable(updates: readonly Uint8Array[]): YDoc | null {
  try {
    const ydoc = loadYDoc(updates);
    return isUsable(ydoc) ? ydoc : null;
  } catch {
    return null;
  }
}

/** `usable` for a document that is looked at already: a large one is loaded between frames. */
async function usableGently(updates: readonly Uint8Array[]): Promise<YDoc | null> {
  try {
    const ydoc = await loadYDocGently(updates, nextTurn);
    return isUsable(ydoc) ? ydoc : null;
  } catch {
    return null;
  }
}

/** The last resort: the JSON to paint from, when it is of this very state. The content is whole, its history begins anew. */
async function fromSnapshot(core: Core, id: DocId, entry: DocEntry): Promise<Salvage | null> {
  const doc = (await core.store.readSnapshot(id, entry.seq)) as AnyDoc | undefined;
  const type = docType<AnyDoc>(entry.kind);
  if (doc?.kind !== type.kind || doc.schema !== type.schemaVersion) return null;
  const ydoc = createYDoc(type, doc);
  setMeta(ydoc, 'createdAt', entry.createdAt);
  setMeta(ydoc, 'trashedAt', entry.trashedAt);
  const facts = factsOf(ydoc, entry.createdAt, doc);
  return facts && { ydoc, facts, complete: true, sources: ['database'], replayed: 0 };
}

/** What decodes of the updates. */
function tolerantLoad(updates: readonly Uint8Array[]): YDoc {
  const readable = updates.filter((update) => {
    try {
      loadYDoc([update]).destroy();
      return true;
    } catch {
      return false;
    }
  });
  return loadYDoc(readable);
}
