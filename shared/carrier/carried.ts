import { fail, ok, type Result } from '../base/result';
import { FILE_LIMITS, inMb } from '../file/limits';
import { startsWith, textAt } from './byteSearch';
import { fromPdf } from './pdfReader';
import { fromPng } from './pngCarrier';
import { fromSvg } from './svgCarrier';

/** What can carry the file of a workshop inside: a poster as it is printed, looked at or drawn on. */
export type CarrierKind = 'pdf' | 'png' | 'svg';

/** The format that bytes begin like; null for none of those that carry a workshop. */
export function carrierKind(bytes: Uint8Array): CarrierKind | null {
  if (startsWith(bytes, '%PDF-')) return 'pdf';
  if (startsWith(bytes, '\u0089PNG\r\n\u001A\n')) return 'png';
  const start = textAt(bytes, 0, 4096).replace(/^\u00EF\u00BB\u00BF/, '');
  return /^\s*<(\?xml|svg|!--|!DOCTYPE\s+svg)/i.test(start) && /<(?:[\w.-]+:)?svg[\s>]/.test(start) ? 'svg' : null;
}

/** What was found in a carrier: the bytes of the workshop's file, nothing, or less than there should be. */
export type Found = Uint8Array | 'none' | 'truncated' | 'damaged' | 'too-large';

const READERS: Readonly<Record<CarrierKind, (bytes: Uint8Array, most: number) => Found>> = {
  pdf: fromPdf,
  png: fromPng,
  svg: fromSvg,
};

/**
 * The bytes of the `.personarium` file inside a poster, unread; `name` is the poster's, for messages. Fails with `no-workshop-inside`, or with
 * `file-truncated`, `file-invalid` or `file-too-large` where one begins and cannot be taken out whole.
 */
export function carriedWorkshop(bytes: Uint8Array, kind: CarrierKind, name: string): Result<Uint8Array> {
  const found = READERS[kind](bytes, FILE_LIMITS.totalBytes);
  switch (found) {
    case 'none':
      return fail({ code: 'no-workshop-inside', name, kind: kind.toUpperCase() });
    case 'truncated':
      return fail({ code: 'file-truncated', name });
    case 'damaged':
      return fail({ code: 'file-invalid', name, where: kind.toUpperCase(), reason: 'checksum' });
    case 'too-large':
      return fail({ code: 'file-too-large', name, limitMb: inMb(FILE_LIMITS.totalBytes) });
    default:
      return ok(found);
  }
}
