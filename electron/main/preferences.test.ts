import { describe, expect, it } from 'vitest';
import { startingPreferences } from './preferences';
import { systemLang } from './systemLang';

describe('preferences', () => {
  it.each([undefined, null, [], 'x', { lang: 'de', theme: 'pink' }, { lang: { toString: 'fr' } }])(
    'start over from %j',
    (stored) => {
      expect(startingPreferences(stored, 'en')).toEqual({
        lang: 'en',
        theme: 'light',
        last: null,
        database: '',
        author: '',
        library: null,
        posters: null,
        erasing: [],
      });
    },
  );

  it('keep what is right of a damaged file', () => {
    expect(startingPreferences({ lang: 'fr', theme: 3 }, 'en')).toEqual({
      lang: 'fr',
      theme: 'light',
      last: null,
      database: '',
      author: '',
      library: null,
      posters: null,
      erasing: [],
    });
    expect(startingPreferences({ lang: '', theme: 'projectorDark' }, 'fr')).toEqual({
      lang: 'fr',
      theme: 'projectorDark',
      last: null,
      database: '',
      author: '',
      library: null,
      posters: null,
      erasing: [],
    });
  });

  it('bring back the initials that notes are signed with', () => {
    expect(startingPreferences({ author: 'AB' }, 'fr').author).toBe('AB');
    expect(startingPreferences({ author: 'A'.repeat(99) }, 'fr').author).toBe('');
  });

  it('do not bring back posters on one sheet whatever their text', () => {
    const splitOf = (split: string) => startingPreferences({ posters: { split } }, 'fr').posters?.split;
    expect(['none', 'stages', 'two', 'fit'].map(splitOf)).toEqual(['fit', 'fit', 'two', 'fit']);
  });

  it('bring back the last place, or none when it is damaged', () => {
    const last = {
      workshopId: 'w1',
      boardId: 'b1',
      zoom: 0.9,
      cx: 10,
      cy: -20,
      fit: 'whole',
      shown: true,
      docs: ['w1', 'b1', 'p1'],
    };
    expect(startingPreferences({ last }, 'fr').last).toEqual(last);
    const { docs: _, fit: __, ...older } = last;
    expect(startingPreferences({ last: older }, 'fr').last).toEqual({ ...older, fit: null, docs: [] });
    for (const wrong of [
      { zoom: 0 },
      { cx: Number.NaN },
      { boardId: '../x' },
      { shown: 1 },
      { fit: 'wide' },
      { more: 1 },
    ])
      expect(startingPreferences({ last: { ...last, ...wrong } }, 'fr').last).toBeNull();
  });
});

describe('the language of a fresh start', () => {
  it.each([
    [{ LANG: 'en_GB.UTF-8' }, 'en'],
    [{ LANG: 'en' }, 'en'],
    [{ LANG: 'en_US.UTF-8', LC_ALL: 'fr_CA.UTF-8' }, 'fr'],
    [{ LANG: 'fr_FR', LC_MESSAGES: 'en_US' }, 'en'],
    [{ LANG: 'C' }, 'fr'],
    [{ LANG: 'C.UTF-8' }, 'fr'],
    [{ LANG: 'POSIX' }, 'fr'],
    [{ LANG: 'de_DE' }, 'fr'],
    [{ LANG: 'enm' }, 'fr'],
    [{}, 'fr'],
  ] as const)('on Linux follows the locale: %j', (env, lang) => {
    expect(systemLang('linux', env, ['en-US'])).toBe(lang);
  });

  it.each([
    [['en-US', 'fr'], 'en'],
    [['fr-FR', 'en'], 'fr'],
    [['de'], 'fr'],
    [[], 'fr'],
  ] as const)('elsewhere follows the first preferred language: %j', (preferred, lang) => {
    expect(systemLang('darwin', { LANG: 'C' }, preferred)).toBe(lang);
  });
});
