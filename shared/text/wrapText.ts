import { createRecent, type Recent } from '../base/recent';
import type { FontSpec } from '../scene/primitives';
import { paragraphsOf, type Word, withoutTrailingSpaces, wordsOf } from './lineBreaks';
import type { TextMeasurer } from './measure';

export interface WrapOptions {
  readonly font: FontSpec;
  /** Width of the column, in scene units. */
  readonly width: number;
  readonly measure: TextMeasurer;
  readonly lang: 'fr' | 'en';
}

export interface WrappedLine {
  readonly text: string;
  /** Measured advance width of the whole line. */
  readonly width: number;
}

export interface WrappedText {
  /** At least one line: an empty text is one empty line, where a caret can stand. */
  readonly lines: readonly WrappedLine[];
}

/** Rounding of the measurer must not push a line that fits exactly. */
const TOLERANCE = 1e-3;
/** Texts and words kept per font. What was laid out of a note is kept with the note: this serves texts that come back. */
const TEXTS_KEPT = 300;
const WORDS_KEPT = 4_000;

interface FontCache {
  readonly widths: Recent<number>;
  readonly results: Recent<WrappedText>;
}

const caches = new WeakMap<TextMeasurer, Map<string, FontCache>>();
const fontKeys = new WeakMap<FontSpec, string>();

function keyOfFont(font: FontSpec): string {
  const known = fontKeys.get(font);
  if (known !== undefined) return known;
  const key = `${font.family}|${font.size}|${font.weight}|${font.italic ? 'i' : ''}|${font.tracking ?? 0}`;
  fontKeys.set(font, key);
  return key;
}

function cacheOf(measure: TextMeasurer, font: FontSpec): FontCache {
  let byFont = caches.get(measure);
  if (!byFont) {
    byFont = new Map();
    caches.set(measure, byFont);
  }
  const key = keyOfFont(font);
  let cache = byFont.get(key);
  if (!cache) {
    cache = { widths: createRecent(WORDS_KEPT), results: createRecent(TEXTS_KEPT) };
    byFont.set(key, cache);
  }
  return cache;
}

const segmenters = new Map<string, Intl.Segmenter>();

/** Latin letters as they are typed in Europe, and punctuation: each is one grapheme, and no segmenter need be made for them. */
const ONE_BY_ONE = /^[\u0020-\u02FF\u2010-\u2027\u202F\u2030-\u205E\u20AC]*$/;

function graphemesOf(text: string, lang: string): readonly string[] {
  if (ONE_BY_ONE.test(text)) return Array.from(text);
  let segmenter = segmenters.get(lang);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(lang, { granularity: 'grapheme' });
    segmenters.set(lang, segmenter);
  }
  return Array.from(segmenter.segment(text), (part) => part.segment);
}

/** Marks after which an over-long word (an address, a figure with its unit) is cut by preference. */
const GOOD_CUT = /[-/._@?&=:,;+\u00A0\u202F]/;

/** How many graphemes of `parts` from `start` fit in the width: at least one. */
function fitting(parts: readonly string[], start: number, wrapper: Wrapper): number {
  const fits = (count: number) => wrapper.widthOf(parts.slice(start, start + count).join('')) <= wrapper.limit;
  const most = parts.length - start;
  let low = 1;
  let high = 2;
  while (high <= most && fits(high)) {
    low = high;
    high *= 2;
  }
  high = Math.min(high, most + 1);
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** Fills the lines of one paragraph greedily. */
class Wrapper {
  readonly lines: WrappedLine[] = [];
  readonly limit: number;
  private line: Word[] = [];
  private lineWidth = 0;

  private readonly options: WrapOptions;
  private readonly widths: Recent<number>;

  constructor(options: WrapOptions, widths: Recent<number>) {
    this.options = options;
    this.widths = widths;
    this.limit = options.width + TOLERANCE;
  }

  paragraph(paragraph: string): void {
    for (const word of wordsOf(paragraph)) this.add(word);
    do this.close();
    while (this.line.length > 0);
  }

  widthOf(text: string): number {
    if (text === '') return 0;
    let width = this.widths.get(text);
    if (width === undefined) {
      width = this.options.measure.width(text, this.options.font);
      this.widths.set(text, width);
    }
    return width;
  }

  private add(word: Word): void {
    const width = this.widthOf(word.text);
    while (this.line.length > 0 && this.lineWidth + width > this.limit) this.close();
    if (width > this.limit) this.addTooWide(word);
    else this.append(word, width);
  }

  private append(word: Word, width = this.widthOf(word.text)): void {
    this.line.push(word);
    this.lineWidth += width + this.widthOf(word.spaces);
  }

  /** Cuts a word that is wider than the column between graphemes; its last part stays open for what follows. */
  private addTooWide(word: Word): void {
    const parts = graphemesOf(word.text, this.options.lang);
    let start = 0;
    while (start < parts.length) {
      const fit = fitting(parts, start, this);
      const isLast = start + fit === parts.length;
      const end = isLast ? parts.length : start + bestCut(parts, start, fit);
      this.append({ text: parts.slice(start, end).join(''), spaces: isLast ? word.spaces : '' });
      if (!isLast) this.close();
      start = end;
    }
  }

  /**
   * Ends the line. The whole line is measured, because kerning around spaces may differ from the sum of the words; a word
   * that turns out too many stays for the next line.
   */
  private close(): void {
    let count = this.line.length;
    let text = textOf(this.line);
    let width = this.measured(text);
    while (count > 1 && width > this.limit) {
      count--;
      text = textOf(this.line.slice(0, count));
      width = this.measured(text);
    }
    this.lines.push({ text, width });
    const rest = this.line.slice(count);
    this.line = [];
    this.lineWidth = 0;
    for (const word of rest) this.append(word);
  }

  private measured(text: string): number {
    return text === '' ? 0 : this.options.measure.width(text, this.options.font);
  }
}

/** Moves a cut back to the last good place in its second half. */
function bestCut(parts: readonly string[], start: number, count: number): number {
  for (let length = count; length > Math.max(1, count / 2); length--) {
    if (GOOD_CUT.test(parts[start + length - 1] ?? '')) return length;
  }
  return count;
}

function textOf(words: readonly Word[]): string {
  let whole = '';
  for (const { text, spaces } of words) whole += text + spaces;
  const line = withoutTrailingSpaces(whole);
  let end = line.length;
  while (end > 0 && (line[end - 1] === '\u00A0' || line[end - 1] === '\u202F')) end--;
  return line.slice(0, end);
}

/**
 * Breaks a text into lines that fit a width: the only line breaker of screens and posters.
 * Lines end after spaces (dropped there), after hyphens and slashes between letters, between ideographs; no-break spaces hold;
 * newlines are kept; a word wider than the column is cut between graphemes, so that nothing overflows (a single grapheme
 * wider than the column stays whole). Results are cached by measurer, font, width and text.
 */
export function wrapText(text: string, options: WrapOptions): WrappedText {
  const cache = cacheOf(options.measure, options.font);
  const key = `${options.width}|${options.lang}|${text}`;
  const known = cache.results.get(key);
  if (known) return known;
  const wrapper = new Wrapper(options, cache.widths);
  for (const paragraph of paragraphsOf(text)) wrapper.paragraph(paragraph);
  const result: WrappedText = { lines: wrapper.lines };
  cache.results.set(key, result);
  return result;
}
