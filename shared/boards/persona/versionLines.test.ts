import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type VersionLine, type VersionStamp, versionLines } from './versionLines';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 26, 18);

const stamps = (ages: readonly number[], names: readonly string[] = []): readonly VersionStamp[] =>
  [...ages]
    .sort((a, b) => b - a)
    .map((age, at) => ({ id: `v${at + 1}`, number: at + 1, at: NOW - age, name: names[at] ?? '' }));

const arbitrary = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 3 * 365 * DAY }), fc.constantFrom('', '', '', 'Après les entretiens')), {
    maxLength: 300,
  })
  .map((all) =>
    stamps(
      all.map(([age]) => age),
      all.map(([, name]) => name),
    ),
  );

const lines = (versions: readonly VersionStamp[], open: readonly string[] | 'all' = [], chosen = '') =>
  versionLines(versions, {
    isOpen: (fold) => open === 'all' || open.includes(fold),
    isChosen: ({ id }) => id === chosen,
    now: NOW,
  });
const shown = (all: readonly VersionLine<VersionStamp>[]) =>
  all.flatMap((line) => (line.kind === 'version' ? [line.version] : []));
const numbers = (all: readonly VersionLine<VersionStamp>[]) => shown(all).map(({ number }) => number);

describe('the lines of the list of versions', () => {
  it('show everything of the last hour, then the last of a quarter, a day, a week, a month', () => {
    const minutes = stamps(Array.from({ length: 60 }, (_, at) => at * 59_000));
    expect(lines(minutes)).toHaveLength(60);
    const lastDay = lines(stamps(Array.from({ length: 23 * 60 }, (_, at) => HOUR + at * MINUTE)));
    expect(shown(lastDay).length).toBeLessThanOrEqual(23 * 4 + 3);
    const year = lines(stamps(Array.from({ length: 365 * 4 }, (_, at) => at * 6 * HOUR)));
    expect(shown(year).length).toBeGreaterThan(30 + 47);
    expect(shown(year).length).toBeLessThan(4 + 31 + 50 + 5);
  });

  it('stand for each version once: itself, or one fold that counts it', () => {
    fc.assert(
      fc.property(arbitrary, (versions) => {
        const all = lines(versions);
        const folded = all.reduce((sum, line) => sum + (line.kind === 'fold' ? line.count : 0), 0);
        expect(shown(all).length + folded).toBe(versions.length);
        const ids = new Set(shown(all).map(({ id }) => id));
        const always = [versions[0], versions.at(-1), ...versions.filter(({ name }) => name !== '')];
        for (const one of always) if (one) expect(ids.has(one.id)).toBe(true);
      }),
    );
  });

  it('show every version, latest first, once every fold is opened', () => {
    fc.assert(
      fc.property(arbitrary, (versions) => {
        const all = lines(versions, 'all');
        expect(numbers(all)).toEqual(versions.map(({ number }) => number).reverse());
        const told = all.flatMap((line) => (line.kind === 'version' ? [line.before?.number ?? 0] : []));
        expect(told).toEqual(versions.map(({ number }) => number - 1).reverse());
      }),
    );
  });

  it('are never more than a few hundred, also when a fold of many is opened', () => {
    // Every ten seconds of a day's work, half a year ago.
    const versions = stamps(Array.from({ length: 2800 }, (_, at) => 180 * DAY + at * 10_000));
    const first = lines(versions).find((line) => line.kind === 'fold');
    expect(first).toMatchObject({ count: 2798, isOpen: false, depth: 0 });
    const opened = lines(versions, [first?.id ?? '']);
    expect(opened.length).toBeLessThan(60);
    expect(opened.find((line) => line.kind === 'fold' && line.depth === 1)).toBeDefined();
  });

  it('show a version that is being compared where it is folded, and say what differs from the line below', () => {
    const versions = stamps(Array.from({ length: 10 }, (_, at) => 90 * DAY + at * MINUTE));
    expect(lines(versions)).toMatchObject([
      { kind: 'version', version: { number: 10 }, before: { number: 1 } },
      { kind: 'fold', count: 8, oldest: { number: 2 }, newest: { number: 9 } },
      { kind: 'version', version: { number: 1 }, before: null },
    ]);
    expect(numbers(lines(versions, [], 'v5'))).toEqual([10, 5, 1]);
    expect(lines(versions, [], 'v5')[0]).toMatchObject({ before: { number: 5 } });
    expect(numbers(lines(versions, ['v9'], 'v5'))).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
  });

  it('fold nothing where a fold would take as much room', () => {
    expect(numbers(lines(stamps([90, 91, 92, 93].map((minutes) => 40 * DAY + minutes * MINUTE))))).toEqual([
      4, 3, 2, 1,
    ]);
  });
});
