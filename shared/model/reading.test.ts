import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences, noteOrigin, sizeOf } from './reading';

interface Entry {
  readonly id: string;
  readonly value: number;
}
type Entries = Readonly<Record<string, Entry>>;

const id = fc.constantFrom('a', 'b', 'c', 'toString', 'e', 'f');
const change = fc.tuple(id, fc.option(fc.integer({ min: 0, max: 3 })));

/** The collection with one entry set, or taken out. */
function changed(all: Entries, [at, value]: readonly [string, number | null]): Entries {
  const { [at]: _, ...others } = all;
  return value === null ? others : { ...all, [at]: { id: at, value } };
}

const sortedIds = (entries: readonly Entry[]) => entries.map((entry) => entry.id).sort();

describe('differences', () => {
  it('finds what went and what came, whether it is told what was changed or has to look', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), fc.array(change, { maxLength: 8 }), (start, changes) => {
        const before = start.reduce(changed, {} as Entries);
        let told = before;
        for (const one of changes) {
          const next = changed(told, one);
          noteOrigin(next, told, new Set([one[0]]));
          // Some are counted as they come, others from what was counted further back.
          if (changes.length % 2 === 0) expect(sizeOf(next)).toBe(Object.keys(next).length);
          told = next;
        }
        const looked = { ...told };
        for (const after of [told, looked]) {
          const found = differences(before, after, 100);
          expect(sizeOf(after)).toBe(Object.keys(after).length);
          const gone = Object.values(before).filter((entry) => after[entry.id] !== entry);
          const come = Object.values(after).filter((entry) => before[entry.id] !== entry);
          expect(sortedIds(found?.gone ?? [])).toEqual(sortedIds(gone));
          expect(sortedIds(found?.come ?? [])).toEqual(sortedIds(come));
        }
      }),
    );
  });

  it('gives up where there are many', () => {
    const all = (value: number): Entries =>
      Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`n${at}`, { id: `n${at}`, value }]));
    expect(differences(all(1), all(2), 5)).toBeNull();
    expect(differences(all(1), {}, 5)).toBeNull();
    expect(differences({}, all(1), 30)?.come).toHaveLength(20);
  });
});
