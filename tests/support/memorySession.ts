import { create } from 'mutative';
import { createStore } from 'zustand/vanilla';
import type { Session, SessionState } from '../../renderer/session/session';
import type { DocId } from '../../shared/base/ids';
import type { AnyDoc } from '../../shared/model/document';

/** A session without storage: commands on a snapshot, undo by snapshots, bursts of one key merged. */
export function memorySession<Doc extends AnyDoc>(doc: Doc): Session<Doc> & { readonly steps: () => number } {
  const store = createStore<SessionState<Doc>>(() => ({ doc, editable: true, undoLabel: null, redoLabel: null }));
  const undone: Doc[] = [];
  const past: Doc[] = [];
  let lastKey: string | undefined;
  const show = (next: Doc) => store.setState({ doc: next });
  return {
    docId: 'memory' as DocId,
    store,
    steps: () => past.length,
    run: (command, args, options = {}) => {
      const before = store.getState().doc;
      // A draft of the snapshot's own type: what every command takes.
      const next = create(before, (draft) => command(draft as never, args)) as Doc;
      if (next === before) return;
      if (options.mergeKey === undefined || options.mergeKey !== lastKey) past.push(before);
      lastKey = options.mergeKey;
      undone.length = 0;
      show(next);
    },
    whenEditable: (act) => act(),
    undo: () => {
      const before = past.pop();
      if (!before) return;
      lastKey = undefined;
      undone.push(store.getState().doc);
      show(before);
    },
    redo: () => {
      const next = undone.pop();
      if (!next) return;
      past.push(store.getState().doc);
      show(next);
    },
    flush: async () => ({ status: 'saved', at: null }),
    close: async () => undefined,
  };
}
