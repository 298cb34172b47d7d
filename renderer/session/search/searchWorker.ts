import type { DocId } from '@shared/base/ids';
import { docType, isDocKind } from '@shared/boards/docTypes';
import { comparedWords } from '@shared/boards/persona/lint';
import type { PersonaDoc } from '@shared/boards/persona/model';
import { loadYDoc, snapshotOf } from '@shared/document/yDocument';
import type { AnyDoc } from '@shared/model/document';
import { createAlikeIndex } from '@shared/search/alikeIndex';
import { createTextIndex, type HitReasons } from '@shared/search/textIndex';
import { readContents, type StoredContent } from '@/storage/readContents';

export type SearchJob =
  /** Reads documents (null: all) and puts them into the index; those that are gone leave it. */
  | { readonly type: 'read'; readonly database: string; readonly ids: readonly DocId[] | null }
  | { readonly type: 'search'; readonly turn: number; readonly query: string }
  /** Why documents were found that the answer says nothing of, by their ids, a line each. */
  | { readonly type: 'explain'; readonly turn: number; readonly query: string; readonly ids: string }
  /** Which personas that are not put away resemble one that is compared by these words, a line each. */
  | { readonly type: 'alike'; readonly turn: number; readonly words: string; readonly least: number }
  /** Somebody is about to search. */
  | { readonly type: 'prepare' };

export type SearchNews =
  | {
      readonly type: 'read';
      readonly read: number;
      readonly all: number;
      readonly ready: boolean;
      /** Ids of personas that got a number since the last news, a line each: the first persona has the number 0. */
      readonly named: string;
    }
  | {
      readonly type: 'answer';
      readonly turn: number;
      readonly answer: HitReasons;
      /** Ids of the boards among the hits, best first, a line each. */
      readonly boards: string;
      /** Numbers of the personas, best first: ten thousand ids take the window longer to receive than to use. */
      readonly personas: Uint32Array;
    }
  | { readonly type: 'explained'; readonly turn: number; readonly reasons: HitReasons }
  /** Their numbers, best first. */
  | { readonly type: 'alike'; readonly turn: number; readonly personas: Uint32Array };

interface WorkerScope {
  onmessage: ((event: MessageEvent<SearchJob>) => void) | null;
  postMessage(news: SearchNews, transfer?: readonly ArrayBufferLike[]): void;
}

const scope = globalThis as unknown as WorkerScope;
const index = createTextIndex();
const alike = createAlikeIndex();
/** Numbers of personas by their ids, for as long as the worker lives. */
const numbers = new Map<string, number>();
let unnamed: string[] = [];
let ready = false;
/** One after the other: a later state of a document never comes before an earlier one. */
let reading: Promise<void> = Promise.resolve();

scope.onmessage = ({ data }) => {
  if (data.type === 'search') answer(data.turn, data.query);
  else if (data.type === 'explain')
    scope.postMessage({
      type: 'explained',
      turn: data.turn,
      reasons: index.explain(data.query, data.ids.split('\n')),
    });
  else if (data.type === 'alike') answerAlike(data.turn, data.words, data.least);
  else if (data.type === 'prepare') void reading.then(() => ready && prepareLetters());
  else reading = reading.then(() => read(data.database, data.ids)).catch(() => undefined);
};

interface Found {
  readonly answer: HitReasons;
  readonly boards: string;
  readonly personas: Uint32Array;
}

/** Answers to single letters, for as long as no text changes: a first letter finds more than any other question. */
const letters = new Map<string, Found>();

function answer(turn: number, query: string): void {
  const { personas, ...found } = letters.get(query.toLowerCase()) ?? find(query);
  // Its own copy goes away; the kept one stays.
  const own = personas.slice();
  scope.postMessage({ type: 'answer', turn, ...found, personas: own }, [own.buffer]);
}

function answerAlike(turn: number, words: string, least: number): void {
  const found = alike.find(new Set(words === '' ? [] : words.split('\n')), least);
  // What got its number just now is told with the changes, and asked about again then.
  const known = found.flatMap(({ id }) => numbers.get(id) ?? []).filter((at) => at < numbers.size - unnamed.length);
  const personas = Uint32Array.from(known);
  scope.postMessage({ type: 'alike', turn, personas }, [personas.buffer]);
}

function find(query: string): Found {
  const { hits, ...rest } = index.search(query);
  const boards: string[] = [];
  const personas = new Uint32Array(hits.length);
  let count = 0;
  for (const { id, kind } of hits) {
    const number = numbers.get(id);
    if (kind === 'persona' && number !== undefined) personas[count++] = number;
    else boards.push(id);
  }
  return { answer: rest, boards: boards.join('\n'), personas: personas.slice(0, count) };
}

/** Answers the letters that a search may begin with before somebody types one: a task each, so that a question waits for one of them at most. */
function prepareLetters(): void {
  for (const letter of 'abcdefghijklmnopqrstuvwxyz')
    setTimeout(() => {
      if (!letters.has(letter)) letters.set(letter, find(letter));
    });
}

/** Words as they are typed. Their answers go nowhere: the engine has compiled the search by the time somebody types. */
const TYPED = ['m', 'ma', 'mar', 's', 'so', 'marie', 'p', 'pa'];

function warmUp(): void {
  // A task each: a question that comes meanwhile waits for one of them at most.
  TYPED.forEach((word) => {
    setTimeout(() => void index.search(word));
  });
  prepareLetters();
}

function number(id: string): void {
  if (numbers.has(id)) return;
  numbers.set(id, numbers.size);
  unnamed.push(id);
}

function tell(count: number, all: number): void {
  scope.postMessage({ type: 'read', read: count, all, ready, named: unnamed.join('\n') });
  unnamed = [];
}

function take(id: DocId, doc: AnyDoc): void {
  index.put(id, doc);
  if (doc.kind !== 'persona') return;
  number(id);
  const persona = doc as PersonaDoc;
  if (persona.info.archived) alike.remove(id);
  else alike.put(id, comparedWords(persona));
}

function forget(id: DocId): void {
  index.remove(id);
  alike.remove(id);
}

async function read(database: string, ids: readonly DocId[] | null): Promise<void> {
  const gone = new Set<DocId>(ids ?? []);
  let count = 0;
  await readContents(database, ids, (contents, all) => {
    letters.clear();
    for (const content of contents) {
      const { id, trashedAt } = content.row;
      const doc = trashedAt === null ? docOf(content) : null;
      if (doc) {
        take(id, doc);
        gone.delete(id);
      } else forget(id);
    }
    count += contents.length;
    if (!ready) tell(count, all);
  });
  for (const id of gone) forget(id);
  letters.clear();
  const isFirst = ids === null && !ready;
  if (ids === null) ready = true;
  tell(count, count);
  if (isFirst) warmUp();
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
