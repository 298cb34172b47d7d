import type { DocId } from '@shared/base/ids';
import { fail, ok, type Result } from '@shared/base/result';
import { docType } from '@shared/boards/docTypes';
import { encodeState, snapshotGently, snapshotOf } from '@shared/document/yDocument';
import type { AnyDoc, DocType } from '@shared/model/document';
import type { Doc as YDoc } from 'yjs';
import { nextTurn } from '@/platform/nextTurn';
import type { Core } from './core';
import { type Facts, factsOf, kindOf } from './facts';
import { createOpenDocument, type OpenDocument } from './openDocument';
import type { Session } from './session';

/** Rows in the database from which a document's updates are put together. */
const ROWS_TO_COMPACT = 200;
/** A document at rest for this long is written as a snapshot, to be painted from at the next opening. */
const REST_MS = 2_000;
/** A document that can be painted already is made editable this much later, or at the first edit: the eyes come first. */
const EYES_FIRST_MS = 150;

/** The documents in memory, each once, with everything that happens around them. */
export interface Documents {
  readonly open: (id: DocId) => Promise<Result<Session>>;
  /** The document while someone has it open. */
  readonly get: (id: DocId) => OpenDocument | undefined;
  /** Runs with the document's Yjs document, opened for that long; what the task changes is stored. */
  readonly use: <T>(id: DocId, task: (ydoc: YDoc) => T) => Promise<Result<T>>;
  readonly peek: (id: DocId) => Promise<AnyDoc | null>;
  /**
   * Lets edits of open documents wait while they are replaced. The returned function goes on: with the given Yjs documents (those without
   * one are gone), or, given null, with what was there before.
   */
  readonly suspend: (ids: readonly DocId[]) => (replaced: ReadonlyMap<DocId, YDoc> | null) => void;
  /** What the rows of an open document say now. */
  readonly factsNow: (id: DocId) => Facts | null;
  /** Writes the snapshots of all open documents that are saved. */
  readonly settleAll: () => Promise<void>;
}

export interface DocumentsPorts {
  readonly core: () => Core;
  readonly load: (id: DocId) => Promise<Result<YDoc>>;
  readonly onEdit: (id: DocId) => void;
  /** It is in memory from now on, until nobody has it open any more. */
  readonly onOpened: (id: DocId, store: OpenDocument['store']) => void;
  /** Nobody has it open any more; it is saved as far as possible. */
  readonly onClosed: (id: DocId) => void;
}

interface Entry {
  readonly opened: OpenDocument;
  readonly ready: Promise<Result<null>>;
  /** Makes it editable now, if it is not yet. */
  readonly hurry: () => void;
  users: number;
  snapshotSeq: number;
  timer: ReturnType<typeof setTimeout> | undefined;
}

export function createDocuments(ports: DocumentsPorts): Documents {
  const entries = new Map<DocId, Promise<Result<Entry>>>();
  const present = new Map<DocId, Entry>();

  const onUpdate = (id: DocId, update: Uint8Array): void => {
    ports.core().writer.edit(id, update);
    const entry = present.get(id);
    if (entry) {
      clearTimeout(entry.timer);
      entry.timer = setTimeout(() => void settle(entry), REST_MS);
    }
    ports.onEdit(id);
  };

  const make = async (id: DocId): Promise<Result<Entry>> => {
    const { store, catalog, now } = ports.core();
    const row = catalog.get(id);
    if (!row) return fail({ code: 'document-missing', id });
    const type = docType<AnyDoc>(row.kind);
    const painted = paintable(await store.readSnapshot(id, row.seq), type);
    const pause = createPause(EYES_FIRST_MS);
    const loading = painted ? pause.over.then(() => ports.load(id)) : ports.load(id);
    const loaded = painted ? null : await loading;
    if (loaded && !loaded.ok) return loaded;
    const doc = painted ?? (loaded && snapshotOf(loaded.value, type));
    if (!doc) return fail({ code: 'document-missing', id });
    const opened = createOpenDocument(id, type, doc, { now, onUpdate, onRefusal });
    const ready = loading.then(async (result): Promise<Result<null>> => {
      if (!result.ok) return result;
      opened.loaded(result.value, await snapshotGently(result.value, type, opened.store.getState().doc, nextTurn));
      return ok(null);
    });
    const entry: Entry = {
      opened,
      ready,
      hurry: pause.end,
      users: 0,
      snapshotSeq: painted ? row.seq : -1,
      // The next opening shall have something to paint from.
      timer: painted ? undefined : setTimeout(() => void settle(entry), REST_MS),
    };
    if (loaded) await ready;
    present.set(id, entry);
    ports.onOpened(id, opened.store);
    return ok(entry);
  };

  const acquire = async (id: DocId): Promise<Result<Entry>> => {
    let made = entries.get(id);
    if (!made) {
      made = make(id);
      entries.set(id, made);
    }
    const result = await made;
    if (result.ok) result.value.users += 1;
    else if (entries.get(id) === made) entries.delete(id);
    return result;
  };

  const release = async (entry: Entry): Promise<void> => {
    entry.users -= 1;
    if (entry.users > 0) return;
    entry.hurry();
    await entry.ready;
    const saved = await ports.core().writer.flush();
    // Opened again meanwhile, or not saved: then memory has the only copy.
    if (entry.users > 0 || saved.status !== 'saved') return;
    await settle(entry);
    if (entry.users > 0 || present.get(entry.opened.id) !== entry) return;
    present.delete(entry.opened.id);
    entries.delete(entry.opened.id);
    clearTimeout(entry.timer);
    entry.opened.destroy();
    ports.onClosed(entry.opened.id);
  };

  /** Makes the next opening quick: the snapshot to paint from, and few rows to read. */
  const settle = async (entry: Entry): Promise<void> => {
    const { store, catalog, writer } = ports.core();
    const { id, ydoc, store: state } = entry.opened;
    const [row, live] = [catalog.get(id), ydoc()];
    if (!row || !live || writer.saveState.getState().status !== 'saved') return;
    const { doc } = state.getState();
    if (entry.snapshotSeq !== row.seq) {
      const written = await store.putSnapshot(id, row.seq, doc);
      if (written.ok) entry.snapshotSeq = row.seq;
    }
    if (store.rowCount(id) > ROWS_TO_COMPACT && live === ydoc()) await store.compact(id, row.seq, encodeState(live));
  };

  const use: Documents['use'] = async (id, task) => {
    const acquired = await acquire(id);
    if (!acquired.ok) return acquired;
    try {
      acquired.value.hurry();
      const ready = await acquired.value.ready;
      if (!ready.ok) return ready;
      const ydoc = acquired.value.opened.ydoc();
      return ydoc ? ok(task(ydoc)) : fail({ code: 'document-missing', id });
    } finally {
      await release(acquired.value);
    }
  };

  return {
    open: async (id) => {
      const acquired = await acquire(id);
      return acquired.ok ? ok(sessionOf(acquired.value, release, ports.core)) : acquired;
    },
    get: (id) => present.get(id)?.opened,
    use,
    peek: async (id) => {
      const known = present.get(id);
      if (known) return known.opened.store.getState().doc;
      const { store, catalog } = ports.core();
      const row = catalog.get(id);
      const painted = row && paintable(await store.readSnapshot(id, row.seq), docType<AnyDoc>(row.kind));
      if (painted) return painted;
      const read = await use(id, (ydoc) => readDoc(ydoc));
      return read.ok ? read.value : null;
    },
    suspend: (ids) => {
      const held = ids.flatMap((id) => present.get(id)?.opened ?? []);
      for (const opened of held) opened.suspend();
      return (replaced) => {
        for (const opened of held) {
          const next = replaced ? replaced.get(opened.id) : null;
          // Without one among those that replace, it is gone: its edits wait for ever.
          if (next !== undefined) opened.resume(next);
        }
      };
    },
    factsNow: (id) => {
      const opened = present.get(id)?.opened;
      const [ydoc, { now, catalog }] = [opened?.ydoc(), ports.core()];
      return ydoc ? factsOf(ydoc, catalog.get(id)?.createdAt ?? now(), opened?.store.getState().doc) : null;
    },
    settleAll: async () => {
      await Promise.all([...present.values()].map(settle));
    },
  };
}

function createPause(ms: number): { readonly over: Promise<void>; readonly end: () => void } {
  let end = () => {};
  const over = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    end = () => {
      clearTimeout(timer);
      resolve();
    };
  });
  return { over, end };
}

/** A stored snapshot, when it is of the schema that this app draws. */
function paintable(snapshot: unknown, type: DocType<AnyDoc>): AnyDoc | undefined {
  const doc = snapshot as AnyDoc | undefined;
  return doc?.kind === type.kind && doc.schema === type.schemaVersion ? doc : undefined;
}

function readDoc(ydoc: YDoc): AnyDoc | null {
  const kind = kindOf(ydoc);
  return kind && snapshotOf(ydoc, docType<AnyDoc>(kind));
}

function onRefusal(command: string, detail: string): void {
  console.error(`command ${command} refused: ${detail}`);
}

function sessionOf(entry: Entry, release: (entry: Entry) => Promise<void>, core: () => Core): Session {
  const { id, store, run, whenEditable, undo, redo } = entry.opened;
  let closed = false;
  return {
    docId: id,
    store,
    run: (command, args, options) => {
      entry.hurry();
      run(command, args, options);
    },
    whenEditable: (act) => {
      entry.hurry();
      whenEditable(act);
    },
    undo,
    redo,
    flush: async () => {
      entry.hurry();
      await entry.ready;
      return core().writer.flush();
    },
    close: async () => {
      if (closed) return;
      closed = true;
      await release(entry);
    },
  };
}
