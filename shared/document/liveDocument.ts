import * as Y from 'yjs';
import type { Result } from '../base/result';
import type { AnyDoc, DocType } from '../model/document';
import { applyCommand } from './applyCommand';
import type { Command } from './command';
import { createHistory } from './history';
import { readSnapshot, readTouched, type Touched } from './readSnapshot';

export interface RunOptions {
  /** Commands with the same key within one second of each other undo together. */
  readonly mergeKey?: string;
  /** Follows from another document (stages of a linked journey): undo passes over it, and what was undone can still be redone. */
  readonly untracked?: boolean;
}

export interface LiveListeners<Doc> {
  /** After every transaction that changed the content: a new snapshot that shares what did not change. */
  readonly onChange: (doc: Doc) => void;
  /** Every Yjs update made here or merged in; to be stored, unless it was before (`merge` with `stored`). */
  readonly onUpdate: (update: Uint8Array) => void;
}

/** An editable document: JSON out, commands in, with undo. */
export interface LiveDocument<Doc extends AnyDoc> {
  readonly ydoc: Y.Doc;
  readonly doc: () => Doc;
  /** The value tells whether anything changed; a command that throws or breaks the schema changes nothing and fails. */
  readonly run: <Args>(command: Command<Doc, Args>, args: Args, options?: RunOptions) => Result<boolean>;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly undoName: () => string | null;
  readonly redoName: () => string | null;
  /**
   * Takes in another copy's state or update; undo leaves it alone. `stored`: it is in storage already. Throws on bytes that are not an
   * update.
   */
  readonly merge: (update: Uint8Array, stored?: 'stored') => void;
  /** Stops watching and forgets the history; the Yjs document stays usable. */
  readonly release: () => Y.Doc;
}

/**
 * Makes a Yjs document editable. `now` is the clock, epoch ms. `read` is what `snapshotOf` says of it, where that has been asked.
 */
export function createLiveDocument<Doc extends AnyDoc>(
  ydoc: Y.Doc,
  type: DocType<Doc>,
  now: () => number,
  listeners: LiveListeners<Doc>,
  read?: Doc,
): LiveDocument<Doc> {
  let current = read ?? readSnapshot(ydoc, type);
  const history = createHistory([ydoc.getMap('info'), ...type.collections.map((name) => ydoc.getMap(name))], now);
  const watch = watchTouched(ydoc, type);

  const onUpdate = (update: Uint8Array, origin: unknown) => {
    if (origin !== 'stored') listeners.onUpdate(update);
  };
  /** What the command under way makes of the document. */
  let expected: Doc | null = null;
  const onTransaction = () => {
    const next = readTouched(ydoc, type, current, watch.take(), expected);
    if (next === current) return;
    current = next;
    listeners.onChange(current);
  };
  ydoc.on('update', onUpdate);
  ydoc.on('afterTransaction', onTransaction);

  const run = <Args>(command: Command<Doc, Args>, args: Args, options: RunOptions = {}): Result<boolean> => {
    if (options.untracked) return applyCommand(ydoc, type, current, command, args, { origin: 'followed' });
    const beforeWrite = (after: unknown) => {
      history.begin(command.name, options.mergeKey);
      expected = after as Doc | null;
    };
    const outcome = applyCommand(ydoc, type, current, command, args, { origin: history.origin, beforeWrite });
    expected = null;
    return outcome;
  };

  return {
    ydoc,
    doc: () => current,
    run,
    undo: history.undo,
    redo: history.redo,
    undoName: history.undoName,
    redoName: history.redoName,
    merge: (update, stored) => Y.applyUpdate(ydoc, update, stored ?? 'merge'),
    release: () => {
      ydoc.off('update', onUpdate);
      ydoc.off('afterTransaction', onTransaction);
      watch.stop();
      history.destroy();
      return ydoc;
    },
  };
}

interface Watch {
  /** What was touched since the last call. */
  readonly take: () => Touched;
  readonly stop: () => void;
}

/** Collects what each transaction touches. */
function watchTouched(ydoc: Y.Doc, type: DocType<never> | DocType<AnyDoc>): Watch {
  let touched: Touched = { info: false, entities: new Map() };
  const stops = [
    observe(ydoc.getMap('info'), () => {
      touched.info = true;
    }),
    ...type.collections.map((name) =>
      observe(ydoc.getMap(name), (events) => {
        const ids = touched.entities.get(name) ?? new Set<string>();
        touched.entities.set(name, ids);
        for (const event of events) addTouched(event, ids);
      }),
    ),
  ];
  return {
    take: () => {
      const taken = touched;
      touched = { info: false, entities: new Map() };
      return taken;
    },
    stop: () => {
      for (const stop of stops) stop();
    },
  };
}

type DeepEvent = Parameters<Parameters<Y.Map<unknown>['observeDeep']>[0]>[0][number];

function observe(map: Y.Map<unknown>, seen: (events: readonly DeepEvent[]) => void): () => void {
  const listener = (events: DeepEvent[]) => seen(events);
  map.observeDeep(listener);
  return () => map.unobserveDeep(listener);
}

function addTouched(event: DeepEvent, ids: Set<string>): void {
  if (event.path.length > 0) ids.add(String(event.path[0]));
  else for (const key of event.keys.keys()) ids.add(key);
}
