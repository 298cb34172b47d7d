import * as Y from 'yjs';

/** Two changes with the same merge key undo together when they are at most this far apart, in ms. */
export const MERGE_WINDOW_MS = 1000;

/** Undo and redo of one Yjs document; only changes made with its `origin` are taken back, never other people's. */
export interface History {
  readonly origin: object;
  /** Call before a change: decides whether it joins the last one. */
  readonly begin: (name: string, mergeKey: string | undefined) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Names of the changes that undo and redo would act on. */
  readonly undoName: () => string | null;
  readonly redoName: () => string | null;
  readonly destroy: () => void;
}

/** History over the given root types; `now` is the clock, epoch ms. */
export function createHistory(scope: Y.Map<unknown>[], now: () => number): History {
  const origin = {};
  // Time never separates changes here: `begin` does, by name, key and our own clock.
  const manager = new Y.UndoManager(scope, {
    trackedOrigins: new Set([origin]),
    captureTimeout: Number.POSITIVE_INFINITY,
  });
  let running = '';
  let last: { readonly key: string; readonly at: number } | null = null;

  manager.on('stack-item-added', ({ stackItem }) => {
    stackItem.meta.set('name', manager.currStackItem?.meta.get('name') ?? running);
  });

  const begin = (name: string, mergeKey: string | undefined): void => {
    const at = now();
    const joins = mergeKey !== undefined && last?.key === mergeKey && Math.abs(at - last.at) <= MERGE_WINDOW_MS;
    if (!joins) manager.stopCapturing();
    running = name;
    last = mergeKey === undefined ? null : { key: mergeKey, at };
  };

  const step = (act: () => unknown) => (): void => {
    last = null;
    act();
  };

  return {
    origin,
    begin,
    undo: step(() => manager.undo()),
    redo: step(() => manager.redo()),
    undoName: () => nameOf(manager.undoStack),
    redoName: () => nameOf(manager.redoStack),
    destroy: () => manager.destroy(),
  };
}

function nameOf(stack: readonly { readonly meta: Map<unknown, unknown> }[]): string | null {
  const name = stack.at(-1)?.meta.get('name');
  return typeof name === 'string' ? name : null;
}
