import type { DocId, PersonaId } from '@shared/base/ids';
import type { HitReasons } from '@shared/search/textIndex';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Catalog } from '../catalog';
import type { SearchJob, SearchNews } from './searchWorker';

export interface SearchState {
  /** `off` until somebody searches for the first time. */
  readonly status: 'off' | 'reading' | 'ready';
  /** Documents read so far, and all of them. */
  readonly read: number;
  readonly all: number;
  /** Raised when the index has taken in changes: a question may be asked again. */
  readonly changes: number;
}

/** What a search found, in every document. */
export interface FoundTexts extends HitReasons {
  /** What was asked. */
  readonly query: string;
  /** Boards, best first. */
  readonly boards: readonly string[];
  /** Personas, best first, by their numbers: places in the search's `names`. */
  readonly personas: Uint32Array;
}

/** Searches every text of every document, beside the window. */
export interface Search {
  readonly state: StoreApi<SearchState>;
  /** Ids of personas by the numbers that answers give them; it only grows. */
  readonly names: () => readonly string[];
  /** Begins to read what is stored; from then on the index follows every change. */
  readonly start: () => void;
  /** What was being read may have been cut off: if not everything is in the index yet, it is read once more. */
  readonly readAgain: () => void;
  /** null when a later question came before this one was answered, or the worker is gone. */
  readonly ask: (query: string) => Promise<FoundTexts | null>;
  /** Why further documents of an answer were found: it says so of the best alone. null as for `ask`. */
  readonly explain: (query: string, ids: readonly DocId[]) => Promise<HitReasons | null>;
  /**
   * Personas, archived and trashed ones left out, that resemble one compared by these words at least so much, best first; the one itself is
   * among them. null when the index is not ready, and as for `ask`.
   */
  readonly alike: (words: ReadonlySet<string>, least: number) => Promise<readonly PersonaId[] | null>;
}

export interface SearchPorts {
  readonly catalog: Pick<Catalog, 'watch'>;
  /** Name of the database in use. */
  readonly database: () => string;
}

const lines = (text: string): readonly string[] => (text === '' ? [] : text.split('\n'));

const OFF: SearchState = { status: 'off', read: 0, all: 0, changes: 0 };

export function createSearch({ catalog, database }: SearchPorts): Search {
  const state = createStore<SearchState>(() => OFF);
  let worker: Worker | null = null;
  let names: string[] = [];
  let turn = 0;
  let waiting: {
    readonly turn: number;
    readonly query: string;
    readonly answer: (answer: FoundTexts | null) => void;
  } | null = null;
  let comparing: { readonly turn: number; readonly answer: (ids: readonly PersonaId[] | null) => void } | null = null;
  let explaining: { readonly turn: number; readonly answer: (reasons: HitReasons | null) => void } | null = null;
  const changed = new Set<DocId>();

  const settle = (answer: FoundTexts | null): void => {
    waiting?.answer(answer);
    waiting = null;
  };

  const settleAlike = (ids: readonly PersonaId[] | null): void => {
    comparing?.answer(ids);
    comparing = null;
  };

  const settleExplained = (reasons: HitReasons | null): void => {
    explaining?.answer(reasons);
    explaining = null;
  };

  const hear = ({ data }: MessageEvent<SearchNews>): void => {
    if (data.type === 'answer') {
      if (data.turn === waiting?.turn)
        settle({ ...data.answer, query: waiting.query, boards: lines(data.boards), personas: data.personas });
      return;
    }
    if (data.type === 'explained') {
      if (data.turn === explaining?.turn) settleExplained(data.reasons);
      return;
    }
    if (data.type === 'alike') {
      if (data.turn === comparing?.turn) settleAlike(Array.from(data.personas, (at) => names[at] as PersonaId));
      return;
    }
    const { changes } = state.getState();
    const { read, all, ready } = data;
    for (const id of lines(data.named)) names.push(id);
    state.setState({ status: ready ? 'ready' : 'reading', read, all, changes: ready ? changes + 1 : changes }, true);
  };

  const send = (job: SearchJob): void => worker?.postMessage(job);

  const follow = (ids: readonly DocId[]): void => {
    if (changed.size === 0)
      queueMicrotask(() => {
        send({ type: 'read', database: database(), ids: [...changed] });
        changed.clear();
      });
    for (const id of ids) changed.add(id);
  };

  const start = (): void => {
    if (worker) send({ type: 'prepare' });
    if (worker || typeof Worker === 'undefined') return;
    worker = new Worker(new URL('./searchWorker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = hear;
    names = [];
    worker.onerror = (event) => {
      console.error('search failed', event.message);
      worker = null;
      settle(null);
      settleAlike(null);
      settleExplained(null);
      state.setState(OFF, true);
    };
    state.setState({ ...OFF, status: 'reading' }, true);
    send({ type: 'read', database: database(), ids: null });
    catalog.watch(follow);
  };

  return {
    state,
    names: () => names,
    start,
    readAgain: () => {
      if (worker && state.getState().status === 'reading') send({ type: 'read', database: database(), ids: null });
    },
    ask: (query) => {
      if (!worker) start();
      settle(null);
      turn += 1;
      if (!worker) return Promise.resolve(null);
      const asked = turn;
      return new Promise((answer) => {
        waiting = { turn: asked, query, answer };
        send({ type: 'search', turn: asked, query });
      });
    },
    explain: (query, ids) => {
      settleExplained(null);
      if (!worker) return Promise.resolve(null);
      turn += 1;
      const asked = turn;
      return new Promise((answer) => {
        explaining = { turn: asked, answer };
        send({ type: 'explain', turn: asked, query, ids: ids.join('\n') });
      });
    },
    alike: (words, least) => {
      settleAlike(null);
      if (!worker || state.getState().status !== 'ready') return Promise.resolve(null);
      turn += 1;
      const asked = turn;
      return new Promise((answer) => {
        comparing = { turn: asked, answer };
        send({ type: 'alike', turn: asked, words: [...words].join('\n'), least });
      });
    },
  };
}
