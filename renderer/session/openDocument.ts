import type { DocId } from '@shared/base/ids';
import type { Command } from '@shared/document/command';
import { createLiveDocument, type LiveDocument } from '@shared/document/liveDocument';
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
  readonly undo: () => void;
  readonly redo: () => void;
  /** The Yjs document, once it is there. */
  readonly ydoc: () => YDoc | null;
  /** Makes it editable on this Yjs document, which it takes over; edits that waited are made. */
  readonly hydrate: (ydoc: YDoc) => void;
  /** Lets edits wait again; `hydrate` goes on with the same or another Yjs document. Undo starts anew then. */
  readonly suspend: () => YDoc | null;
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

/** `painted` is what the document shows until it is hydrated. */
export function createOpenDocument(
  id: DocId,
  type: DocType<AnyDoc>,
  painted: AnyDoc,
  ports: OpenDocumentPorts,
): OpenDocument {
  const store = createStore<SessionState<AnyDoc>>(() => ({
    doc: painted,
    editable: false,
    undoLabel: null,
    redoLabel: null,
  }));
  let live: LiveDocument<AnyDoc> | null = null;
  let waiting: (() => void)[] = [];

  const show = (current: LiveDocument<AnyDoc> | null, doc: AnyDoc) =>
    store.setState({
      doc,
      editable: current !== null,
      undoLabel: current?.undoName() ?? null,
      redoLabel: current?.redoName() ?? null,
    });

  const run: OpenDocument['run'] = (command, args, options) => {
    if (!live) {
      waiting.push(() => run(command, args, options));
      return;
    }
    const outcome = live.run(command, args, options);
    if (!outcome.ok)
      ports.onRefusal(command.name, 'detail' in outcome.error ? outcome.error.detail : outcome.error.code);
  };

  const hydrate = (ydoc: YDoc): void => {
    const next: LiveDocument<AnyDoc> = createLiveDocument(
      ydoc,
      type,
      ports.now,
      { onChange: (doc) => live === next && show(next, doc), onUpdate: (update) => ports.onUpdate(id, update) },
      store.getState().doc,
    );
    live = next;
    show(next, next.doc());
    const edits = waiting;
    waiting = [];
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
    undo: () => live?.undo(),
    redo: () => live?.redo(),
    ydoc: () => live?.ydoc ?? null,
    hydrate,
    suspend,
    absorb: (update) => live?.merge(update, 'stored'),
    destroy: () => suspend()?.destroy(),
  };
}
