import { correctedInfo, idOf, type PdfAbout, xmpOf } from './pdfAbout';
import { withOwnNodeNames } from './pdfNodes';

/**
 * Exact page sizes, and what a file says of itself. Chromium rounds pages up to its own grid (up to a quarter of a millimetre too large); an incremental
 * update (ISO 32000-1, 7.5.6) replaces each page's boxes and leaves everything else in the file as it is.
 */
export interface PageSize {
  /** In points of 1/72 inch. */
  readonly width: number;
  readonly height: number;
  /** How far the sheet that is cut out, and what is printed of it, lie inside the page; 0 by default. */
  readonly trim?: number;
  readonly bleed?: number;
}

interface PdfObject {
  readonly number: number;
  /** Latin-1: a character is a byte. */
  readonly text: string;
}

interface PdfFile {
  readonly bytes: Buffer;
  readonly xrefAt: number;
  readonly trailer: string;
  /** Objects of the table; the next one has this number. */
  readonly count: number;
  readonly object: (reference: string) => PdfObject;
}

const MEDIA_BOX = /\/MediaBox \[([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+)\]/;

/**
 * The same file with exact MediaBox, BleedBox and TrimBox (ISO 32000-1, 14.11.2) on every page (of one size, or a size for each) and, given `about`, with its
 * information corrected, as XMP as well, its structure counted from 1, and an identifier; null when the file is not built as expected.
 */
export function withExactPages(
  pdf: Uint8Array,
  size: PageSize | readonly PageSize[],
  about?: PdfAbout,
): Uint8Array | null {
  try {
    const given = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
    const file = readPdf(about ? withInfo(withOwnNodeNames(given), about) : given);
    const root = file.object(required(file.trailer, /\/Root (\d+ \d+) R/));
    const pages = pagesUnder(file, required(root.text, /\/Pages (\d+ \d+) R/));
    const sizes = 'width' in size ? pages.map(() => size) : size;
    if (sizes.length !== pages.length) return null;
    const exact = pages.flatMap((page, at) => {
      const own = sizes[at];
      return own ? [{ number: page.number, text: withBoxes(page.text, own) }] : [];
    });
    return about ? updated(...described(file, root, exact, about)) : updated(file, exact);
  } catch {
    return null;
  }
}

/** Information stays where it is, as long as it is. */
function withInfo(given: Buffer, about: PdfAbout): Buffer {
  const { trailer, object } = readPdf(given);
  const reference = /\/Info (\d+ \d+) R/.exec(trailer)?.[1];
  if (reference === undefined) return given;
  const { text } = object(reference);
  const corrected = correctedInfo(text, about);
  if (corrected.length !== text.length) return given;
  const bytes = Buffer.from(given);
  bytes.write(corrected, bytes.indexOf(text, 0, 'latin1'), 'latin1');
  return bytes;
}

/** The catalog with its XMP, which is a new object, and a trailer that counts it and identifies the file. */
function described(
  file: PdfFile,
  root: PdfObject,
  pages: readonly PdfObject[],
  about: PdfAbout,
): readonly [PdfFile, readonly PdfObject[]] {
  const reference = /\/Info (\d+ \d+) R/.exec(file.trailer)?.[1];
  const info = reference === undefined ? '' : file.object(reference).text;
  const packet = Buffer.from(xmpOf(about, info), 'utf8').toString('latin1');
  const stream = `<</Type /Metadata\n/Subtype /XML\n/Length ${packet.length}>>\nstream\n${packet}\nendstream`;
  const catalog = root.text.replace(/>>$/, `\n/Metadata ${file.count} 0 R>>`);
  const trailer = `${file.trailer.replace(/\/Size \d+/, `/Size ${file.count + 1}`)}\n/ID ${idOf(file.bytes)}`;
  const objects = [...pages, { number: root.number, text: catalog }, { number: file.count, text: stream }];
  return [{ ...file, trailer }, objects];
}

function readPdf(bytes: Buffer): PdfFile {
  const end = bytes.toString('latin1', Math.max(0, bytes.length - 2048));
  const xrefAt = Number(required(end, /startxref\s+(\d+)\s+%%EOF\s*$/));
  const trailer = required(end, /trailer\s*<<([\s\S]*?)>>\s*startxref/);
  const header = bytes.toString('latin1', xrefAt, xrefAt + 40);
  const count = Number(required(header, /^xref\n0 (\d+)\n/));
  const entriesAt = xrefAt + `xref\n0 ${count}\n`.length;
  const object = (reference: string): PdfObject => {
    const number = Number(reference.split(' ')[0]);
    const entry = bytes.toString('latin1', entriesAt + number * 20, entriesAt + number * 20 + 20);
    const at = Number(required(entry, /^(\d{10}) 00000 n/));
    const text = bytes.toString('latin1', at, bytes.indexOf('endobj', at));
    if (number >= count || !text.startsWith(`${number} 0 obj`)) throw new Error('object not where it should be');
    return { number, text: text.slice(`${number} 0 obj`.length).trim() };
  };
  return { bytes, xrefAt, trailer, count, object };
}

function pagesUnder(file: PdfFile, reference: string): readonly PdfObject[] {
  const node = file.object(reference);
  if (/\/Type \/Page\b(?!s)/.test(node.text)) return [node];
  const kids = required(node.text, /\/Kids \[([^\]]*)\]/).match(/\d+ \d+(?= R)/g) ?? [];
  return kids.flatMap((kid) => pagesUnder(file, kid));
}

/** The picture hangs from the top left corner, so what is too much is cut at the right and at the bottom. */
function withBoxes(page: string, { width, height, trim = 0, bleed = 0 }: PageSize): string {
  const found = MEDIA_BOX.exec(page);
  if (!found) throw new Error('no page box');
  const top = Number(found[4]);
  const box = (name: string, inset: number): string => {
    const sides = [inset, top - height + inset, width - inset, top - inset];
    return `/${name} [${sides.map((value) => Number(value.toFixed(4))).join(' ')}]`;
  };
  return page.replace(MEDIA_BOX, [box('MediaBox', 0), box('BleedBox', bleed), box('TrimBox', trim)].join('\n'));
}

function updated({ bytes, xrefAt, trailer }: PdfFile, objects: readonly PdfObject[]): Uint8Array {
  let at = bytes.length;
  let xref = 'xref\n';
  let body = '';
  for (const { number, text } of objects) {
    const written = `${number} 0 obj\n${text}\nendobj\n`;
    xref += `${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`;
    body += written;
    at += written.length;
  }
  const tail = `${body}${xref}trailer\n<<${trailer.trim()}\n/Prev ${xrefAt}>>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.concat([bytes, Buffer.from(tail, 'latin1')]);
}

function required(text: string, pattern: RegExp): string {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new Error('not the expected structure');
  return found;
}
