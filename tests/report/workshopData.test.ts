import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { openWorkbook, workbookRows } from '../../renderer/tables/workbookRows';
import type { JourneyMapDoc } from '../../shared/boards/journey-map/model';
import { csvBytes } from '../../shared/exchange/csvText';
import { guarded, unguarded } from '../../shared/exchange/formulaSafe';
import { workbookBytes } from '../../shared/exchange/xlsx';
import { workshopTables } from '../../shared/report/data/workshopTables';
import type { ReportSource } from '../../shared/report/model';
import { arbitraryEmpathyMap } from '../support/arbitraryEmpathyMap';
import { arbitraryJourneyMap } from '../support/arbitraryJourneyMap';
import { sampleReportSource } from '../support/sampleReport';

type Rows = readonly (readonly string[])[];

const withoutGuards = (rows: Rows): Rows => rows.map((cells) => cells.map(unguarded));
/** Rows as long as their headings: a workbook leaves empty cells at the end out. */
const filled = (rows: Rows): Rows => rows.map((cells) => (rows[0] ?? []).map((_, at) => cells[at] ?? ''));

function sheetsOf(bytes: Uint8Array): Readonly<Record<string, Rows>> {
  const workbook = openWorkbook(bytes);
  return Object.fromEntries(
    workbook.sheets.map((sheet) => [
      sheet.name,
      filled(withoutGuards([...workbookRows(workbook, sheet)].flatMap(({ rows }) => rows))),
    ]),
  );
}

const rowsOfCsv = (bytes: Uint8Array, delimiter: string): Rows =>
  Papa.parse<string[]>(strFromU8(bytes).replace(/^\uFEFF/, ''), { delimiter, skipEmptyLines: true }).data;

const tablesAsSheets = (source: ReportSource, lang: 'fr' | 'en') =>
  workshopTables(source, lang).map(({ title, rows, numbers }) => ({ name: title, rows, numbers }));

const sourceOf = (...docs: readonly object[]): ReportSource => ({
  ...sampleReportSource('fr'),
  boards: docs.map((doc, at) => ({
    id: `b${at}`,
    kind: (doc as JourneyMapDoc).kind,
    title: '=tab',
    doc,
  })) as unknown as ReportSource['boards'],
});

describe('the data of a workshop', () => {
  it('are five sheets of every board, in the words of a language', () => {
    const sheets = sheetsOf(workbookBytes(tablesAsSheets(sampleReportSource('fr'), 'fr')));
    expect(Object.keys(sheets)).toEqual(['Notes', 'Points de contact', 'Indicateurs', 'Opportunités', 'Émotions']);
    const [head = [], ...notes] = sheets.Notes ?? [];
    expect(head.slice(0, 7)).toEqual(['Tableau', 'Étape', 'Moment n°', 'Moment', 'Ligne', 'Persona', 'Texte']);
    const pain = notes.find((cells) => cells.includes('Des fiches techniques illisibles'));
    expect(pain?.slice(0, 2)).toEqual(['Changer de chaussures de course', 'Considération']);
    expect(notes.some((cells) => cells.includes('Dans la tête de Solène'))).toBe(true);
    expect(sheets.Indicateurs?.flat()).toContain('Forum d’avis');
    expect(sheets.Émotions?.some((cells) => cells.includes('Quatorze modèles, zéro réponse.'))).toBe(true);
    const english = workshopTables(sampleReportSource('en'), 'en').map(({ title }) => title);
    expect(english).toEqual(['Notes', 'Touchpoints', 'Indicators', 'Opportunities', 'Emotions']);
  });

  it('come back equal from a workbook and from CSV, whatever the boards', () => {
    fc.assert(
      fc.property(
        arbitraryJourneyMap({ stages: 3, steps: 3, notes: 8 }),
        arbitraryEmpathyMap({ notes: 8, byHand: false }),
        (journey, empathy) => {
          const source = sourceOf(journey, empathy);
          const tables = workshopTables(source, 'fr');
          const notes = Object.keys(journey.notes).length + Object.keys(empathy.notes).length;
          expect(tables[0]?.rows).toHaveLength(notes + 1);
          const sheets = sheetsOf(workbookBytes(tablesAsSheets(source, 'fr')));
          for (const { title, rows, numbers } of tables) {
            expect(sheets[title]).toEqual(rows);
            expect(withoutGuards(rowsOfCsv(csvBytes(rows, 'en', numbers), ','))).toEqual(rows);
            const french = withoutGuards(rowsOfCsv(csvBytes(rows, 'fr', numbers), ';'));
            const dotted = french.map((cells, row) =>
              cells.map((cell, at) => (row > 0 && numbers.has(at) ? cell.replace(',', '.') : cell)),
            );
            expect(dotted).toEqual(rows);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('hold no formula, in no cell of either', () => {
    const source = sampleReportSource('fr');
    const evil = ["=cmd|'/C calc'!A0", '+1+1', '-2+3', '@SUM(A1)', '\t=1', '＝1'];
    const boards = source.boards.map((board) => {
      const doc = structuredClone(board.doc) as unknown as { notes: Record<string, { text: string; source: string }> };
      for (const [at, note] of Object.values(doc.notes ?? {}).entries()) {
        note.text = evil[at % evil.length] ?? '';
        note.source = evil[(at + 1) % evil.length] ?? '';
      }
      return { ...board, doc: doc as unknown as typeof board.doc };
    });
    const bytes = workbookBytes(tablesAsSheets({ ...source, boards }, 'fr'));
    const xml = Object.values(unzipSync(bytes))
      .map((part) => strFromU8(part))
      .join('');
    expect(xml).not.toMatch(/<f[ >]/);
    for (const text of evil) expect(xml).not.toContain(`<t xml:space="preserve">${text}`);
    for (const { rows, numbers } of workshopTables({ ...source, boards }, 'fr'))
      for (const cell of rowsOfCsv(csvBytes(rows, 'fr', numbers), ';').flat())
        if (!/^-?[\d,]+$/.test(cell)) expect(cell, cell).toBe(guarded(unguarded(cell)));
  });
});
