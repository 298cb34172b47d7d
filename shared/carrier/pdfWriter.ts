import { MIMETYPE } from '../file/limits';
import { sha256 } from '../file/sha256';
import { concatBytes } from '../scene/png';
import { bytesOf } from './byteSearch';
import type { CarriedFile } from './carry';
import { readTables } from './pdfTable';

/** A MIME type as a name of PDF: whatever is not a letter or a digit is escaped. */
const SUBTYPE = MIMETYPE.replace(/[^\w.+-]/g, (sign) => `#${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * The document with a file attached as PDF/A-3 attaches the source of what is printed (ISO 19005-3, 6.8; ISO 32000-2, 7.11.4 and 14.13): an embedded file in
 * the name tree of the catalog, and associated with the whole document. An incremental update: what was there stays byte for byte. Null for a document that is
 * not built as this app builds them, or has attachments already.
 */
export function intoPdf(poster: Uint8Array, file: CarriedFile): Uint8Array | null {
  const tables = readTables(poster);
  const root = Number(/\/Root (\d+) 0 R/.exec(tables?.trailer ?? '')?.[1]);
  const size = Number(/\/Size (\d+)/.exec(tables?.trailer ?? '')?.[1]);
  const catalog = tables?.object(root);
  if (!tables || !catalog || !(size > 0) || !/>>$/.test(catalog) || /\/(Names|AF)\b/.test(catalog)) return null;
  const [stream, specification] = [size, size + 1];
  const moment = momentOf(tables.object(Number(/\/Info (\d+) 0 R/.exec(tables.trailer)?.[1])));
  const params = `/Params <</Size ${file.bytes.length}${moment === null ? '' : ` /ModDate (${moment})`}>>`;
  const names = `${hexText(file.name)} ${specification} 0 R`;
  const objects: readonly PdfPart[] = [
    {
      number: stream,
      parts: [
        bytesOf(`<</Type /EmbeddedFile\n/Subtype /${SUBTYPE}\n${params}\n/Length ${file.bytes.length}>>\nstream\n`),
        file.bytes,
        bytesOf('\nendstream'),
      ],
    },
    {
      number: specification,
      parts: [
        bytesOf(
          `<</Type /Filespec\n/F (workshop.personarium)\n/UF ${hexText(file.name)}\n/AFRelationship /Source\n/EF <</F ${stream} 0 R /UF ${stream} 0 R>>>>`,
        ),
      ],
    },
    {
      number: root,
      parts: [
        bytesOf(
          catalog.replace(/>>$/, `\n/Names <</EmbeddedFiles <</Names [${names}]>>>>\n/AF [${specification} 0 R]>>`),
        ),
      ],
    },
  ];
  const trailer = changed(tables.trailer.replace(/\/Size \d+/, `/Size ${size + 2}`), file.bytes);
  return updated(poster, objects, `${trailer.replace(/\/Prev \d+/, '').trim()}\n/Prev ${tables.at}`);
}

interface PdfPart {
  readonly number: number;
  readonly parts: readonly Uint8Array[];
}

/** The first half of the identifier stays with the document, the second one changes with its content (ISO 32000-1, 14.4). */
const changed = (trailer: string, content: Uint8Array): string =>
  trailer.replace(
    /\/ID \[<([0-9A-F]{32})> <[0-9A-F]{32}>\]/,
    (_, first: string) => `/ID [<${first}> <${sha256(content).slice(0, 32).toUpperCase()}>]`,
  );

/** When the document was made, as it says itself. */
const momentOf = (info: string | null): string | null =>
  /\/CreationDate \((D:\d{14}[^)]{0,8})\)/.exec(info ?? '')?.[1] ?? null;

/** A text string in UTF-16 with its mark, in hexadecimal: every letter of a name is safe in it. */
const hexText = (text: string): string =>
  `<FEFF${Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0')).join('')}>`;

function updated(poster: Uint8Array, objects: readonly PdfPart[], trailer: string): Uint8Array {
  let at = poster.length;
  let table = 'xref\n';
  const body: Uint8Array[] = [];
  for (const { number, parts } of objects) {
    const written = [bytesOf(`${number} 0 obj\n`), ...parts, bytesOf('\nendobj\n')];
    table += `${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`;
    body.push(...written);
    at += written.reduce((length, part) => length + part.length, 0);
  }
  return concatBytes([poster, ...body, bytesOf(`${table}trailer\n<<${trailer}>>\nstartxref\n${at}\n%%EOF\n`)]);
}
