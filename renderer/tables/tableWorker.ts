import { viewTable } from '@shared/table/view';
import { createCutter } from './csvRows';
import { type Loaded, loadTable } from './loadTable';
import type { Look, OpenRequest, TableAnswer, TableRequest } from './protocol';
import { UnreadableTable } from './rowBatch';
import { shownRows } from './shownRows';

/** The part of a worker's global object that is used here. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<TableRequest>) => void) | null;
  postMessage(answer: TableAnswer): void;
}

const scope = globalThis as unknown as WorkerScope;
const tell = (answer: TableAnswer): void => scope.postMessage(answer);

/** Between two tellings of how far it is. */
const PROGRESS_MS = 100;

let loaded: Loaded | null = null;
let look: Look | null = null;

function show(id: number, { table, facts }: Loaded, partial: boolean): void {
  if (!look) return;
  const { view, states } = viewTable(table, look.filter, look.refusals);
  tell({ kind: 'view', id, facts, view, shown: shownRows(table, states, view, look.browse), partial });
}

async function open(request: OpenRequest): Promise<void> {
  look = request.look;
  let told = 0;
  try {
    const read = await loadTable(request, {
      preview: (table, facts) => show(0, { table, facts }, true),
      progress: (done, total, rows) => {
        const now = performance.now();
        if (now - told < PROGRESS_MS) return;
        told = now;
        tell({ kind: 'progress', done, total, rows });
      },
    });
    loaded = read;
    show(0, read, false);
  } catch (error) {
    const { problem, choice } = error instanceof UnreadableTable ? error : new UnreadableTable({ code: 'unreadable' });
    tell({ kind: 'problem', problem, choice });
  }
}

/** Puts a corrected line in its place, if it has the right number of fields now. */
function fixLine({ table, facts }: Loaded, id: number, broken: number, text: string): boolean {
  const cut = createCutter({ delimiter: facts.delimiter ?? ';', newline: '\n' });
  const cells = cut(text.replace(/\n/g, ' '), true).rows[0] ?? [''];
  if (cells.length !== table.names.length) {
    tell({ kind: 'notFixed', id, found: cells.length, expected: table.names.length });
    return false;
  }
  table.fixBroken(broken, cells);
  return true;
}

function answer(request: Exclude<TableRequest, OpenRequest>): void {
  if (!loaded) return;
  const { table } = loaded;
  switch (request.kind) {
    case 'look':
      look = request.look;
      break;
    case 'choose':
      table.choose(request.column, request.reading);
      break;
    case 'fixCell':
      table.fixCell(request.row, request.column, request.text);
      break;
    case 'fixLine':
      if (!fixLine(loaded, request.id, request.broken, request.text)) return;
      break;
    case 'allRefusals': {
      const { view } = viewTable(table, { join: 'and', conditions: [] }, Number.POSITIVE_INFINITY);
      tell({ kind: 'refusals', id: request.id, list: view.refusals });
      return;
    }
  }
  show(request.id, loaded, false);
}

scope.onmessage = ({ data }) => {
  if (data.kind === 'open') void open(data);
  else answer(data);
};
