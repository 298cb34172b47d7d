import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Packed, paginate } from './paginate';

const ROOM = 100;

const plain: fc.Arbitrary<readonly Packed[]> = fc
  .record({
    height: fc.integer({ min: 1, max: 90 }),
    gap: fc.integer({ min: 0, max: 20 }),
    keepsNext: fc.boolean(),
  })
  .map((item) => [{ ...item, table: null, isHead: false }]);

/** A table whose rows fit a page under its head. */
const table = fc
  .record({
    head: fc.integer({ min: 1, max: 30 }),
    rows: fc.array(fc.integer({ min: 1, max: 70 }), { minLength: 1, maxLength: 12 }),
  })

  .map(({ head, rows }): readonly Packed[] => [
    { height: head, gap: 5, keepsNext: true, table: 0, isHead: true },
    ...rows.map((height) => ({ height, gap: 0, keepsNext: false, table: 0, isHead: false })),
  ]);

/** Each table has a number of its own. */
const items = fc
  .array(fc.oneof(plain, table), { maxLength: 20 })
  .map((list) => list.flatMap((part, at) => part.map((item) => ({ ...item, table: item.table === null ? null : at }))));

describe('pages', () => {
  it('hold every item once and in order, none below their room, none over another', () => {
    fc.assert(
      fc.property(items, (list) => {
        const pages = paginate(list, ROOM);
        const own = pages.flatMap((page) => page.filter(({ isAgain }) => !isAgain).map(({ index }) => index));
        expect(own).toEqual(list.map((_, at) => at));
        for (const page of pages) {
          expect(page.length).toBeGreaterThan(0);
          let bottom = 0;
          for (const { index, y } of page) {
            expect(y).toBeGreaterThanOrEqual(bottom);
            bottom = y + (list[index]?.height ?? 0);
          }
          expect(bottom).toBeLessThanOrEqual(ROOM);
        }
      }),
    );
  });

  it('begin with the head of a table that runs on, and with it alone again', () => {
    fc.assert(
      fc.property(items, (list) => {
        const heads = new Map(list.flatMap((item, at) => (item.isHead ? [[item.table, at] as const] : [])));
        for (const page of paginate(list, ROOM)) {
          const [first, ...rest] = page;
          expect(rest.some(({ isAgain }) => isAgain)).toBe(false);
          const item = list[(first?.isAgain ? rest[0]?.index : first?.index) ?? 0];
          const runsOn = item !== undefined && item.table !== null && !item.isHead;
          expect(first?.isAgain).toBe(runsOn);
          if (first?.isAgain) expect(first.index).toBe(heads.get(item?.table ?? null));
        }
      }),
    );
  });

  it('never end with a heading whose text is on the next page', () => {
    const heading: Packed = { height: 20, gap: 10, keepsNext: true, table: null, isHead: false };
    const text: Packed = { height: 30, gap: 5, keepsNext: false, table: null, isHead: false };
    const pages = paginate([text, text, heading, text], ROOM);
    expect(pages.map((page) => page.map(({ index }) => index))).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });
});
