import type { DocId } from '@shared/base/ids';
import { docType, isDocKind } from '@shared/boards/docTypes';
import { loadYDoc, snapshotOf } from '@shared/document/yDocument';
import type { AnyDoc } from '@shared/model/document';
import { createTextIndex, type SearchAnswer } from '@shared/search/textIndex';
import { readContents, type StoredContent } from '@/storage/readContents';

export type SearchJob =
  /** Reads documents (null: all) and puts them into the index; those that are gone leave it. */
  | { readonly type: 'read'; readonly database: string; readonly ids: readonly DocId[] | null }
  | { readonly type: 'search'; readonly turn: number; readonly query: string };

export type SearchNews =
  | { readonly type: 'read'; readonly read: number; readonly all: number; readonly ready: boolean }
  | {
      readonly type: 'answer';
      readonly turn: number;
      readonly answer: Omit<SearchAnswer, 'hits'>;
      /** Ids of all hits, best first, a line each: ten thousand objects take the window longer to receive than to use. */
      readonly ids: string;
    };

interface WorkerScope {
  onmessage: ((event: MessageEvent<SearchJob>) => void) | null;
  postMessage(news: SearchNews): void;
}

const scope = globalThis as unknown as WorkerScope;
const index = createTextIndex();
let ready = false;
/** One after the other: a later state of a document never comes before an earlier one. */
let reading: Promise<void> = Promise.resolve();

scope.onmessage = ({ data }) => {
  if (data.type === 'search') answer(data.turn, data.query);
  else reading = reading.then(() => read(data.database, data.ids)).catch(() => undefined);
};

function answer(turn: number, query: string): void {
  const { hits: all, ...rest } = index.search(query);
  scope.postMessage({ type: 'answer', turn, answer: rest, ids: all.map(({ id }) => id).join('\n') });
}

async function read(database: string, ids: readonly DocId[] | null): Promise<void> {
  const gone = new Set<DocId>(ids ?? []);
  let count = 0;
  await readContents(database, ids, (contents, all) => {
    for (const content of contents) {
      const { id, trashedAt } = content.row;
      const doc = trashedAt === null ? docOf(content) : null;
      if (doc) {
        index.put(id, doc);
        gone.delete(id);
      } else index.remove(id);
    }
    count += contents.length;
    if (!ready) scope.postMessage({ type: 'read', read: count, all, ready: false });
  });
  for (const id of gone) index.remove(id);
  if (ids === null) ready = true;
  scope.postMessage({ type: 'read', read: count, all: count, ready });
}

/** A document as it is stored; null when it is of an older schema than its snapshot shows, damaged, or unknown. */
function docOf({ row, doc, updates }: StoredContent): AnyDoc | null {
  if (!isDocKind(row.kind)) return null;
  const type = docType<AnyDoc>(row.kind);
  const painted = doc as AnyDoc | undefined;
  if (painted?.kind === row.kind && painted.schema === type.schemaVersion) return painted;
  if (updates.length === 0) return null;
  const ydoc = loadYDoc(updates);
  const read = snapshotOf(ydoc, type);
  ydoc.destroy();
  return read;
}
