import { fromBase64, toBase64 } from '../exchange/base64';
import { MIMETYPE } from '../file/limits';
import { concatBytes } from '../scene/png';
import { bytesOf, indexOfText, lastIndexOfText, textAt } from './byteSearch';
import type { Found } from './carried';
import type { CarriedFile } from './carry';

const NAMESPACE = 'urn:personarium:workshop';
const END = '</svg>';
/** A tag of ours is shorter than this, whoever wrote it again. */
const LONGEST_TAG = 2000;

/** The drawing with a file in its metadata, as base64. Null for what does not end as an SVG does. */
export function intoSvg(poster: Uint8Array, { bytes }: CarriedFile): Uint8Array | null {
  const end = lastIndexOfText(poster, END);
  if (end < 0) return null;
  const open = `<metadata><personarium:workshop xmlns:personarium="${NAMESPACE}" type="${MIMETYPE}" encoding="base64">`;
  const inside = bytesOf(`${open}${toBase64(bytes)}</personarium:workshop></metadata>`);
  return concatBytes([poster.subarray(0, end), inside, poster.subarray(end)]);
}

/**
 * The file that `intoSvg` put in, `most` bytes of it at most. Programs that draw write the file anew, with other prefixes, quotes and line breaks: the
 * element is known by its type.
 */
export function fromSvg(bytes: Uint8Array, most: number): Found {
  const isWhole = /<\/(?:[\w.-]+:)?svg\s*>\s*(<!--[\s\S]*)?$/.test(textAt(bytes, bytes.length - 1000, bytes.length));
  const type = lastIndexOfText(bytes, MIMETYPE);
  if (type < 0) return isWhole ? 'none' : 'truncated';
  const tag = lastIndexOfText(bytes, '<', type);
  const start = indexOfText(bytes, '>', type) + 1;
  const isOurs = /^<(?:[\w.-]+:)?workshop\s[^<>]*>$/.test(textAt(bytes, tag, start));
  if (tag < type - LONGEST_TAG || start > type + LONGEST_TAG || !isOurs) return isWhole ? 'none' : 'truncated';
  const end = indexOfText(bytes, '<', start);
  if (end < 0) return 'truncated';
  if (end - start > most * 1.5) return 'too-large';
  return fromBase64(textAt(bytes, start, end).replace(/\s+/g, '')) ?? 'damaged';
}
