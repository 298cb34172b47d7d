import { createHash } from 'node:crypto';

/** What a PDF says of itself, besides what is printed. */
export interface PdfAbout {
  readonly title: string;
  readonly lang: 'fr' | 'en';
  /** The program and its version. */
  readonly creator: string;
  /** Day that the file is dated, `YYYY-MM-DD`, in place of the moment of its making: the same input then gives the same bytes. */
  readonly date?: string | undefined;
}

const CREATOR = /\/Creator \((?:[^()\\]|\\.)*\)/;
const DATES = /\((D:\d{14})[^)]*\)/g;

/**
 * Corrects the information dictionary where it stands, byte for byte as long as it was: the engine signs with the name of a
 * browser and of the user's system, which is nobody's business. `latin1` text in and out.
 */
export function correctedInfo(info: string, { creator, date }: PdfAbout): string {
  const plain = creator.replace(/[^\w .-]/g, '');
  const signed = info.replace(CREATOR, (old) => {
    const own = `/Creator (${plain})`;
    return own.length <= old.length ? own.padEnd(old.length) : old;
  });
  if (date === undefined) return signed;
  const moment = `(D:${date.replaceAll('-', '')}000000+00'00')`;
  return signed.replace(DATES, (old) => (moment.length === old.length ? moment : old));
}

/** The moment that an information dictionary names, as XMP writes it; null without one. */
function momentOf(info: string): string | null {
  const found = /\/CreationDate \(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:([+-]\d\d)'(\d\d)'|Z)?/.exec(info);
  if (!found) return null;
  const [, year, month, day, hour, minute, second, offset, minutes] = found;
  const zone = offset === undefined || offset === '+00' ? 'Z' : `${offset}:${minutes}`;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`;
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`).replace(/[^\P{Cc}\t\n]/gu, ' ');

/** The XMP packet of a file (ISO 16684-1): title, language, program and moment, in agreement with its information dictionary. */
export function xmpOf({ title, lang, creator }: PdfAbout, info: string): string {
  const moment = momentOf(info);
  const producer = /\/Producer \(((?:[^()\\]|\\.)*)\)/.exec(info)?.[1] ?? '';
  const dates = moment
    ? ['CreateDate', 'ModifyDate', 'MetadataDate'].map((name) => `<xmp:${name}>${moment}</xmp:${name}>`).join('')
    : '';
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">',
    `<dc:format>application/pdf</dc:format><dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title>`,
    `<dc:language><rdf:Bag><rdf:li>${lang}</rdf:li></rdf:Bag></dc:language>`,
    `<xmp:CreatorTool>${escaped(creator)}</xmp:CreatorTool>${dates}<pdf:Producer>${escaped(producer)}</pdf:Producer>`,
    '</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end="r"?>',
  ].join('\n');
}

/** Identifies what a file holds, whenever it was made (ISO 32000-1, 14.4). */
export function idOf(pdf: Buffer): string {
  const timeless = pdf.toString('latin1').replace(DATES, '(D)');
  const digest = createHash('md5').update(timeless, 'latin1').digest('hex').toUpperCase();
  return `[<${digest}> <${digest}>]`;
}
