import { TABLE_LIMITS } from '@shared/table/model';
import { type RowBatch, UnreadableTable } from './rowBatch';
import { type CellFormat, cellFormat, cellText, columnOf } from './workbookCells';
import { unpackPart, type WorkbookPart, workbookParts } from './workbookParts';
import { readXmlPart, xmlReader } from './workbookXml';

export interface SheetRef {
  readonly name: string;
  /** Left out of the tabs of a spreadsheet program. */
  readonly isHidden: boolean;
  readonly part: WorkbookPart;
}

export interface Workbook {
  readonly sheets: readonly SheetRef[];
  readonly texts: readonly string[];
  readonly formats: readonly CellFormat[];
  readonly since1904: boolean;
}

/** Parts that are small in any honest workbook. */
const SMALL = 30_000_000;

/** What a workbook is made of, apart from its cells. */
export function openWorkbook(bytes: Uint8Array): Workbook {
  const parts = workbookParts(bytes);
  const main = parts.get('xl/workbook.xml');
  if (!main) throw new UnreadableTable({ code: 'not-a-workbook' });
  const targets = new Map<string, string>();
  const relations = parts.get('xl/_rels/workbook.xml.rels');
  if (relations)
    readXmlPart(relations, SMALL, {
      open: (name, { Id, Target }) => {
        if (name === 'Relationship' && Id && Target) targets.set(Id, Target);
      },
    });
  const sheets: SheetRef[] = [];
  let since1904 = false;
  readXmlPart(main, SMALL, {
    open: (name, attributes) => {
      if (name === 'workbookPr') since1904 = attributes.date1904 === '1' || attributes.date1904 === 'true';
      if (name !== 'sheet') return;
      const id = attributes['r:id'] ?? Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      const target = targets.get(id) ?? '';
      const part = parts.get(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
      const { name: title = '', state = 'visible' } = attributes;
      if (part && !target.includes('chartsheets')) sheets.push({ name: title, isHidden: state !== 'visible', part });
    },
  });
  if (sheets.length === 0) throw new UnreadableTable({ code: 'no-sheet' });
  return { sheets, since1904, texts: sharedTexts(parts), formats: cellFormats(parts) };
}

function sharedTexts(parts: ReadonlyMap<string, WorkbookPart>): readonly string[] {
  const part = parts.get('xl/sharedStrings.xml');
  const texts: string[] = [];
  if (!part) return texts;
  let text = '';
  let inText = false;
  let phonetic = 0;
  readXmlPart(part, TABLE_LIMITS.textsBytes, {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') phonetic += 1;
      inText = name === 't' && phonetic === 0;
    },
    text: (more) => {
      if (inText) text += more;
    },
    close: (name) => {
      inText = false;
      if (name === 'rPh') phonetic -= 1;
      if (name === 'si') texts.push(text.trim());
    },
  });
  return texts;
}

function cellFormats(parts: ReadonlyMap<string, WorkbookPart>): readonly CellFormat[] {
  const part = parts.get('xl/styles.xml');
  const formats: CellFormat[] = [];
  if (!part) return formats;
  const codes = new Map<number, string>();
  let inCells = false;
  readXmlPart(part, SMALL, {
    open: (name, attributes) => {
      const id = Number(attributes.numFmtId);
      if (name === 'numFmt') codes.set(id, attributes.formatCode ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) formats.push(cellFormat(id, codes.get(id)));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats;
}

/** Rows of a batch: small enough that a look or a cancel is never far. */
const BATCH = 4000;

/** The rows of one sheet, a batch at a time; blank rows are left out. Lines are the numbers that the sheet shows. */
export function* workbookRows({ texts, formats, since1904 }: Workbook, sheet: SheetRef): Generator<RowBatch> {
  let rows: string[][] = [];
  let lines: number[] = [];
  let cells: string[] = [];
  let line = 0;
  let column = -1;
  let type = '';
  let style = 0;
  let value: string | null = null;
  let hasFormula = false;
  let inValue = false;
  const reader = xmlReader({
    open: (name, attributes) => {
      if (name === 'row') {
        cells = [];
        line = Number(attributes.r) || line + 1;
        column = -1;
      } else if (name === 'c') {
        column = attributes.r ? columnOf(attributes.r) : column + 1;
        if (column >= 16_384) throw new UnreadableTable({ code: 'damaged' });
        type = attributes.t ?? 'n';
        style = Number(attributes.s ?? -1);
        value = null;
        hasFormula = false;
      } else if (name === 'f') hasFormula = true;
      else if (name === 'v' || name === 't') {
        inValue = true;
        value ??= '';
      } else if (name === 'rPh') inValue = false;
    },
    text: (text) => {
      if (inValue && (value?.length ?? 0) <= TABLE_LIMITS.cellChars) value = (value ?? '') + text;
    },
    close: (name) => {
      if (name === 'v' || name === 't') inValue = false;
      else if (name === 'c') {
        const text = cellText({ type, value, hasFormula, format: formats[style] ?? 'plain' }, texts, since1904).trim();
        if (text === '') return;
        while (cells.length < column) cells.push('');
        cells[column] = text;
      } else if (name === 'row' && cells.length > 0) {
        rows.push(cells);
        lines.push(line);
      }
    },
  });
  for (const { bytes, done } of unpackPart(sheet.part, TABLE_LIMITS.partBytes)) {
    reader.push(bytes);
    if (rows.length < BATCH) continue;
    yield { rows, lines, broken: [], done };
    rows = [];
    lines = [];
  }
  reader.end();
  yield { rows, lines, broken: [], done: sheet.part.packed.length };
}

/** Whether a sheet has at least so many rows that are not blank. */
export function hasRows(workbook: Workbook, sheet: SheetRef, atLeast: number): boolean {
  let found = 0;
  for (const { rows } of workbookRows(workbook, sheet)) {
    found += rows.length;
    if (found >= atLeast) return true;
  }
  return false;
}
