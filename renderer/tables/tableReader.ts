import type { TableAnswer, TableRequest } from './protocol';

type WithoutId<T> = T extends { readonly id: number } ? Omit<T, 'id'> : never;
/** What can be asked of a table that is open. */
export type TableQuery = WithoutId<Exclude<TableRequest, { kind: 'open' }>>;

export interface TableReader {
  /** Reads a file; whatever was being read or open before is dropped at once. */
  readonly open: (request: Omit<Extract<TableRequest, { kind: 'open' }>, 'kind'>) => void;
  /** The number its answer carries. */
  readonly ask: (query: TableQuery) => number;
  /** Stops at once, even in the middle of something, and forgets the table. */
  readonly cancel: () => void;
}

/** Tables are read and counted in a worker of their own. Ending that worker is how anything is cancelled: no file can hold it up. */
export function createTableReader(listen: (answer: TableAnswer) => void): TableReader {
  let worker: Worker | null = null;
  let last = 0;
  const cancel = () => {
    worker?.terminate();
    worker = null;
  };
  const send = (request: TableRequest) => worker?.postMessage(request);
  return {
    open: (request) => {
      cancel();
      const started = new Worker(new URL('./tableWorker.ts', import.meta.url), { type: 'module' });
      worker = started;
      started.onmessage = ({ data }: MessageEvent<TableAnswer>) => {
        if (worker === started) listen(data);
      };
      started.onerror = (event) => {
        event.preventDefault();
        if (worker !== started) return;
        cancel();
        listen({ kind: 'problem', problem: { code: 'unreadable' }, choice: null });
      };
      send({ kind: 'open', ...request });
    },
    ask: (query) => {
      last += 1;
      // Each query is a request without its number.
      send({ ...query, id: last } as TableRequest);
      return last;
    },
    cancel,
  };
}
