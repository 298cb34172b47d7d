import type { AppError } from '@shared/base/appError';
import type { DocId } from '@shared/base/ids';
import type { Command } from '@shared/document/command';
import type { AnyDoc } from '@shared/model/document';
import type { StoreApi } from 'zustand/vanilla';

/** Truth about durability: `saved` only once the database and the journal have both answered. */
export type SaveState =
  | {
      readonly status: 'saved';
      /** Epoch ms of the last acknowledged write; null before the first one. */
      readonly at: number | null;
      /** It landed, but only in the space kept in reserve: the disk is nearly full. */
      readonly diskLow?: boolean;
    }
  | { readonly status: 'saving'; readonly since: number }
  | { readonly status: 'failed'; readonly error: AppError };

export interface SessionState<Doc> {
  readonly doc: Doc;
  /** False until the Yjs document is hydrated: paint, but wait with edits (`run` queues them). */
  readonly editable: boolean;
  /** Message key of the change undo would take back, e.g. `journey.addNote` (label `commands.<name>`); null when there is none. */
  readonly undoLabel: string | null;
  readonly redoLabel: string | null;
}

export interface RunOptions {
  /** Commands with the same key within one second of each other undo together (typing in one field). */
  readonly mergeKey?: string;
  /** Follows from another document: no step of undo. */
  readonly untracked?: boolean;
}

/** An open document: the only way to change it. */
export interface Session<Doc extends AnyDoc = AnyDoc> {
  readonly docId: DocId;
  readonly store: StoreApi<SessionState<Doc>>;
  readonly run: <Args>(command: Command<Doc, Args>, args: Args, options?: RunOptions) => void;
  /** For what needs to see its own edit: acts at once, or as soon as edits are made, in turn with those that wait. */
  readonly whenEditable: (act: () => void) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Resolves when everything so far is durable in both stores, or with the failure. */
  readonly flush: () => Promise<SaveState>;
  /** Flushes and releases the document. */
  readonly close: () => Promise<void>;
}
