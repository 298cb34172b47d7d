import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { translator } from '../../i18n/translate';
import { formatMinutes, parseDuration } from './durations';

describe('durations', () => {
  it.each([
    ['12 jours', 12 * 1440],
    ['1 semaine', 7 * 1440],
    ['35 min', 35],
    ['1 h 30 min', 90],
    ['1,5 j', 2160],
    ['2 weeks', 14 * 1440],
    ['4 h', 240],
    ['2 ans', 730 * 1440],
    ['60\u00A0jours', 60 * 1440],
    ['90 s', 2],
  ])('%s is read', (text, minutes) => expect(parseDuration(text)).toBe(minutes));

  it.each(['', 'quelques jours', '3 à 5 jours', '12', 'jours', '12 lunes', 'environ 2 h'])(
    '%s is not guessed',
    (text) => expect(parseDuration(text)).toBeNull(),
  );

  it('reads what it writes, to the tenth of a unit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5_000_000 }),
        fc.constantFrom('fr' as const, 'en' as const),
        (minutes, lang) => {
          const text = formatMinutes(minutes, translator(lang), lang);
          const unit = minutes < 60 ? 1 : minutes < 1440 ? 60 : 1440;
          // Thousands of days are written with a separator, which is no part of a duration that people type.
          fc.pre(minutes / unit < 1000);
          expect(Math.abs((parseDuration(text) ?? Number.NaN) - minutes)).toBeLessThanOrEqual(unit / 20 + 1);
        },
      ),
    );
  });
});
