import { describe, expect, it } from 'vitest';
import { firstLook } from './firstLook';
import { startingPreferences } from './preferences';

const PLACE = { workshopId: 'w'.repeat(21), boardId: 'b'.repeat(21), zoom: 1, cx: 0, cy: 0, shown: true, docs: [] };

describe('the first look of a window', () => {
  it.each([
    undefined,
    null,
    7,
    'x',
    [],
    {},
    { lang: 'en', theme: 'projectorDark', last: PLACE },
    { lang: 'fr', theme: 'light', last: { ...PLACE, shown: false } },
    { lang: 'de', theme: 3, last: null },
    { lang: ['fr'], theme: { name: 'light' }, last: 'x' },
  ])('is what the checked preferences say for %j', (stored) => {
    const { lang, theme, last } = startingPreferences(stored, 'en');
    expect(firstLook(stored, 'en')).toEqual({ lang, theme, boardWasShown: last?.shown ?? false });
  });
});
