import { strToU8, zipSync } from 'fflate';
import { escapeXml } from '../../scene/svgShapes';
import type { Report } from '../model';
import type { ReportSheet } from '../pages/pageType';
import { reportWords } from '../reportWords';
import { DocxBody, type DocxPictures, runningXml } from './docxBody';
import { stylesXml } from './docxStyles';

const WORDML = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const SPACES = [
  `xmlns:w="${WORDML}"`,
  `xmlns:r="${RELATIONS}"`,
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
].join(' ');

const LANGUAGES = { fr: 'fr-FR', en: 'en-GB' } as const;

export interface DocxRequest {
  readonly sheet: ReportSheet;
  /** Boards and personas as they are drawn; what has none is written in words alone. */
  readonly pictures: DocxPictures;
  /** Pages that headings will stand on, by their id, for the contents. */
  readonly pageOf: ReadonlyMap<string, number>;
  /** Day that the file is dated, `YYYY-MM-DD`: the same input gives the same bytes. */
  readonly today: string;
}

/**
 * A report as a document of a word processor (Office Open XML, ECMA-376 part 1, transitional): headings are headings, tables are tables, page numbers of the contents are fields,
 * text is text in its language. Boards are pictures with what they say behind them.
 */
export function reportDocx(report: Report, { sheet, pictures, pageOf, today }: DocxRequest): Uint8Array {
  const r = reportWords(report.lang);
  const body = new DocxBody(sheet, pictures, pageOf);
  const text = body.write(report, r);
  const language = LANGUAGES[report.lang];
  const moment = `${today}T00:00:00Z`;
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': contentTypes(),
    '_rels/.rels': relations([
      ['rId1', `${RELATIONS}/officeDocument`, 'word/document.xml'],
      ['rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
      ['rId3', `${RELATIONS}/extended-properties`, 'docProps/app.xml'],
    ]),
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(`${report.title}, ${r('title').toLocaleLowerCase(report.lang)}`)}</dc:title><dc:creator>Personarium</dc:creator><dc:language>${language}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${moment}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${moment}</dcterms:modified></cp:coreProperties>`,
    'docProps/app.xml':
      '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Personarium</Application></Properties>',
    'word/document.xml': `<w:document ${SPACES}><w:body>${text}</w:body></w:document>`,
    'word/styles.xml': stylesXml(language),
    'word/numbering.xml': numbering(),
    'word/settings.xml': `<w:settings xmlns:w="${WORDML}"><w:defaultTabStop w:val="708"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="${language}"/></w:settings>`,
    'word/header.xml': `<w:hdr ${SPACES}>${runningXml.header(report, r)}</w:hdr>`,
    'word/footer.xml': `<w:ftr ${SPACES}>${runningXml.footer(r)}</w:ftr>`,
    'word/_rels/document.xml.rels': relations([
      ['rIdStyles', `${RELATIONS}/styles`, 'styles.xml'],
      ['rIdNumbering', `${RELATIONS}/numbering`, 'numbering.xml'],
      ['rIdSettings', `${RELATIONS}/settings`, 'settings.xml'],
      ['rIdHeader', `${RELATIONS}/header`, 'header.xml'],
      ['rIdFooter', `${RELATIONS}/footer`, 'footer.xml'],
      ...body.pictures.map(
        (_, at) => [`rIdPicture${at + 1}`, `${RELATIONS}/image`, `media/picture${at + 1}.png`] as const,
      ),
    ]),
  };
  const texts = Object.entries(parts).map(([name, inside]) => [
    name,
    strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${inside}`),
  ]);
  const images = body.pictures.flatMap((id, at) => {
    const picture = pictures.get(id);
    // They are packed already.
    return picture ? [[`word/media/picture${at + 1}.png`, [picture.png, { level: 0 }]] as const] : [];
  });
  // One date for every file, so that the same report is the same bytes.
  return zipSync(Object.fromEntries([...texts, ...images]), { mtime: '1980-01-01T00:00:00' });
}

function contentTypes(): string {
  const overrides = ['document.main', 'styles', 'numbering', 'settings', 'header', 'footer'].map((name) => {
    const [file] = name.split('.');
    return `<Override PartName="/word/${file}.xml" ContentType="${CONTENT}.${name}+xml"/>`;
  });
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>${overrides.join('')}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>`;
}

const relations = (list: readonly (readonly [string, string, string])[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${list
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

/** One list with a bullet. */
const numbering = (): string =>
  `<w:numbering xmlns:w="${WORDML}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="284" w:hanging="227"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
