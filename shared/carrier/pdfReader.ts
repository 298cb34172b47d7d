import { Unzlib } from 'fflate';
import { FILE_LIMITS, MIMETYPE } from '../file/limits';
import { concatBytes } from '../scene/png';
import { indexOfText, lastIndexOfText, startsWith, textAt } from './byteSearch';
import type { Found } from './carried';

/** A dictionary of a stream is shorter than this, whoever wrote it. */
const LONGEST_DICTIONARY = 4096;
/** So many attachments are looked at, the last ones first. */
const MOST_LOOKED_AT = 64;
/** Packed bytes are given to the inflater in small pieces, so that it never runs far past a limit. */
const PIECE = 4096;
const ZIP_START = 'PK\u0003\u0004';

/**
 * The file that `intoPdf` put in, `most` bytes of it at most. Programs that write a PDF anew move its objects and may pack the stream, so it is looked for by
 * its dictionary, which stays readable in every PDF that is not encrypted. The last one counts.
 */
export function fromPdf(bytes: Uint8Array, most: number): Found {
  const isWhole = lastIndexOfText(bytes, '%%EOF') >= Math.max(0, bytes.length - 1024);
  let at = bytes.length;
  for (let looked = 0; looked < MOST_LOOKED_AT; looked += 1) {
    at = lastIndexOfText(bytes, '/EmbeddedFile', at - 1);
    if (at < 0) break;
    const stream = streamAround(bytes, at);
    if (stream) return contentOf(bytes, stream, most);
  }
  return isWhole ? 'none' : 'truncated';
}

interface Stream {
  readonly dictionary: string;
  /** Where its content begins. */
  readonly at: number;
}

/** The stream whose dictionary says at `at` that it is an embedded file; null for one that is not a workshop, or no stream. */
function streamAround(bytes: Uint8Array, at: number): Stream | null {
  const from = Math.max(0, at - LONGEST_DICTIONARY);
  const before = textAt(bytes, from, at);
  const after = textAt(bytes, at, at + LONGEST_DICTIONARY);
  const head = /(?:^|\s)\d+\s+\d+\s+obj(?![\s\S]*\bobj\b)/.exec(before);
  const end = /\bstream(\r?\n)/.exec(after);
  if (!head || !end || /\bendobj\b/.test(after.slice(0, end.index))) return null;
  const dictionary = before.slice(head.index + head[0].length) + after.slice(0, end.index);
  const subtype = /\/Subtype\s*\/([^\s/<>[\]()]+)/.exec(dictionary)?.[1] ?? '';
  const mime = subtype.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return mime === MIMETYPE ? { dictionary, at: at + end.index + end[0].length } : null;
}

function contentOf(bytes: Uint8Array, { dictionary, at }: Stream, most: number): Found {
  const filter = /\/Filter\s*\[?\s*\/(\w+)/.exec(dictionary)?.[1];
  if (filter !== undefined && filter !== 'FlateDecode') return 'damaged';
  const length = lengthOf(bytes, dictionary) ?? indexOfText(bytes, 'endstream', at) - at;
  if (length < 0 || at + length > bytes.length) return 'truncated';
  const raw = bytes.subarray(at, at + length);
  if (filter === undefined) return raw.length > most ? 'too-large' : startsWith(raw, ZIP_START) ? raw : 'damaged';
  return inflated(raw, most);
}

/** The length that a dictionary names, itself or by an object that can be read as text. */
function lengthOf(bytes: Uint8Array, dictionary: string): number | null {
  const [, value, reference] = /\/Length\s+(\d{1,10})(\s+\d+\s+R)?/.exec(dictionary) ?? [];
  if (value === undefined) return null;
  if (reference === undefined) return Number(value);
  const at = lastIndexOfText(bytes, `\n${value} 0 obj`);
  const written = /^\n\d+ 0 obj\s+(\d{1,10})\s+endobj/.exec(textAt(bytes, at, at + 64))?.[1];
  return at < 0 || written === undefined ? null : Number(written);
}

/** What is packed, counted while it comes out: it stops as soon as there is more than `limit`, or than the ratio of any part of a workshop allows. */
function inflated(packed: Uint8Array, limit: number): Found {
  const most = Math.min(limit, Math.max(FILE_LIMITS.ratioFromBytes, packed.length * FILE_LIMITS.ratio));
  const parts: Uint8Array[] = [];
  let length = 0;
  const stream = new Unzlib((part) => {
    length += part.length;
    if (length <= most) parts.push(part);
  });
  try {
    for (let at = 0; at < packed.length && length <= most; at += PIECE)
      stream.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
  } catch {
    return 'damaged';
  }
  return length > most ? 'too-large' : concatBytes(parts);
}
