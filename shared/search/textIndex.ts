import type { AnyDoc, DocKind } from '../model/document';
import { foldText } from '../text/searchText';
import type { DocText } from './docTexts';
import { searchedTexts } from './searchedTexts';
import { createWordIndex, type WordHits } from './wordIndex';

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

/** Why some of the hits were found. */
export interface HitReasons {
  readonly details: readonly HitDetail[];
  /** Words of the texts that answered, folded: what to mark. */
  readonly words: readonly string[];
}

/** The hits, and the reasons of the best of them. */
export interface SearchAnswer extends HitReasons {
  /** Best first. */
  readonly hits: readonly SearchHit[];
}

/** Texts of many documents, searched by words, beginnings of words and near misses, whatever their accents and case. */
export interface TextIndex {
  readonly put: (id: string, doc: AnyDoc) => void;
  readonly remove: (id: string) => void;
  readonly search: (query: string) => SearchAnswer;
  /** Why further hits of a query were found: those that somebody has come to look at. */
  readonly explain: (query: string, ids: readonly string[]) => HitReasons;
  readonly size: () => number;
}

interface Kept {
  readonly kind: DocKind;
  readonly texts: readonly DocText[];
}

/** A text and its words, folded. */
interface CutText {
  readonly text: DocText;
  readonly words: readonly string[];
}

/** Hits that say why they were found. */
const DETAILED = 40;
/** Documents whose texts stay cut into words: letters of one word find the same ones. */
const MOST_CUT = 200;
const TITLES = new Set(['title', 'name']);

/** Most words have no accent to take off: that is the slow part. */
const PLAIN = /^[\0-\x7f]*$/;

/** A word as it is indexed and looked for. */
const fold = (word: string): string =>
  PLAIN.test(word)
    ? word.toLowerCase()
    : foldText(word).replaceAll('œ', 'oe').replaceAll('æ', 'ae').replaceAll('ß', 'ss');

/** Letters that may differ: none in short words, where every other word would be near. */
const lettersOff = (word: string): number => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

/** What a word is worth in the name, in what stands beside it, and in everything else. */
const BOOSTS = [6, 2, 1];

export function createTextIndex(): TextIndex {
  const kept = new Map<string, Kept>();
  const index = createWordIndex(BOOSTS);

  const cut = new Map<string, readonly CutText[]>();

  const cutTexts = (id: string, namesOnly: boolean): readonly CutText[] => {
    const texts = kept.get(id)?.texts ?? [];
    // Only its name was looked at: nothing else is marked, or shown in place of what the card says.
    if (namesOnly) return texts.filter(isTitle).map(cutText);
    const known = cut.get(id);
    if (known) return known;
    if (cut.size >= MOST_CUT) cut.clear();
    const made = texts.map(cutText);
    cut.set(id, made);
    return made;
  };

  const find = (query: string): WordHits => {
    const words = [...new Set(foldedWords(query))];
    return index.search({ words, fields: isLetter(query) ? 1 : BOOSTS.length, lettersOff });
  };

  const reasons = (query: string, ids: readonly string[], answered: ReadonlySet<string>): HitReasons => {
    const words = new Set<string>();
    const details = ids.map((id) => ({ id, found: bestText(cutTexts(id, isLetter(query)), answered, words) }));
    return { details, words: [...words] };
  };

  const remove = (id: string): void => {
    cut.delete(id);
    if (kept.delete(id)) index.remove(id);
  };

  return {
    put: (id, doc) => {
      remove(id);
      const texts = searchedTexts(doc);
      kept.set(id, { kind: doc.kind, texts });
      index.add(id, fieldsOf(texts));
    },
    remove,
    size: () => kept.size,
    search: (query) => {
      const found = find(query);
      return {
        hits: found.hits.flatMap(({ id, score }) => {
          const kind = kept.get(id)?.kind;
          return kind ? [{ id, kind, score }] : [];
        }),
        ...reasons(
          query,
          found.hits.slice(0, DETAILED).map(({ id }) => id),
          found.words,
        ),
      };
    },
    explain: (query, ids) => reasons(query, ids, find(query).words),
  };
}

/** One letter stands in every text: it is looked for in names only, where it is meant to begin one. */
const isLetter = (query: string): boolean => query.trim().length === 1;

const isTitle = ({ where, field }: DocText): boolean => where === 'info' && TITLES.has(field);

const cutText = (text: DocText): CutText => ({ text, words: foldedWords(text.text) });

/** The words of a document: of its name, of its other own fields, and of all that is in it. */
function fieldsOf(texts: readonly DocText[]): readonly (readonly string[])[] {
  const words = (fits: (text: DocText) => boolean) => texts.filter(fits).flatMap(({ text }) => foldedWords(text));
  return [
    words(isTitle),
    words((text) => text.where === 'info' && !isTitle(text)),
    words(({ where }) => where !== 'info'),
  ];
}

/** The text with most of the words, the first of several; null when that is the title. What is met of the words goes into `met`. */
function bestText(texts: readonly CutText[], words: ReadonlySet<string>, met: Set<string>): DocText | null {
  let best: DocText | null = null;
  let most = 0;
  for (const { text, words: own } of texts) {
    let count = 0;
    for (const word of own) {
      if (!words.has(word)) continue;
      met.add(word);
      count += 1;
    }
    if (count > most) [best, most] = [text, count];
  }
  return best && isTitle(best) ? null : best;
}

const BREAK = /[\n\r\p{Z}\p{P}]+/u;
const BREAKS_KEPT = /([\n\r\p{Z}\p{P}]+)/u;

const foldedWords = (text: string): readonly string[] => text.split(BREAK).filter(Boolean).map(fold);

/** A text cut into words and what is between them, so that joining the pieces gives the text back. `word` is folded; null between words. */
export function wordsOf(text: string): readonly { readonly piece: string; readonly word: string | null }[] {
  return text
    .split(BREAKS_KEPT)
    .filter((piece) => piece !== '')
    .map((piece) => ({ piece, word: BREAK.test(piece) ? null : fold(piece) }));
}
