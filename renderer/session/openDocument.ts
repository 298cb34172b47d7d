import type { DocId } from '@shared/base/ids';
import type { Command } from '@shared/document/command';
import { createLiveDocument, type LiveDocument } from '@shared/document/liveDocument';
import { snapshotOf } from '@shared/document/yDocument';
import type { AnyDoc, DocType } from '@shared/model/document';
import type { Doc as YDoc } from 'yjs';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { RunOptions, SessionState } from './session';

/** A document in memory, shared by everyone who opened it. It can be looked at before it can be edited. */
export interface OpenDocument {
  readonly id: DocId;
  readonly type: DocType<AnyDoc>;
  readonly store: StoreApi<SessionState<AnyDoc>>;
  /** Runs at once, or as soon as the document is editable. */
  readonly run: <Args>(command: Command<AnyDoc, Args>, args: Args, options?: RunOptions) => void;
  /** Acts now, or once the document is editable, in turn with the edits that wait. */
  readonly whenEditable: (act: () => void) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** The Yjs document, once it is there. */
  readonly ydoc: () => YDoc | null;
  /**
   * Makes it editable on this Yjs document, which it takes over; edits that waited are made. `doc` is what `snapshotOf` says of
   * it, where that is known.
   */
  readonly hydrate: (ydoc: YDoc, doc?: AnyDoc) => void;
  /** Like `hydrate` for a document that was loaded at leisure: one that was put in its place meanwhile stays. */
  readonly loaded: (ydoc: YDoc, doc: AnyDoc) => void;
  /** Lets edits wait again, while another Yjs document may be put in its place. Undo starts anew after that. */
  readonly suspend: () => void;
  /** Goes on with another Yjs document, or (null) with the one there was. */
  readonly resume: (ydoc: YDoc | null) => void;
  /** Takes in an update that is stored already. */
  readonly absorb: (update: Uint8Array) => void;
  readonly destroy: () => void;
}

export interface OpenDocumentPorts {
  /** Clock, epoch ms. */
  readonly now: () => number;
  readonly onUpdate: (id: DocId, update: Uint8Array) => void;
  /** A command was refused: a mistake of ours, never of the user. */
  readonly onRefusal: (command: string, detail: string) => void;
}

/**
 * A store that does not remember what it began with, as stores do: of a document on which somebody works for a day, that would be a second
 * copy, and everything that was drawn of it.
 */
function stateStore(painted: AnyDoc): StoreApi<SessionState<AnyDoc>> {
  const store = createStore<SessionState<AnyDoc>>(() => BLANK);
  store.setState({ doc: painted });
  return store;
}

const BLANK: SessionState<AnyDoc> = {
  doc: { info: {} } as AnyDoc,
  editable: false,
  undoLabel: null,
  redoLabel: null,
};

/** `painted` is what the document shows until it is hydrated. */
export function createOpenDocument(
  id: DocId,
  type: DocType<AnyDoc>,
  painted: AnyDoc,
  ports: OpenDocumentPorts,
): OpenDocument {
  const store = stateStore(painted);
  let live: LiveDocument<AnyDoc> | null = null;
  let waiting: (() => void)[] = [];
  /** What came in before there was a document to take it. */
  let stored: Uint8Array[] = [];
  let isSuspended = false;
  /** What to go on with if nothing else takes its place. */
  let kept: { readonly ydoc: YDoc; readonly doc: AnyDoc | undefined } | null = null;

  const show = (current: LiveDocument<AnyDoc> | null, doc: AnyDoc) =>
    store.setState({
      doc,
      editable: current !== null,
      undoLabel: current?.undoName() ?? null,
      redoLabel: current?.redoName() ?? null,
    });

  const whenEditable = (act: () => void): void => {
    if (live) act();
    else waiting.push(act);
  };

  const run: OpenDocument['run'] = (command, args, options) => {
    if (!live) return whenEditable(() => run(command, args, options));
    const outcome = live.run(command, args, options);
    if (!outcome.ok)
      ports.onRefusal(command.name, 'detail' in outcome.error ? outcome.error.detail : outcome.error.code);
  };

  const hydrate = (ydoc: YDoc, doc = snapshotOf(ydoc, type, store.getState().doc)): void => {
    live?.release();
    const next: LiveDocument<AnyDoc> = createLiveDocument(
      ydoc,
      type,
      ports.now,
      { onChange: (changed) => live === next && show(next, changed), onUpdate: (update) => ports.onUpdate(id, update) },
      doc,
    );
    live = next;
    isSuspended = false;
    kept = null;
    show(next, next.doc());
    const [edits, updates] = [waiting, stored];
    waiting = [];
    stored = [];
    for (const update of updates) next.merge(update, 'stored');
    for (const edit of edits) edit();
  };

  const suspend = (): YDoc | null => {
    const ydoc = live?.release() ?? null;
    live = null;
    show(null, store.getState().doc);
    return ydoc;
  };

  return {
    id,
    type,
    store,
    run,
    whenEditable,
    undo: () => live?.undo(),
    redo: () => live?.redo(),
    ydoc: () => live?.ydoc ?? null,
    hydrate,
    loaded: (ydoc, doc) => {
      if (isSuspended) kept ??= { ydoc, doc };
      else if (!live) hydrate(ydoc, doc);
    },
    suspend: () => {
      isSuspended = true;
      const ydoc = suspend();
      if (ydoc) kept = { ydoc, doc: store.getState().doc };
    },
    resume: (ydoc) => {
      isSuspended = false;
      if (ydoc) hydrate(ydoc);
      else if (kept) hydrate(kept.ydoc, kept.doc);
    },
    absorb: (update) => {
      if (live) live.merge(update, 'stored');
      else stored.push(update);
    },
    destroy: () => suspend()?.destroy(),
  };
}
