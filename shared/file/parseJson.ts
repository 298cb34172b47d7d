import { strFromU8, strToU8 } from 'fflate';
import type { AppError, FileFault } from '../base/appError';
import { FORBIDDEN_KEYS } from '../base/ids';
import { fail, ok, type Result } from '../base/result';
import type { Json } from '../model/document';
import { FILE_LIMITS } from './limits';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENERS: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const CLOSERS: ReadonlySet<number> = new Set([0x5d, 0x7d]);

/** Deepest nesting of JSON text, in one pass and without recursion, whatever the text. */
export function jsonDepth(bytes: Uint8Array): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (inString) {
      if (byte === BACKSLASH) at += 1;
      else if (byte === QUOTE) inString = false;
    } else if (byte === QUOTE) inString = true;
    else if (OPENERS.has(byte)) {
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else if (CLOSERS.has(byte)) depth -= 1;
  }
  return deepest;
}

/**
 * JSON from bytes that may mean harm: UTF-8 only (a byte order mark is skipped), at most 64 levels deep, no key that reaches
 * the prototype chain. `file` and `where` name it in messages.
 */
export function parseJson(bytes: Uint8Array, file: string, where: string): Result<Json> {
  const wrong = (reason: FileFault, at = where): AppError => ({ code: 'file-invalid', name: file, where: at, reason });
  if (jsonDepth(bytes) > FILE_LIMITS.jsonDepth) return fail(wrong('too-deep'));
  const text = decodeUtf8(bytes);
  if (text === null) return fail(wrong('json'));
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    return fail(wrong('json'));
  }
  const forbidden = forbiddenKey(value);
  return forbidden === null ? ok(value) : fail(wrong('forbidden-key', `${where}: ${forbidden}`));
}

/** Text, or null when the bytes are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const body = bytes.subarray(start);
  const text = strFromU8(body);
  const back = strToU8(text);
  return back.length === body.length && back.every((byte, at) => byte === body[at]) ? text : null;
}

/** The first key that touches the prototype chain, at any level (at most 64: checked before). */
function forbiddenKey(value: Json): string | null {
  if (typeof value !== 'object' || value === null) return null;
  if (Array.isArray(value)) return firstIn(value);
  for (const key of Object.keys(value)) if (FORBIDDEN_KEYS.has(key)) return key;
  return firstIn(Object.values(value));
}

function firstIn(values: readonly Json[]): string | null {
  for (const value of values) {
    const found = forbiddenKey(value);
    if (found !== null) return found;
  }
  return null;
}
