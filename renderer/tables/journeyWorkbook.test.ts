import type { Id, NewId } from '@shared/base/ids';
import type { JourneyMapDoc, Note } from '@shared/boards/journey-map/model';
import { NUMBER_COLUMNS } from '@shared/exchange/journeyColumns';
import { journeyFromRows, journeyRows } from '@shared/exchange/journeyRows';
import { xlsxBytes } from '@shared/exchange/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryJourneyMap } from '../../tests/support/arbitraryJourneyMap';
import { openWorkbook, workbookRows } from './workbookRows';

function counter(): NewId {
  let count = 0;
  return <T extends Id<string>>() => `id${++count}` as T;
}

function rowsOf(bytes: Uint8Array): readonly (readonly string[])[] {
  const workbook = openWorkbook(bytes);
  const [sheet] = workbook.sheets;
  return sheet ? [...workbookRows(workbook, sheet)].flatMap(({ rows }) => rows) : [];
}

const withoutPictures = (doc: JourneyMapDoc): JourneyMapDoc => ({
  ...doc,
  notes: Object.fromEntries(
    Object.entries<Note>(doc.notes).map(([id, note]) => [id, { ...note, image: null }]),
  ) as JourneyMapDoc['notes'],
});

describe('a journey as a workbook', () => {
  it('comes back equal, whatever the map', () => {
    fc.assert(
      fc.property(arbitraryJourneyMap({ stages: 3, steps: 3, notes: 6 }), (doc) => {
        if (Object.keys(doc.stages).length === 0) return;
        const rows = rowsOf(xlsxBytes(journeyRows(doc, 'fr'), 'Parcours', NUMBER_COLUMNS));
        const read = journeyFromRows(rows, counter(), 'a.xlsx');
        expect(read.ok && read.value).toEqual(withoutPictures(doc));
      }),
      { numRuns: 50 },
    );
  });

  it('comes back equal when a text is longer than a cell may be', () => {
    const long = '"'.repeat(19_000);
    fc.assert(
      fc.property(arbitraryJourneyMap({ stages: 1, steps: 1, notes: 2 }), (map) => {
        const [id] = Object.keys(map.notes) as (keyof JourneyMapDoc['notes'])[];
        const note = id && map.notes[id];
        if (!id || !note) return;
        const doc = withoutPictures({ ...map, notes: { ...map.notes, [id]: { ...note, text: long } } });
        const rows = rowsOf(xlsxBytes(journeyRows(doc, 'en'), 'Journey', NUMBER_COLUMNS));
        expect(Math.max(...rows.flat().map((cell) => cell.length))).toBeLessThanOrEqual(32_767);
        const read = journeyFromRows(rows, counter(), 'a.xlsx');
        expect(read.ok && read.value).toEqual(doc);
      }),
      { numRuns: 10 },
    );
  });
});
