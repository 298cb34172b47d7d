import type { AssetHash, DocId } from '@shared/base/ids';
import { isDocKind } from '@shared/boards/docTypes';
import { encodeState, mergeStates } from '@shared/document/yDocument';
import type { JournalHead, JournalStatus } from '@shared/ipc';
import type { DocRow } from '@/storage/database';
import { isSoundDocRow } from '@/storage/rows';
import { type Core, giveUp, readJournal, readJournalAsset } from './core';
import { type DocEntry, factsOf } from './facts';
import { type BackupStates, rewriteDocument, type Salvage, salvageDocument, usable } from './loadDocument';
import type { RecoveryCause, RecoveryReport } from './recoveryReport';

/** Rows that can be believed. */
export const soundEntries = (rows: readonly DocRow[]): DocEntry[] =>
  rows.filter((row) => isSoundDocRow(row) && isDocKind(row.kind));

export interface StartingPoint {
  readonly core: Core;
  /** Null when the journal does not answer: then there is nothing to compare with. */
  readonly journal: JournalStatus | null;
  /** Every row of the database, damaged ones included. */
  readonly rows: readonly DocRow[];
  /** Highest number the database knew. */
  readonly databaseSeq: number;
  /** The database could not be opened and was made anew. */
  readonly recreated: boolean;
  readonly backups: BackupStates;
}

/** What happened to the documents while the two stores were brought together. */
interface Outcome {
  docCount: number;
  replayed: number;
  lost: number;
  readonly sources: Set<'journal' | 'database' | 'backups'>;
  /** Documents whose rows were damaged or gone; documents the journal had more of; documents written to the journal anew. */
  damagedRows: number;
  behind: number;
  rewritten: number;
}

/**
 * Brings database and journal together before anything is shown: per document, the one that is ahead and whole completes the other;
 * where both have holes, the union counts. Null when there was nothing to repair, or only what every stop leaves (the journal one beat
 * behind).
 */
export async function recover(start: StartingPoint): Promise<RecoveryReport | null> {
  const outcome: Outcome = {
    docCount: 0,
    replayed: 0,
    lost: 0,
    sources: new Set(),
    damagedRows: 0,
    behind: 0,
    rewritten: 0,
  };
  const heads = new Map((start.journal?.heads ?? []).map((head) => [head.docId as DocId, head]));
  const ids = new Set([...start.rows.map((row) => row.id), ...heads.keys()].filter((id) => typeof id === 'string'));
  for (const id of ids) await recoverDocument(start, id, heads.get(id), outcome);
  if (start.journal) await recoverAssets(start.core, start.journal);
  return reportOf(start, outcome, heads);
}

async function recoverDocument(
  start: StartingPoint,
  id: DocId,
  head: JournalHead | undefined,
  outcome: Outcome,
): Promise<void> {
  const entry = start.core.catalog.get(id);
  const suspect = start.journal?.damaged === 'middle';
  const journalSeq = head?.seq ?? 0;
  if (!entry && start.rows.some((row) => row.id === id)) return unite(start, id, outcome);
  if (entry && (suspect ? entry.seq >= journalSeq : entry.seq > journalSeq)) {
    if (start.journal) await completeJournal(start, entry, suspect ? 0 : journalSeq, outcome);
  } else if (!entry || entry.seq < journalSeq) {
    outcome.behind += 1;
    if (suspect || !(await completeDatabase(start.core, id, head, outcome))) await unite(start, id, outcome);
  }
}

/** The database is ahead: what the journal lacks is written to it. */
async function completeJournal(
  { core, backups }: StartingPoint,
  entry: DocEntry,
  from: number,
  outcome: Outcome,
): Promise<void> {
  const stored = await core.store.readUpdates(entry.id, entry.seq);
  if (!stored.whole) return unite({ core, backups }, entry.id, outcome, stored);
  const missing = stored.rows.filter((row) => row.seq > from);
  core.writer.mend([
    {
      docId: entry.id,
      seq: entry.seq,
      at: entry.updatedAt,
      erase: from === 0,
      update: mergeStates(missing.map((row) => row.bytes)),
    },
  ]);
  outcome.rewritten += 1;
  outcome.sources.add('database');
}

/** The journal is ahead and whole: the database's document is written anew from it. False when the journal's is not whole after all. */
async function completeDatabase(
  core: Core,
  id: DocId,
  head: JournalHead | undefined,
  outcome: Outcome,
): Promise<boolean> {
  const entries = await readJournal(core.desktop, id);
  const ydoc = usable(entries.map((entry) => entry.bytes));
  const known = core.catalog.get(id);
  const facts = ydoc && factsOf(ydoc, known?.createdAt ?? Math.min(...entries.map((entry) => entry.at)));
  if (!ydoc || !facts || !head) return false;
  const row: DocEntry = { id, ...facts, seq: head.seq, updatedAt: head.at };
  const update = { seq: head.seq, bytes: encodeState(ydoc) };
  const written = await core.store.write({
    writes: [{ docId: id, erase: true, update, row }],
    assets: new Map(),
    seq: head.seq,
  });
  if (!written.ok) giveUp(written.error);
  core.catalog.put([row]);
  outcome.docCount += 1;
  outcome.replayed += entries.filter((entry) => entry.seq > (known?.seq ?? 0)).length;
  outcome.sources.add('journal');
  return true;
}

/** Neither is known to be whole: what both hold together is written to both. */
async function unite(
  { core, backups }: Pick<StartingPoint, 'core' | 'backups'>,
  id: DocId,
  outcome: Outcome,
  stored?: Awaited<ReturnType<Core['store']['readUpdates']>>,
): Promise<void> {
  const rows = stored ?? (await core.store.readUpdates(id, core.catalog.get(id)?.seq ?? 0));
  const salvage = await salvageDocument(core, id, rows, backups);
  if (!rows.whole) outcome.damagedRows += 1;
  if (!salvage) {
    // Nothing readable names it: it stays in both stores as it is, and is not shown.
    outcome.lost += 1;
    return;
  }
  const written = await rewriteDocument(core, id, salvage);
  if (!written.ok) giveUp(written.error);
  outcome.rewritten += 1;
  addSalvage(outcome, salvage);
}

/** Assets never change: each store gets those that only the other one has. */
async function recoverAssets(core: Core, journal: JournalStatus): Promise<void> {
  const inDatabase = new Set(await core.store.assetHashes());
  const inJournal = new Set(journal.assets);
  for (const hash of journal.assets as readonly AssetHash[]) {
    const bytes = inDatabase.has(hash) ? null : await readJournalAsset(core.desktop, hash);
    if (bytes) await core.store.write({ writes: [], assets: new Map([[hash, bytes]]), seq: journal.lastSeq });
  }
  for (const hash of inDatabase) {
    const bytes = inJournal.has(hash) ? null : await core.store.readAsset(hash);
    if (bytes) core.writer.mend([], new Map([[hash, bytes]]));
  }
}

function addSalvage(outcome: Outcome, salvage: Salvage): void {
  outcome.docCount += 1;
  outcome.replayed += salvage.replayed;
  if (!salvage.complete) outcome.lost += 1;
  for (const source of salvage.sources) outcome.sources.add(source);
}

/** A report for one document that was found damaged when it was opened. */
export function repairReport(salvage: Salvage): RecoveryReport {
  return {
    cause: 'database-damaged',
    sources: salvage.sources,
    docCount: 1,
    replayed: salvage.replayed,
    lost: salvage.complete ? 0 : 1,
    lastEditAt: null,
    keptCopy: false,
  };
}

function reportOf(
  start: StartingPoint,
  outcome: Outcome,
  heads: ReadonlyMap<DocId, JournalHead>,
): RecoveryReport | null {
  const cause = causeOf(start, outcome, heads);
  if (!cause) return null;
  const { journal, databaseSeq, rows } = start;
  const fromJournal = outcome.sources.has('journal') ? Math.max(0, (journal?.lastSeq ?? 0) - databaseSeq) : 0;
  const uncovered = journal && (rows.length === 0 || outcome.damagedRows > 0) ? journal.lost : 0;
  return {
    cause,
    sources: (['journal', 'database', 'backups'] as const).filter((source) => outcome.sources.has(source)),
    docCount: outcome.docCount,
    replayed: Math.max(outcome.replayed, fromJournal),
    lost: Math.max(outcome.lost, uncovered),
    lastEditAt: lastEditOf(start, heads),
    keptCopy: journal !== null && journal.damaged !== 'no',
  };
}

function causeOf(start: StartingPoint, outcome: Outcome, heads: ReadonlyMap<DocId, JournalHead>): RecoveryCause | null {
  const { journal, rows, recreated } = start;
  if (recreated && heads.size > 0) return 'database-unopenable';
  if (rows.length === 0 && heads.size > 0) return 'database-missing';
  if (outcome.damagedRows > 0) return journal?.damaged === 'middle' ? 'both-damaged' : 'database-damaged';
  if (outcome.behind > 0) return 'database-behind';
  if (journal?.damaged === 'middle') return 'journal-damaged';
  return journal && heads.size === 0 && rows.length > 0 ? 'journal-missing' : null;
}

function lastEditOf({ rows }: StartingPoint, heads: ReadonlyMap<DocId, JournalHead>): number | null {
  const times = [...soundEntries(rows).map((row) => row.updatedAt), ...[...heads.values()].map((head) => head.at)];
  return times.length > 0 ? Math.max(...times) : null;
}
