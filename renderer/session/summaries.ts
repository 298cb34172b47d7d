import type { DocId } from '@shared/base/ids';
import { SUMMARY_VERSION } from '@/storage/database';
import type { Core } from './core';
import type { Documents } from './documents';
import { type DocEntry, summaryOf } from './facts';

/** Rows written together. */
const TOGETHER = 50;

/** Makes the summaries of rows anew that an earlier version of the app wrote, a few at a time. What cannot be read keeps what it has. */
export async function renewSummaries(core: Core, documents: Documents): Promise<void> {
  const old = core.catalog
    .entries()
    .filter(({ summary }) => summary.version !== SUMMARY_VERSION)
    .map(({ id }) => id);
  for (let from = 0; from < old.length; from += TOGETHER) {
    const rows = await Promise.all(old.slice(from, from + TOGETHER).map((id) => renewed(core, documents, id)));
    const fresh = rows.flatMap((row) => (row && core.catalog.get(row.id)?.seq === row.seq ? [row] : []));
    if (fresh.length === 0) continue;
    core.catalog.put(fresh);
    await core.store.putRows(fresh);
  }
}

async function renewed(core: Core, documents: Documents, id: DocId): Promise<DocEntry | null> {
  const doc = await documents.peek(id);
  // Reading may have migrated it: the row is the one of now.
  const entry = core.catalog.get(id);
  return doc && entry ? { ...entry, summary: summaryOf(doc) } : null;
}
