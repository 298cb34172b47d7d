import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { fontkitMeasurer } from '../../tests/support/fontkitMeasurer';
import type { FontSpec } from '../scene/primitives';
import type { TextMeasurer } from './measure';
import { typographic } from './typography';
import { wrapText } from './wrapText';

const FONT: FontSpec = { family: 'Atkinson Hyperlegible Next', size: 14, weight: 500 };
/** Ten units for every UTF-16 unit. */
const mono: TextMeasurer = { width: (text) => text.length * 10 };

const linesOf = (text: string, width: number, measure: TextMeasurer = mono) =>
  wrapText(text, { font: FONT, width, measure, lang: 'fr' }).lines.map((line) => line.text);

describe('wrapText', () => {
  it('breaks at spaces and drops them at the end of lines', () => {
    expect(linesOf('un deux trois', 70)).toEqual(['un deux', 'trois']);
    expect(linesOf('un     deux', 40)).toEqual(['un', 'deux']);
    expect(linesOf('un deux   ', 200)).toEqual(['un deux']);
  });

  it('keeps newlines, empty lines and an empty text', () => {
    expect(linesOf('un\r\n\ndeux\n', 200)).toEqual(['un', '', 'deux', '']);
    expect(linesOf('', 200)).toEqual(['']);
  });

  it('breaks after hyphens and slashes inside words only', () => {
    expect(linesOf('demi-pointure', 60)).toEqual(['demi-', 'pointu', 're']);
    expect(linesOf('demi-pointure', 90)).toEqual(['demi-', 'pointure']);
    expect(linesOf('entrée/sortie', 90)).toEqual(['entrée/', 'sortie']);
    expect(linesOf('à 2,9/7 km/h', 80)).toEqual(['à 2,9/7', 'km/h']);
    expect(linesOf('de −2 à +2', 50)).toEqual(['de −2', 'à +2']);
    expect(linesOf('le 2026-11-22', 120)).toEqual(['le', '2026-11-22']);
  });

  it('respects no-break spaces', () => {
    expect(linesOf(typographic('Pourquoi moi ?', 'fr'), 120)).toEqual(['Pourquoi', 'moi\u202F?']);
    expect(linesOf(typographic('« Oui » dit-il', 'fr'), 70)).toEqual(['«\u00A0Oui\u00A0»', 'dit-il']);
  });

  it('cuts a word that is too wide between graphemes, at a good place by preference', () => {
    expect(linesOf('anticonstitutionnellement oui', 100)).toEqual(['anticonsti', 'tutionnell', 'ement oui']);
    expect(linesOf('prenom.nom@exemple.fr', 120)).toEqual(['prenom.nom@', 'exemple.fr']);
    expect(linesOf('👩‍🚀👩‍🚀👩‍🚀', 60)).toEqual(['👩‍🚀', '👩‍🚀', '👩‍🚀']);
    expect(linesOf('e\u0301e\u0301e\u0301', 20)).toEqual(['e\u0301', 'e\u0301', 'e\u0301']);
    expect(linesOf('abc', 0)).toEqual(['a', 'b', 'c']);
  });

  it('breaks between ideographs, but not before closing marks', () => {
    expect(linesOf('旅の地図。終わり', 40)).toEqual(['旅の地', '図。終わ', 'り']);
  });

  it('removes what a painter would not draw', () => {
    expect(linesOf('a\tb\u0007c\u00ADd', 200)).toEqual(['a bcd']);
  });

  it('gives the last word to the next line when kerning makes the sum too small', () => {
    const wider: TextMeasurer = { width: (text) => text.length * 10 + (text.includes(' ') ? 5 : 0) };
    expect(linesOf('aa bb cc', 50, wider)).toEqual(['aa', 'bb', 'cc']);
  });

  it('answers from its cache', () => {
    const measure = { width: vi.fn((text: string) => text.length * 10) };
    const first = wrapText('un deux trois', { font: FONT, width: 70, measure, lang: 'fr' });
    const calls = measure.width.mock.calls.length;
    expect(wrapText('un deux trois', { font: { ...FONT }, width: 70, measure, lang: 'fr' })).toBe(first);
    expect(measure.width.mock.calls.length).toBe(calls);
  });

  it('breaks a page-long word without measuring it letter by letter', () => {
    const measure = { width: vi.fn((text: string) => text.length * 10) };
    const { lines } = wrapText('a'.repeat(20_000), { font: FONT, width: 100, measure, lang: 'fr' });
    expect(lines).toHaveLength(2000);
    expect(measure.width.mock.calls.length).toBeLessThan(20_000);
  });

  it('never overflows and loses no letter', () => {
    const words = fc.constantFrom(
      'été',
      'a-t-il',
      'demi-pointure',
      'https://exemple.fr/a/b?c=d',
      '« oui »',
      '😀',
      '12 500 €',
      'œuvre',
      '\n',
      'wwwwwwwwwwwwwwwwwwwww',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string())), fc.integer({ min: 30, max: 400 }), (parts, width) => {
        const text = typographic(parts.join(' '), 'fr');
        const { lines } = wrapText(text, { font: FONT, width, measure: fontkitMeasurer, lang: 'fr' });
        const letters = (value: string) => value.replace(/[\s\p{Cc}\u00AD\u200B]/gu, '');
        expect(letters(lines.map((line) => line.text).join(''))).toBe(letters(text));
        for (const line of lines) {
          expect(line.width).toBeCloseTo(fontkitMeasurer.width(line.text, FONT), 6);
          if (Array.from(line.text).length > 1) expect(line.width).toBeLessThanOrEqual(width + 0.01);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('fontkitMeasurer', () => {
  it('counts kerning, tracking and both parts of a family', () => {
    const width = (text: string, extra: Partial<FontSpec> = {}) => fontkitMeasurer.width(text, { ...FONT, ...extra });
    expect(width('AVAV')).toBeLessThan(width('A') * 2 + width('V') * 2);
    expect(width('abc', { tracking: 0.1 })).toBeCloseTo(width('abc') + 3 * 1.4, 6);
    expect(width('Łódź')).toBeGreaterThan(width('odz'));
    expect(width('\u202F')).toBeCloseTo(width(' ') / 2, 6);
    expect(width('😀')).toBeGreaterThan(FONT.size);
  });
});
