import type { AssetHash, DocId, Id, NewId, PersonaId } from '@shared/base/ids';
import { ok, type Result } from '@shared/base/result';
import { docType, swapOf } from '@shared/boards/docTypes';
import { applyCommand } from '@shared/document/applyCommand';
import { snapshotOf } from '@shared/document/yDocument';
import type { IpcArgs } from '@shared/ipc';
import type { AnyDoc } from '@shared/model/document';
import { deleteOthers, sweep } from '@/storage/copyDatabase';
import { answered, type Core } from './core';
import type { Documents } from './documents';
import { kindOf } from './facts';
import type { HealingStore } from './heal';
import { scrubBackups } from './scrubBackups';

/** What is being done: shown while it lasts. */
export type EraseStep = 'documents' | 'backups' | 'database' | 'files';

export interface ErasePorts {
  readonly core: Core;
  readonly documents: Documents;
  readonly store: Pick<HealingStore, 'move'>;
  /** Remembers the name of the database in use. */
  readonly rememberName: (name: string) => void;
  readonly newId: NewId;
  /** Waits for backups that were begun before. */
  readonly backupsIdle: () => Promise<void>;
  /** One per store that keeps something of a persona beside its document; false when it could not be forgotten. */
  readonly forget: readonly ((ids: readonly PersonaId[]) => Promise<boolean>)[];
}

/** `later`: everything is deleted, but the engine still holds a file of before: it goes with the next start. */
export type Erased = { readonly files: 'gone' | 'later' };

/** Times that the files are looked at, and the pause between. */
const LOOKS = 100;
const PAUSE_MS = 150;
/** Times that the database is left for another one, where a file stays. */
const ROUNDS = 2;
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));

/**
 * Erases personas for good, from every place: references on maps, documents with their history, versions, backups, the journal and the database, pictures that
 * nothing else uses. What is to be erased is noted first, so that the next start finishes what a stop cut off. Fails with `disk-full` or
 * `storage-write-failed`: then it is tried again at the next start.
 */
export async function erasePersonas(
  ports: ErasePorts,
  ids: readonly PersonaId[],
  onStep: (step: EraseStep) => void = () => undefined,
): Promise<Result<Erased>> {
  const { desktop } = ports.core;
  await desktop.setPreferences({ erasing: [...ids] });
  onStep('documents');
  const deleted = await deleteDocuments(ports, ids);
  if (!deleted.ok) return deleted;
  onStep('backups');
  await ports.backupsIdle();
  const scrubbed = await scrubBackups(desktop, new Set<DocId>(ids));
  if (!scrubbed.ok) return scrubbed;
  let files: Erased['files'] = 'later';
  // What the engine did not let go of at the first time it mostly does at the second: each time it has more to compact.
  for (let round = 0; round < ROUNDS && files === 'later'; round += 1) {
    const left = await leaveDatabase(ports, onStep);
    if (!left.ok) return left;
    files = left.value;
  }
  // With a file left the next start looks again.
  if (files === 'gone') await desktop.setPreferences({ erasing: [] });
  return ok({ files });
}

/** Copies what stays into a database of another name, and waits until nothing of the one before is in any file. */
async function leaveDatabase(ports: ErasePorts, onStep: (step: EraseStep) => void): Promise<Result<Erased['files']>> {
  onStep('database');
  const since = ports.core.now();
  // Clocks of file systems run a little behind: a file made from here on shall not look older.
  await pause();
  const mark = `erased-${ports.newId<Id<'Mark'>>()}-${ports.newId<Id<'Mark'>>()}`;
  const moved = await moveDatabase(ports, mark);
  if (!moved.ok) return moved;
  onStep('files');
  const written = await forgetInJournal(ports.core, moved.value);
  return written.ok ? sweptFiles(ports, moved.value.name, { since, mark }) : written;
}

async function deleteDocuments(
  { core, documents, forget }: ErasePorts,
  ids: readonly PersonaId[],
): Promise<Result<null>> {
  for (const id of ids) {
    const unlinked = await unlink(core, documents, id);
    if (!unlinked.ok) return unlinked;
  }
  for (const one of forget)
    if (!(await one(ids))) return { ok: false, error: { code: 'storage-write-failed', detail: 'versions' } };
  const resume = documents.suspend(ids);
  // Those that a stop came between are gone already.
  const stored = await core.writer.commit(ids.map((docId) => ({ docId, erase: true, update: null })));
  resume(stored.ok ? new Map() : null);
  if (!stored.ok) return stored;
  const saved = await core.writer.flush();
  return saved.status === 'failed' ? { ok: false, error: saved.error } : ok(null);
}

/** Takes a persona out of every workshop and board that names it, those in the trash too. */
async function unlink(core: Core, documents: Documents, id: PersonaId): Promise<Result<null>> {
  for (const { id: docId, kind, summary } of core.catalog.entries()) {
    const swap = swapOf(kind);
    const isNamed = summary.workshop?.personas[id] !== undefined || summary.about?.includes(id);
    if (!swap || !isNamed) continue;
    const done = await documents.use(docId, (ydoc) => {
      const type = docType<AnyDoc>(kindOf(ydoc) ?? kind);
      applyCommand(ydoc, type, snapshotOf(ydoc, type), swap, { id, by: null });
    });
    if (!done.ok) return done;
  }
  return ok(null);
}

interface Moved {
  readonly name: string;
  readonly dropped: readonly AssetHash[];
}

async function moveDatabase({ store, rememberName }: ErasePorts, mark: string): Promise<Result<Moved>> {
  try {
    return ok(await store.move(mark, ({ name }) => rememberName(name)));
  } catch (error) {
    const detail = error instanceof Error ? error.name : String(error);
    return { ok: false, error: { code: 'storage-write-failed', detail } };
  }
}

/** Pictures that the database left behind leave the journal too, which is then written anew. */
async function forgetInJournal({ desktop, catalog, now }: Core, { dropped }: Moved): Promise<Result<null>> {
  if (dropped.length > 0) {
    const seq = Math.max(1, ...catalog.entries().map((entry) => entry.seq));
    const entries = dropped.map(
      (docId) => ({ type: 'erase', docId, seq, at: now(), bytes: new Uint8Array() }) as const,
    );
    for (let from = 0; from < entries.length; from += 5000) {
      const erased = await answered(desktop.journalAppend(entries.slice(from, from + 5000)));
      if (!erased.ok) return erased;
    }
  }
  return answered(desktop.journalRewrite());
}

/** Deletes the databases that are not in use until no file of before is left, or gives up waiting for the engine. */
async function sweptFiles(
  { core }: ErasePorts,
  name: string,
  remains: IpcArgs<'sweepRemains'>[0],
): Promise<Result<Erased['files']>> {
  await sweep().catch(() => undefined);
  await pause();
  await deleteOthers(name).catch(() => undefined);
  for (let look = 0; look < LOOKS; look += 1) {
    await sweep().catch(() => undefined);
    const swept = await answered(core.desktop.sweepRemains(remains));
    if (!swept.ok) return swept;
    if (swept.value.oldFiles === 0) return ok('gone');
    await pause();
  }
  return ok('later');
}
