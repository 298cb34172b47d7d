import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { staleVersions, type VersionStamp } from './versions';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 26, 18);

const stamps = (ages: readonly number[], names: readonly string[] = []): readonly VersionStamp[] =>
  [...ages]
    .sort((a, b) => b - a)
    .map((age, at) => ({ id: `v${at + 1}`, number: at + 1, at: NOW - age, name: names[at] ?? '' }));

const arbitrary = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 3 * 365 * DAY }), fc.constantFrom('', '', '', 'Après les entretiens')), {
    maxLength: 120,
  })
  .map((all) =>
    stamps(
      all.map(([age]) => age),
      all.map(([, name]) => name),
    ),
  );

describe('staleVersions', () => {
  it('keeps everything of the last hour, then the last of a quarter, a day, a week, a month', () => {
    const minutes = stamps(Array.from({ length: 60 }, (_, at) => at * 59_000));
    expect(staleVersions(minutes, NOW)).toEqual([]);
    const lastDay = stamps(Array.from({ length: 23 * 60 }, (_, at) => HOUR + at * 60_000));
    expect(lastDay.length - staleVersions(lastDay, NOW).length).toBeLessThanOrEqual(23 * 4 + 3);
    const year = stamps(Array.from({ length: 365 * 4 }, (_, at) => at * 6 * HOUR));
    const left = year.length - staleVersions(year, NOW).length;
    expect(left).toBeGreaterThan(30 + 47);
    expect(left).toBeLessThan(4 + 31 + 50 + 5);
  });

  it('never gives up a named one, the first, the latest', () => {
    fc.assert(
      fc.property(arbitrary, (versions) => {
        const gone = new Set(staleVersions(versions, NOW));
        for (const { id, name } of versions) if (name !== '') expect(gone.has(id)).toBe(false);
        expect(gone.has(versions[0]?.id ?? '')).toBe(false);
        expect(gone.has(versions.at(-1)?.id ?? '')).toBe(false);
      }),
    );
  });

  it('gives up nothing more of what it left', () => {
    fc.assert(
      fc.property(arbitrary, (versions) => {
        const gone = new Set(staleVersions(versions, NOW));
        const left = versions.filter(({ id }) => !gone.has(id));
        expect(staleVersions(left, NOW)).toEqual([]);
      }),
    );
  });

  it('leaves, beside each one it gives up, a later one close by for its age', () => {
    fc.assert(
      fc.property(arbitrary, (versions) => {
        const gone = new Set(staleVersions(versions, NOW));
        for (const one of versions) {
          if (!gone.has(one.id)) continue;
          const age = NOW - one.at;
          const slot = age < DAY ? HOUR / 4 : age < 30 * DAY ? DAY : age < 365 * DAY ? 7 * DAY : 30 * DAY;
          const later = versions.find(
            ({ id, number, at }) => number > one.number && !gone.has(id) && at - one.at <= slot,
          );
          expect(later).toBeDefined();
        }
      }),
    );
  });
});
