import { translator } from '@shared/i18n/translate';
import { describe, expect, it } from 'vitest';
import { dateOf, dayText, isoDate, leafText, longDateText, momentText, timeText } from './dateText';

const fr = translator('fr');
const en = translator('en');
const at = (text: string) => new Date(text).getTime();
const now = at('2026-11-22T14:32:00');

describe('dateText', () => {
  it('writes times in each language', () => {
    expect(timeText(now, 'fr')).toBe('14:32');
    expect(timeText(now, 'en').replace(/\s/g, ' ')).toBe('2:32 pm');
    expect(timeText(at('2026-11-22T09:05:00'), 'fr')).toBe('09:05');
  });

  it('says today and yesterday by the calendar, not by 24 hours', () => {
    expect(dayText(at('2026-11-22T00:01:00'), now, 'fr', fr)).toBe('aujourd’hui');
    expect(dayText(at('2026-11-21T23:59:00'), now, 'fr', fr)).toBe('hier');
    expect(dayText(at('2026-11-18T12:00:00'), now, 'fr', fr)).toBe('18 nov.');
    expect(dayText(at('2025-11-18T12:00:00'), now, 'en', en)).toBe('18 Nov 2025');
    expect(momentText(at('2026-11-21T18:20:00'), now, 'fr', fr)).toBe('hier, 18:20');
  });

  it('keeps a stored date on its day, as one word', () => {
    expect(longDateText('2026-11-22', 'fr')).toBe('22\u00A0nov.\u00A02026');
    expect(longDateText('', 'fr')).toBe('');
    expect(dateOf('pas une date')).toBeNull();
    expect(isoDate(dateOf('2026-03-01') ?? 0)).toBe('2026-03-01');
  });

  it('writes a calendar leaf', () => {
    expect(leafText(at('2026-11-09T12:00:00'), 'fr')).toEqual({ day: '09', month: 'nov.' });
  });
});
