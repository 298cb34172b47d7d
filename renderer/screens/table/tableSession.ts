import { type Filter, NO_FILTER } from '@shared/table/filter';
import { isAside, type Reading, type TableProblem } from '@shared/table/model';
import type { TableView } from '@shared/table/view';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Browse, type FileFacts, type FileSettings, RECOGNISE, type ShownRows } from '@/tables/protocol';
import type { SheetChoice } from '@/tables/rowBatch';
import { createTableReader, type TableQuery } from '@/tables/tableReader';

export interface TableSource {
  readonly name: string;
  readonly file: Blob;
  /** Its id when it is kept on this computer. */
  readonly keptId: string | null;
}

export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly rows: number;
}

export interface TableState {
  readonly source: TableSource | null;
  readonly problem: TableProblem | null;
  /** The sheets to choose from when one of them is the problem. */
  readonly choice: SheetChoice | null;
  /** null when nothing is being read. */
  readonly progress: Progress | null;
  readonly settings: FileSettings;
  readonly facts: FileFacts | null;
  readonly view: TableView | null;
  readonly shown: ShownRows;
  readonly filter: Filter;
  readonly browse: Browse;
  /** How many refused rows are listed at most. */
  readonly refusals: number;
  /** Column whose details are open. */
  readonly column: number | null;
  /** Ids of figures that are ticked. */
  readonly ticked: ReadonlySet<string>;
  /** Lines that were left aside by hand. */
  readonly leftAside: ReadonlySet<number>;
  /** A corrected line did not fit: so many fields. */
  readonly notFixed: { readonly found: number; readonly expected: number } | null;
}

export const REFUSALS_AT_FIRST = 20;
const NOTHING: TableState = {
  source: null,
  problem: null,
  choice: null,
  progress: null,
  settings: RECOGNISE,
  facts: null,
  view: null,
  shown: { rows: [], total: 0 },
  filter: NO_FILTER,
  browse: { which: 'excerpt', from: 0 },
  refusals: REFUSALS_AT_FIRST,
  column: null,
  ticked: new Set(),
  leftAside: new Set(),
  notFixed: null,
};

export interface TableSession {
  readonly store: StoreApi<TableState>;
  readonly open: (source: TableSource) => void;
  /** Stops reading and forgets the file. */
  readonly cancel: () => void;
  readonly setSettings: (settings: Partial<FileSettings>) => void;
  readonly setFilter: (filter: Filter) => void;
  readonly setBrowse: (browse: Browse) => void;
  readonly showMoreRefusals: () => void;
  readonly choose: (column: number, reading: Reading) => void;
  readonly fixCell: (row: number, column: number, text: string) => void;
  readonly fixLine: (broken: number, text: string) => void;
  readonly allRefusals: () => Promise<TableView['refusals']>;
  readonly close: () => void;
}

type Fix = Extract<TableQuery, { readonly kind: 'fixCell' | 'fixLine' }>;

/** The table on screen. `unnamed` names a column without a name; `#` stands for its number. */
export function createTableSession(unnamed: () => string): TableSession {
  const store = createStore<TableState>(() => NOTHING);
  /** The request whose answer is waited for: older answers are of a segment that was left meanwhile. */
  let latest = 0;
  let chosen: (Reading | null)[] = [];
  let fixes: Fix[] = [];
  let unanswered: ((list: TableView['refusals']) => void) | null = null;

  const reader = createTableReader((answer) => {
    switch (answer.kind) {
      case 'progress':
        if (store.getState().progress) store.setState({ progress: answer });
        break;
      case 'problem':
        store.setState({ problem: answer.problem, choice: answer.choice, progress: null, view: null, facts: null });
        break;
      case 'notFixed':
        fixes.pop();
        store.setState({ notFixed: answer });
        break;
      case 'refusals':
        unanswered?.(answer.list);
        unanswered = null;
        break;
      case 'view': {
        if (answer.id !== 0 && answer.id < latest) break;
        const { view, facts, shown, partial } = answer;
        store.setState({ view, facts, shown, notFixed: null, ...(partial ? {} : { progress: null }) });
        // What was corrected before the file was read again is corrected again.
        if (answer.id === 0 && !partial) for (const fix of fixes) latest = reader.ask(fix);
      }
    }
  });

  const lookNow = () => {
    const { filter, browse, refusals } = store.getState();
    return { filter, browse, refusals };
  };
  const ask = (query: TableQuery) => {
    latest = reader.ask(query);
  };
  const look = (change: Partial<TableState>) => {
    store.setState(change);
    ask({ kind: 'look', look: lookNow() });
  };
  const read = () => {
    const { source, settings } = store.getState();
    if (!source) return;
    store.setState({ problem: null, choice: null, progress: { done: 0, total: source.file.size, rows: 0 } });
    reader.open({ file: source.file, settings, chosen, unnamed: unnamed(), look: lookNow() });
  };

  return {
    store,
    open: (source) => {
      chosen = [];
      fixes = [];
      store.setState({ ...NOTHING, source }, true);
      read();
    },
    cancel: () => {
      reader.cancel();
      store.setState(NOTHING, true);
    },
    setSettings: (settings) => {
      const { source, settings: before, facts, view, shown } = store.getState();
      chosen = [];
      fixes = [];
      // What was read stays on show until its new reading takes its place, so that the setting in hand does too.
      store.setState({ ...NOTHING, source, settings: { ...before, ...settings }, facts, view, shown }, true);
      read();
    },
    setFilter: (filter) => look({ filter, browse: { ...store.getState().browse, from: 0 } }),
    setBrowse: (browse) => look({ browse }),
    showMoreRefusals: () => look({ refusals: store.getState().refusals + 200 }),
    choose: (column, reading) => {
      const { view, filter } = store.getState();
      const before = view?.columns[column]?.reading;
      chosen[column] = reading;
      // A condition made for another type would say nothing.
      const conditions = filter.conditions.filter((condition) => condition.column !== column);
      if (before?.type !== reading.type) store.setState({ filter: { ...filter, conditions } });
      // Its content was neither read nor kept: it has to be read now.
      if (before && isAside(before.type) && !isAside(reading.type)) return read();
      ask({ kind: 'choose', column, reading });
      if (conditions.length !== filter.conditions.length) ask({ kind: 'look', look: lookNow() });
    },
    fixCell: (row, column, text) => {
      const fix: Fix = { kind: 'fixCell', row, column, text };
      fixes.push(fix);
      ask(fix);
    },
    fixLine: (broken, text) => {
      const fix: Fix = { kind: 'fixLine', broken, text };
      fixes.push(fix);
      ask(fix);
    },
    allRefusals: () =>
      new Promise((resolve) => {
        unanswered = resolve;
        reader.ask({ kind: 'allRefusals' });
      }),
    close: reader.cancel,
  };
}
