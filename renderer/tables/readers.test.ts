import { NO_FILTER } from '@shared/table/filter';
import { TABLE_LIMITS } from '@shared/table/model';
import { viewTable } from '@shared/table/view';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { createCutter } from './csvRows';
import { columnNames, type LoadListener, loadTable } from './loadTable';
import { type FileSettings, RECOGNISE } from './protocol';
import { UnreadableTable } from './rowBatch';
import { cellFormat, columnOf, serialDate } from './workbookCells';

const QUIET: LoadListener = { preview: () => {}, progress: () => {} };
const load = (content: BlobPart | readonly BlobPart[], settings: Partial<FileSettings> = {}) =>
  loadTable(
    {
      file: new Blob(Array.isArray(content) ? [...content] : [content as BlobPart]),
      settings: { ...RECOGNISE, ...settings },
      chosen: [],
      unnamed: 'Colonne #',
    },
    QUIET,
  );
const problemOf = (reading: Promise<unknown>) =>
  reading.then(
    () => null,
    (error: unknown) => (error instanceof UnreadableTable ? error.problem : error),
  );
const cellsOf = ({ table }: Awaited<ReturnType<typeof load>>) =>
  Array.from({ length: table.rows }, (_, row) => table.stores.map((store) => store.values[store.codes[row]!]!));
const refusals = ({ table }: Awaited<ReturnType<typeof load>>) =>
  viewTable(table, NO_FILTER, 1000).view.refusals.map(({ line, fault }) => [line, fault.code]);

describe('text files', () => {
  const french = 'ville;dépense\nRezé;12,5\nNantes;7\n';
  const latin = Uint8Array.from(french, (sign) => sign.charCodeAt(0));
  const mac = latin.map((byte) => (byte === 0xe9 ? 0x8e : byte));
  const utf16 = (little: boolean) =>
    Uint8Array.from(
      [...`\uFEFF${french}`].flatMap((sign) => {
        const code = sign.charCodeAt(0);
        return little ? [code & 255, code >> 8] : [code >> 8, code & 255];
      }),
    );

  it.each([
    ['UTF-8', new TextEncoder().encode(french)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${french}`)],
    ['Windows-1252', latin],
    ['Mac Roman', mac],
    ['UTF-16 LE', utf16(true)],
    ['UTF-16 BE', utf16(false)],
    ['carriage returns', new TextEncoder().encode(french.replace(/\n/g, '\r\n'))],
    ['old carriage returns', new TextEncoder().encode(french.replace(/\n/g, '\r'))],
    ['no line end', new TextEncoder().encode(french.trimEnd())],
    ['blank lines', new TextEncoder().encode(french.replace(/\n/g, '\n\n \n'))],
    ['a line that names the separator', new TextEncoder().encode(`sep=;\r\n${french}`)],
  ])('are read in %s', async (_, bytes) => {
    const loaded = await load(bytes);
    expect(loaded.table.names).toEqual(['ville', 'dépense']);
    expect(cellsOf(loaded)).toEqual([
      ['Rezé', '12,5'],
      ['Nantes', '7'],
    ]);
  });

  it.each([
    ['windows-1252', latin],
    ['macintosh', mac],
  ])('that look like ASCII at first are read as %s when they turn out not to be UTF-8', async (encoding, bytes) => {
    const ascii = new TextEncoder().encode(`ville;n\n${'Nantes;1\n'.repeat(40_000)}`);
    const loaded = await load([ascii, bytes.subarray(french.indexOf('\n') + 1)]);
    expect(loaded.facts.encoding).toBe(encoding);
    expect(cellsOf(loaded).at(-2)).toEqual(['Rezé', '12,5']);
  });

  it('keep the line of every row, whatever is inside quotes', async () => {
    const loaded = await load('a;b\n"une\ncellule";1\nx;y;z\n"dite ""ainsi""";2\n\nseule\nfin;3\n');
    expect([...loaded.table.lines.slice(0, 3)]).toEqual([2, 5, 8]);
    expect(loaded.table.broken.map(({ line, fault }) => [line, fault.code])).toEqual([
      [4, 'too-many-fields'],
      [7, 'too-few-fields'],
    ]);
    expect(cellsOf(loaded)[1]).toEqual(['dite "ainsi"', '2']);
  });

  it('give a quote that never closes its own line, not the rest of the file', async () => {
    const loaded = await load('a;b\n1;2\n"ouvert;3\n4;5\n6;7\n');
    expect(cellsOf(loaded)).toEqual([
      ['1', '2'],
      ['4', '5'],
      ['6', '7'],
    ]);
    expect(refusals(loaded)).toEqual([[3, 'unclosed-quote']]);
    const large = await load(`a;b\n"ouvert;3\n${'4;5\n'.repeat(400_000)}`);
    expect(large.table.rows).toBe(400_000);
    expect(refusals(large)).toEqual([[2, 'unclosed-quote']]);
  });

  it('refuse a cell of ten million characters, and go on', async () => {
    const loaded = await load(`a;b\n1;2\n${'x'.repeat(10_000_000)};3\n4;5\n`);
    expect(cellsOf(loaded)).toEqual([
      ['1', '2'],
      ['4', '5'],
    ]);
    expect(refusals(loaded)).toEqual([[3, 'row-too-long']]);
    expect(refusals(await load(`a;b\n1;2\n${'x'.repeat(40_000)};3\n`))).toEqual([[3, 'cell-too-long']]);
  });

  it('say what is wrong with what is no table', async () => {
    expect(await problemOf(load(''))).toEqual({ code: 'empty' });
    expect(await problemOf(load('\n\n \n'))).toEqual({ code: 'empty' });
    expect(await problemOf(load('a;b\n'))).toEqual({ code: 'no-rows' });
    expect(await problemOf(load('a;b\n1;\0;2\n'))).toEqual({ code: 'binary' });
    expect(await problemOf(load(`a;b\n${'1;2\n'.repeat(100_000)}\0`))).toEqual({ code: 'binary' });
    const wide = Array.from({ length: 5000 }, (_, at) => `c${at}`).join(';');
    expect(await problemOf(load(`${wide}\n${wide}\n`))).toEqual({
      code: 'too-many-columns',
      limit: TABLE_LIMITS.columns,
    });
    expect(await problemOf(load(`a;b\n${'"x\n'.repeat(3000)}`))).toMatchObject({ code: 'quotes' });
    expect(await problemOf(load(`a\n${'1\n'.repeat(TABLE_LIMITS.rows + 1)}`))).toEqual({
      code: 'too-many-rows',
      limit: TABLE_LIMITS.rows,
    });
  });

  it('begin below their titles, on the lines that the file has', async () => {
    const titled = 'Enquête 2026\n\nville;dépense\nRezé;12,5\nNantes;7;8\nVertou;3\n';
    const loaded = await load(titled);
    expect(loaded.facts).toMatchObject({ delimiter: ';', firstLine: 3, header: true });
    expect(loaded.table.names).toEqual(['ville', 'dépense']);
    expect([...loaded.table.lines.slice(0, 2)]).toEqual([4, 6]);
    expect(refusals(loaded)).toEqual([[5, 'too-many-fields']]);
    expect((await load(titled, { firstLine: 4 })).table.names).toEqual(['Colonne 1', 'Colonne 2']);
    expect((await load(titled, { firstLine: 900 })).facts.firstLine).toBe(5);
    const cell = (text: string) => `<c t="str"><v>${text}</v></c>`;
    const rows = `<row r="1">${cell('Enquête')}</row>${[3, 4, 5].map((row) => `<row r="${row}">${cell('x')}${cell('y')}</row>`).join('')}`;
    expect((await load(workbook({ A: SHEET(rows) }))).facts.firstLine).toBe(3);
  });

  it('of one column may have decimal commas', async () => {
    const loaded = await load('depense\n20,5\n30,25\n');
    expect([loaded.table.names, cellsOf(loaded)]).toEqual([['depense'], [['20,5'], ['30,25']]]);
  });

  it('never run what looks like a formula: it is text', async () => {
    expect(cellsOf(await load('a;b\n=cmd|calc!A1;@x\n'))).toEqual([['=cmd|calc!A1', '@x']]);
  });

  it('are cut the same way however they come in pieces', () => {
    const field = fc.oneof(fc.constantFrom('', 'a', 'b c', '1;2', 'd"e', 'f\ng'), fc.string({ maxLength: 5 }));
    fc.assert(
      fc.property(
        fc.array(fc.array(field, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 12 }),
        fc.array(fc.nat({ max: 60 }), { maxLength: 6 }),
        (rows, cuts) => {
          const clean = rows.map((row) => row.map((text) => text.replace(/[\r\0\uFEFF]/g, ' ')));
          const text = Papa.unparse(clean, { delimiter: ';', newline: '\n', quotes: true });
          const cut = createCutter({ delimiter: ';', newline: '\n' });
          const places = [0, ...cuts.map((at) => at % (text.length + 1)), text.length].sort((a, b) => a - b);
          const read = places
            .slice(1)
            .flatMap((end, at) => cut(text.slice(places[at], end), at === places.length - 2).rows);
          expect(read).toEqual(clean);
        },
      ),
    );
  });
});

const xml = (body: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${body}`);
const SHEET = (rows: string) =>
  xml(
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
  );
const workbook = (
  sheets: Record<string, Uint8Array>,
  more: Record<string, Uint8Array> = {},
  hidden: readonly string[] = [],
) => {
  const names = Object.keys(sheets);
  return zipSync({
    '[Content_Types].xml': xml('<Types/>'),
    'xl/workbook.xml': xml(
      `<workbook xmlns:r="r"><sheets>${names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"${hidden.includes(name) ? ' state="hidden"' : ''}/>`).join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': xml(
      `<Relationships>${names.map((_, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}</Relationships>`,
    ),
    ...Object.fromEntries(names.map((name, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheets[name]!])),
    ...more,
  }) as Uint8Array<ArrayBuffer>;
};

describe('workbooks', () => {
  const styles = xml(
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="#,##0.00\\ [$€-40C]"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="164"/></cellXfs></styleSheet>',
  );
  const texts = xml('<sst><si><t>ville</t></si><si><r><t>Nan</t></r><r><t>tes</t></r><rPh><t>x</t></rPh></si></sst>');
  const rows = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>achat</t></is></c><c r="C1" t="str"><v>taux</v></c><c r="D1" t="str"><v>prix</v></c></row>
    <row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" s="1"><v>46307</v></c><c r="C3" s="2"><v>0.125</v></c><c r="D3" s="3"><f>A1*2</f><v>149.9</v></c></row>
    <row r="4"><c r="A4" t="s"><v>1</v></c><c r="C4"><f>1/0</f><v/></c><c r="D4" t="e"><v>#DIV/0!</v></c></row>
    <row r="5"><c r="A5" t="s"><v>1</v></c><c r="C5" s="2"><v>0.5</v></c><c r="D5"><f>SUM(A1)</f></c></row>`;

  it('are read with shared texts, dates, shares, currencies and results of formulas', async () => {
    const loaded = await load(
      workbook({ Clients: SHEET(rows) }, { 'xl/styles.xml': styles, 'xl/sharedStrings.xml': texts }),
    );
    expect(loaded.facts).toMatchObject({ kind: 'xlsx', sheets: ['Clients'], sheet: 'Clients', header: true });
    expect(loaded.table.names).toEqual(['ville', 'achat', 'taux', 'prix']);
    expect(cellsOf(loaded)[0]).toEqual(['Nantes', '2026-10-12', '12.5 %', '149.9 €']);
    const { table } = loaded;
    table.choose(3, { ...table.readings[3]!, type: 'number', decimal: 'point' });
    expect(refusals(loaded)).toEqual([
      [4, 'formula-error'],
      [5, 'formula-without-value'],
    ]);
  });

  it('give the first sheet, or the one asked for', async () => {
    const sheet = (name: string) =>
      SHEET(`<row r="1"><c r="A1" t="str"><v>${name}</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>`);
    const bytes = workbook({ Un: sheet('premier'), Deux: sheet('second') });
    expect((await load(bytes)).table.names).toEqual(['premier']);
    expect((await load(bytes, { sheet: 'Deux' })).table.names).toEqual(['second']);
  });

  it('give the first visible sheet that has data; one that is empty says so and names the others', async () => {
    const data = SHEET('<row r="1"><c t="str"><v>age</v></c></row><row r="2"><c><v>36</v></c></row>');
    const cover = SHEET('<row r="1"><c t="str"><v>Enquête</v></c></row>');
    const sheets = { Garde: SHEET(''), Titre: cover, Calculs: data, Réponses: data };
    const bytes = workbook(sheets, {}, ['Calculs']);
    expect((await load(bytes)).facts).toMatchObject({ sheet: 'Réponses', sheets: Object.keys(sheets) });
    expect(await load(bytes, { sheet: 'Garde' }).catch((error) => error)).toMatchObject({
      problem: { code: 'empty-sheet' },
      choice: { sheet: 'Garde', sheets: Object.keys(sheets) },
    });
    expect((await load(workbook({ Garde: SHEET(''), Calculs: data }, {}, ['Calculs']))).facts.sheet).toBe('Calculs');
    expect(await problemOf(load(workbook({ A: SHEET(''), B: SHEET('') })))).toEqual({ code: 'empty' });
  });

  it('say what is wrong with what is no workbook, and stop what grows without end', async () => {
    expect(await problemOf(load(zipSync({ 'a.txt': strToU8('x') }) as Uint8Array<ArrayBuffer>))).toEqual({
      code: 'not-a-workbook',
    });
    expect(await problemOf(load(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2)))).toEqual({ code: 'old-excel' });
    const whole = workbook({ A: SHEET(rows) });
    expect(await problemOf(load(whole.slice(0, whole.length - 40)))).toEqual({ code: 'damaged' });
    expect(await problemOf(load(workbook({ A: xml('<worksheet><sheetData><row><c>') })))).toEqual({ code: 'damaged' });
    expect(
      await problemOf(
        load(
          workbook({
            A: xml(
              '<!DOCTYPE x [<!ENTITY a "b">]><worksheet><sheetData><row><c t="str"><v>&a;</v></c></row></sheetData></worksheet>',
            ),
          }),
        ),
      ),
    ).toEqual({
      code: 'damaged',
    });
    const bomb = workbook({ A: SHEET(`<row r="1"><c t="str"><v>a</v></c></row>${' '.repeat(200_000_000)}`) });
    expect(bomb.length).toBeLessThan(400_000);
    expect(await problemOf(load(bomb))).toMatchObject({ code: 'bomb' });
    const wide = `<row r="1">${Array.from({ length: 5000 }, (_, at) => `<c t="str"><v>c${at}</v></c>`).join('')}</row>`;
    expect(await problemOf(load(workbook({ A: SHEET(wide) })))).toEqual({
      code: 'too-many-columns',
      limit: TABLE_LIMITS.columns,
    });
  });

  it('survive any damage of their bytes with a sentence', async () => {
    const whole = workbook({ A: SHEET(rows) }, { 'xl/styles.xml': styles, 'xl/sharedStrings.xml': texts });
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 }), async (at, byte) => {
        const hurt = whole.slice();
        hurt[at] = byte;
        const problem = await problemOf(load(hurt));
        expect(problem === null || (typeof problem === 'object' && 'code' in problem)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('know the calendars, formats and references of Excel', () => {
    expect(serialDate(1, false)).toBe('1900-01-01');
    expect(serialDate(59, false)).toBe('1900-02-28');
    expect(serialDate(61, false)).toBe('1900-03-01');
    expect(serialDate(46307.75, false)).toBe('2026-10-12');
    expect(serialDate(46307 - 1462, true)).toBe('2026-10-12');
    expect(cellFormat(14, undefined)).toBe('date');
    expect(cellFormat(170, 'dd/mm/yyyy;@')).toBe('date');
    expect(cellFormat(171, '0.0%')).toBe('percent');
    expect(cellFormat(172, '#,##0 "days"')).toBe('plain');
    expect(cellFormat(173, '[Red]0.00')).toBe('plain');
    expect([columnOf('A1'), columnOf('Z9'), columnOf('AA10'), columnOf('XFD1')]).toEqual([0, 25, 26, 16_383]);
  });
});

it('gives every column a name of its own', () => {
  expect(columnNames(['age', '', 'age', ' ville  de\nnaissance '], true, 'Colonne #')).toEqual([
    'age',
    'Colonne 2',
    'age (2)',
    'ville de naissance',
  ]);
  expect(columnNames(['12', '13'], false, 'Column #')).toEqual(['Column 1', 'Column 2']);
});
