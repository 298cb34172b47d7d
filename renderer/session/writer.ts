import type { AssetHash, DocId } from '@shared/base/ids';
import type { Result } from '@shared/base/result';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { createLane, type LaneBatch, type Write } from './lane';
import type { SaveState } from './session';

/** Both stores, each answering with a value. */
export interface Stores {
  readonly toDatabase: (batch: LaneBatch) => Promise<Result<null>>;
  readonly toJournal: (batch: LaneBatch) => Promise<Result<{ readonly diskLow: boolean }>>;
}

/** A document to store or to forget, numbered when it is written. */
export type NewWrite = Pick<Write, 'docId' | 'erase' | 'update' | 'facts'>;

/** Takes every change to both stores in the same beat, and says truthfully how far it got. */
export interface Writer {
  readonly saveState: StoreApi<SaveState>;
  /** Never waits, never fails: what cannot be written now is kept and tried again. */
  readonly edit: (docId: DocId, update: Uint8Array) => void;
  /** Many documents as one database transaction and one journal append; when the database refuses, nothing of it happens. */
  readonly commit: (writes: readonly NewWrite[], assets?: ReadonlyMap<AssetHash, Uint8Array>) => Promise<Result<null>>;
  /** Binaries that a document is about to use; resolves once both stores have them, or with the failure. */
  readonly keep: (assets: ReadonlyMap<AssetHash, Uint8Array>) => Promise<Result<null>>;
  /** Writes to the journal only what the database has. */
  readonly mend: (writes: readonly Write[], assets?: ReadonlyMap<AssetHash, Uint8Array>) => void;
  /** Tries everything that waits at once. */
  readonly flush: () => Promise<SaveState>;
}

/** `lastSeq` is the highest number either store knows; `now` is the clock, epoch ms. */
export function createWriter(stores: Stores, lastSeq: number, now: () => number): Writer {
  const saveState = createStore<SaveState>(() => ({ status: 'saved', at: null }));
  let seq = lastSeq;
  let diskLow = false;

  const nextSeq = (): number => {
    seq += 1;
    return seq;
  };

  const changed = (): void => {
    const error = database.failure() ?? journal.failure();
    const before = saveState.getState();
    if (error) saveState.setState({ status: 'failed', error }, true);
    else if (!database.isSettled() || !journal.isSettled()) {
      if (before.status !== 'saving') saveState.setState({ status: 'saving', since: now() }, true);
    } else if (before.status !== 'saved')
      saveState.setState({ status: 'saved', at: now(), ...(diskLow && { diskLow }) }, true);
  };

  const database = createLane(stores.toDatabase, changed);
  const journal = createLane(async (batch) => {
    const outcome = await stores.toJournal(batch);
    if (!outcome.ok) return outcome;
    diskLow = outcome.value.diskLow;
    return { ok: true, value: null };
  }, changed);

  const numbered = (write: NewWrite): Write => ({ ...write, seq: nextSeq(), at: now() });

  return {
    saveState,
    edit: (docId, update) => {
      const writes = [numbered({ docId, erase: false, update })];
      database.add(writes);
      journal.add(writes);
      changed();
    },
    commit: async (newWrites, assets = new Map()) => {
      let writes: readonly Write[] = [];
      const stored = await database.commit(() => {
        // Numbered only now: edits that went before it have lower numbers, those that follow higher ones.
        writes = newWrites.map(numbered);
        return { writes, assets };
      });
      if (!stored.ok) return stored;
      journal.add(writes, assets);
      changed();
      await journal.flush();
      return stored;
    },
    keep: async (assets) => {
      const stored = await database.commit(() => ({ writes: [], assets, seq: nextSeq() }));
      if (!stored.ok) return stored;
      journal.add([], assets);
      changed();
      await journal.flush();
      return stored;
    },
    mend: (writes, assets) => {
      journal.add(writes, assets);
      changed();
    },
    flush: async () => {
      await Promise.all([database.flush(), journal.flush()]);
      return saveState.getState();
    },
  };
}
