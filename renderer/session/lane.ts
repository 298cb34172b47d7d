import type { AppError } from '@shared/base/appError';
import type { AssetHash, DocId } from '@shared/base/ids';
import { ok, type Result } from '@shared/base/result';
import { mergeStates } from '@shared/document/yDocument';
import type { Facts } from './facts';

/** A change on its way to storage. */
export interface Write {
  readonly docId: DocId;
  readonly seq: number;
  /** Epoch ms. */
  readonly at: number;
  /** Forget what is stored of the document first. */
  readonly erase: boolean;
  /** Null when the document is only erased. */
  readonly update: Uint8Array | null;
  /** What its row will say; by default what the open document says. */
  readonly facts?: Facts;
}

export interface LaneBatch {
  readonly writes: readonly Write[];
  readonly assets: ReadonlyMap<AssetHash, Uint8Array>;
  /** Number of a batch that holds assets only. */
  readonly seq?: number;
}

/**
 * The way to one of the two stores. One batch is under way at a time; what comes meanwhile is merged per document and goes next. A failed
 * batch goes back in front of what waits and is tried again, later and later, or at once on `flush`.
 */
export interface Lane {
  readonly add: (writes: readonly Write[], assets?: ReadonlyMap<AssetHash, Uint8Array>) => void;
  /** Sends a batch of its own, made once what waits has gone; when it fails it is dropped, not retried. */
  readonly commit: (make: () => LaneBatch) => Promise<Result<null>>;
  /** Tries now; resolves when nothing waits any more, or with the failure. */
  readonly flush: () => Promise<Result<null>>;
  /** Nothing waits and nothing is under way. */
  readonly isSettled: () => boolean;
  /** Why the last try failed; null as soon as one succeeds. */
  readonly failure: () => AppError | null;
}

const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 30_000;

/** `send` never rejects; `changed` is told after every try. */
export function createLane(send: (batch: LaneBatch) => Promise<Result<null>>, changed: () => void): Lane {
  let waiting = new Map<DocId, Waiting>();
  let assets = new Map<AssetHash, Uint8Array>();
  let running: Promise<Result<null>> | null = null;
  let failure: AppError | null = null;
  let delay = FIRST_RETRY_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const isEmpty = () => waiting.size === 0 && assets.size === 0;

  const sendWaiting = async (): Promise<Result<null>> => {
    clearTimeout(timer);
    timer = undefined;
    while (!isEmpty()) {
      const [taken, takenAssets] = [waiting, assets];
      [waiting, assets] = [new Map(), new Map()];
      const outcome = await send({ writes: [...taken.values()].map(merged), assets: takenAssets });
      failure = outcome.ok ? null : outcome.error;
      if (!outcome.ok) {
        waiting = joined(taken, waiting);
        assets = new Map([...takenAssets, ...assets]);
        timer = setTimeout(flush, delay);
        delay = Math.min(delay * 2, LAST_RETRY_MS);
        return outcome;
      }
      delay = FIRST_RETRY_MS;
      changed();
    }
    return ok(null);
  };

  /** One task at a time; what came while it ran goes right after. */
  const exclusive = (task: () => Promise<Result<null>>): Promise<Result<null>> => {
    const before = running;
    const mine = (async () => {
      await before;
      return task();
    })();
    running = mine;
    void mine.then(() => {
      if (running === mine) running = null;
      if (running === null && !isEmpty() && timer === undefined) void flush();
      changed();
    });
    return mine;
  };

  const flush = (): Promise<Result<null>> => exclusive(sendWaiting);

  return {
    add: (writes, more) => {
      for (const write of writes) waiting.set(write.docId, after(waiting.get(write.docId), write));
      for (const [hash, bytes] of more ?? []) assets.set(hash, bytes);
      // While one is under way its own loop takes what comes; after a failure the timer does.
      if (running === null && timer === undefined) void flush();
    },
    commit: (make) =>
      exclusive(async () => {
        const before = await sendWaiting();
        return before.ok ? send(make()) : before;
      }),
    flush,
    isSettled: () => running === null && isEmpty(),
    failure: () => failure,
  };
}

interface Waiting extends Omit<Write, 'update'> {
  readonly updates: readonly Uint8Array[];
}

function after(waiting: Waiting | undefined, { update, ...write }: Write): Waiting {
  const updates = update ? [update] : [];
  if (!waiting || write.erase) return { ...write, updates };
  return { ...write, erase: waiting.erase, updates: [...waiting.updates, ...updates] };
}

/** What failed goes in front of what came meanwhile. */
function joined(failed: ReadonlyMap<DocId, Waiting>, since: ReadonlyMap<DocId, Waiting>): Map<DocId, Waiting> {
  const all = new Map(failed);
  for (const [docId, later] of since) {
    const earlier = all.get(docId);
    const both = earlier && !later.erase;
    all.set(docId, both ? { ...later, erase: earlier.erase, updates: [...earlier.updates, ...later.updates] } : later);
  }
  return all;
}

const merged = ({ updates, ...write }: Waiting): Write => ({
  ...write,
  update: updates.length > 0 ? mergeStates(updates) : null,
});
