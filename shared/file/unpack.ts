import { Inflate } from 'fflate';
import { crc32 } from '../base/crc32';
import { fail, ok, type Result } from '../base/result';
import { FILE_LIMITS } from './limits';
import type { PackedEntry } from './zipDirectory';

/** Packed bytes are given to the inflater in small pieces, so that it never runs far past a limit. */
const PIECE = 4096;

/**
 * The content of an entry. Real bytes are counted: it stops as soon as more comes out than declared or than the ratio allows.
 * `file` is the file's name, for messages.
 */
export function unpack(entry: PackedEntry, file: string): Result<Uint8Array> {
  const bytes = entry.method === 'stored' ? ok(entry.packed.slice()) : inflate(entry, file);
  if (!bytes.ok) return bytes;
  if (bytes.value.length === entry.size && crc32(bytes.value) === entry.crc) return bytes;
  return fail({ code: 'file-invalid', name: file, where: entry.name, reason: 'checksum' });
}

function inflate(entry: PackedEntry, file: string): Result<Uint8Array> {
  const most = Math.max(FILE_LIMITS.ratioFromBytes, entry.packed.length * FILE_LIMITS.ratio);
  if (entry.size > most) return fail({ code: 'file-unsafe', name: file, entry: entry.name });
  const out = new Uint8Array(entry.size);
  let length = 0;
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > out.length) throw new Error('more than declared');
    out.set(chunk, length);
    length += chunk.length;
  });
  try {
    for (let at = 0; at < entry.packed.length || at === 0; at += PIECE)
      stream.push(entry.packed.subarray(at, at + PIECE), at + PIECE >= entry.packed.length);
  } catch {
    return fail({ code: 'file-invalid', name: file, where: entry.name, reason: 'checksum' });
  }
  return ok(out.subarray(0, length));
}
