import { strToU8, zipSync } from 'fflate';
import { guarded } from './formulaSafe';

/** A sheet of a workbook: a row of headings, then the others. */
export interface XlsxSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  /** Columns whose cells are numbers, counted from 0. */
  readonly numbers: ReadonlySet<number>;
}

/** A workbook of one sheet. */
export const xlsxBytes = (rows: XlsxSheet['rows'], name: string, numbers: XlsxSheet['numbers']): Uint8Array =>
  workbookBytes([{ name, rows, numbers }]);

/**
 * A workbook (Office Open XML, ECMA-376 part 1): text in place of shared strings, numbers as numbers, the first row of each sheet fixed and bold. No cell holds a formula, and none
 * becomes one when it is edited: what would begin one is guarded as in a CSV. Names of sheets must differ.
 */
export function workbookBytes(sheets: readonly XlsxSheet[]): Uint8Array {
  const paths = sheets.map((_, at) => `worksheets/sheet${at + 1}.xml`);
  const overrides = paths.map((path) => `<Override PartName="/xl/${path}" ContentType="${SHEETML}.worksheet+xml"/>`);
  const listed = sheets.map(
    ({ name }, at) => `<sheet name="${escaped(sheetTitle(name))}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEETML}.sheet.main+xml"/>${overrides.join('')}<Override PartName="/xl/styles.xml" ContentType="${SHEETML}.styles+xml"/></Types>`,
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...paths.map((path) => ['worksheet', path] as const),
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/><xf fontId="1" xfId="0" applyFont="1"/><xf numFmtId="49" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`,
  };
  for (const [at, sheet] of sheets.entries()) parts[`xl/${paths[at]}`] = sheetXml(sheet);
  const files = Object.entries(parts).map(([name, xml]) => [
    name,
    strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`),
  ]);
  // One date for every file, so that the same rows are the same bytes.
  return zipSync(Object.fromEntries(files), { mtime: '1980-01-01T00:00:00' });
}

function sheetXml({ rows, numbers }: XlsxSheet): string {
  const sheetRows = rows.map((cells, at) => {
    const filled = cells.map((cell, column) => cellXml(cell, at, column, at > 0 && numbers.has(column)));
    return `<row r="${at + 1}">${filled.join('')}</row>`;
  });
  const widths = (rows[0] ?? []).map(
    (_, at) => `<col min="${at + 1}" max="${at + 1}" width="${widthOf(rows, at)}" customWidth="1"/>`,
  );
  return `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>${sheetRows.join('')}</sheetData></worksheet>`;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEETML = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const relations = (list: readonly (readonly [string, string])[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML knows no other control characters, whatever the text has.
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

const escaped = (text: string): string =>
  text
    .replace(NOT_XML, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');

/** Letters of a column counted from 0: A, B, … Z, AA. */
function letters(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return `${rest >= 0 ? letters(rest) : ''}${String.fromCharCode(65 + (column % 26))}`;
}

const NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i;

function cellXml(cell: string, row: number, column: number, isNumber: boolean): string {
  if (cell === '') return '';
  const at = `${letters(column)}${row + 1}`;
  if (isNumber && NUMBER.test(cell)) return `<c r="${at}"><v>${cell}</v></c>`;
  return `<c r="${at}" s="${row === 0 ? 1 : 2}" t="inlineStr"><is><t xml:space="preserve">${escaped(guarded(cell))}</t></is></c>`;
}

/** As wide as its words, within what a screen shows. */
const widthOf = (rows: readonly (readonly string[])[], column: number): number =>
  Math.min(46, Math.max(9, ...rows.slice(0, 200).map((cells) => Math.min(46, (cells[column] ?? '').length + 2))));

/** A name that a sheet may have: 31 signs, none of those that formulas use. */
const sheetTitle = (name: string): string =>
  name
    .replace(/[\\/?*[\]:']/g, ' ')
    .trim()
    .slice(0, 31) || 'Personarium';
