import MiniSearch from 'minisearch';
import type { AnyDoc, DocKind } from '../model/document';
import { foldText } from '../text/searchText';
import { type DocText, docTexts } from './docTexts';

export interface SearchHit {
  readonly id: string;
  readonly kind: DocKind;
  /** Higher is better; only comparable within one search. */
  readonly score: number;
}

/** Why a document was found. */
export interface HitDetail {
  readonly id: string;
  /** The text that holds most of the words; null when it is the name itself. */
  readonly found: DocText | null;
}

export interface SearchAnswer {
  /** Best first. */
  readonly hits: readonly SearchHit[];
  /** For the best of them. */
  readonly details: readonly HitDetail[];
  /** Words of the texts that answered, folded: what to mark. */
  readonly words: readonly string[];
}

/** Texts of many documents, searched by words, beginnings of words and near misses, whatever their accents and case. */
export interface TextIndex {
  readonly put: (id: string, doc: AnyDoc) => void;
  readonly remove: (id: string) => void;
  readonly search: (query: string) => SearchAnswer;
  readonly size: () => number;
}

interface Row {
  readonly id: string;
  readonly title: string;
  readonly main: string;
  readonly body: string;
}

interface Kept {
  readonly kind: DocKind;
  readonly texts: readonly DocText[];
}

const NONE: SearchAnswer = { hits: [], details: [], words: [] };
/** Hits that say why they were found. */
const DETAILED = 40;
const TITLES = new Set(['title', 'name']);

/** A word as it is indexed and looked for. */
const fold = (word: string): string => foldText(word).replaceAll('œ', 'oe').replaceAll('æ', 'ae');

/** Letters that may differ: none in short words, where every other word would be near. */
const lettersOff = (word: string): number | boolean => (word.length < 4 ? false : word.length < 8 ? 1 : 2);

export function createTextIndex(): TextIndex {
  const kept = new Map<string, Kept>();
  const index = new MiniSearch<Row>({
    fields: ['title', 'main', 'body'],
    processTerm: (term) => fold(term) || null,
    searchOptions: {
      boost: { title: 6, main: 2 },
      combineWith: 'AND',
      prefix: true,
      fuzzy: lettersOff,
      weights: { prefix: 0.6, fuzzy: 0.25 },
    },
  });

  const remove = (id: string): void => {
    if (kept.delete(id)) index.discard(id);
  };

  return {
    put: (id, doc) => {
      remove(id);
      const texts = docTexts(doc);
      kept.set(id, { kind: doc.kind, texts });
      index.add(rowOf(id, texts));
    },
    remove,
    size: () => kept.size,
    search: (query) => {
      if (query.trim() === '') return NONE;
      // One letter stands in every text: it is looked for in names only, where it is meant to begin one.
      const isLetter = query.trim().length === 1;
      const found = index.search(query, isLetter ? { fields: ['title'] } : {});
      const words = new Set(found.slice(0, DETAILED).flatMap(({ match }) => Object.keys(match)));
      return {
        hits: found.flatMap(({ id, score }) => {
          const kind = kept.get(id)?.kind;
          return kind ? [{ id, kind, score }] : [];
        }),
        details: found.slice(0, DETAILED).map(({ id, match }) => ({
          id,
          found: bestText(kept.get(id)?.texts ?? [], new Set(Object.keys(match))),
        })),
        words: [...words],
      };
    },
  };
}

function rowOf(id: string, texts: readonly DocText[]): Row {
  const join = (fits: (text: DocText) => boolean) =>
    texts
      .filter(fits)
      .map(({ text }) => text)
      .join('\n');
  const isTitle = ({ where, field }: DocText) => where === 'info' && TITLES.has(field);
  return {
    id,
    title: join(isTitle),
    main: join((text) => text.where === 'info' && !isTitle(text)),
    body: join(({ where }) => where !== 'info'),
  };
}

/** The text with most of the words, the first of several; null when that is the title. */
function bestText(texts: readonly DocText[], words: ReadonlySet<string>): DocText | null {
  let best: DocText | null = null;
  let most = 0;
  for (const text of texts) {
    const count = wordsOf(text.text).filter(({ word }) => word !== null && words.has(word)).length;
    if (count > most) [best, most] = [text, count];
  }
  return best && best.where === 'info' && TITLES.has(best.field) ? null : best;
}

const BREAK = /[\n\r\p{Z}\p{P}]+/u;
const BREAKS_KEPT = /([\n\r\p{Z}\p{P}]+)/u;

/** A text cut into words and what is between them, so that joining the pieces gives the text back. `word` is folded; null between words. */
export function wordsOf(text: string): readonly { readonly piece: string; readonly word: string | null }[] {
  return text
    .split(BREAKS_KEPT)
    .filter((piece) => piece !== '')
    .map((piece) => ({ piece, word: BREAK.test(piece) ? null : fold(piece) }));
}
