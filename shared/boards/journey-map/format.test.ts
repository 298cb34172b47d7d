import { describe, expect, it } from 'vitest';
import { emotionLevel, formatNumber, formatValence } from '../pieces/valence';
import { formatIndicator, trendOf } from './format';

describe('formatIndicator', () => {
  it.each([
    [41, 'nps', '+41', '+41'],
    [-12, 'nps', '\u221212', '\u221212'],
    [0, 'nps', '0', '0'],
    [33.3, 'nps', '+33,3', '+33.3'],
    [64, 'csat', '64\u00A0%', '64%'],
    [100, 'csat', '100\u00A0%', '100%'],
    [2.9, 'ces', '2,9/7', '2.9/7'],
    [6, 'ces', '6/7', '6/7'],
  ] as const)('writes %d %s', (value, metric, fr, en) => {
    expect(formatIndicator(value, metric, 'fr')).toBe(fr);
    expect(formatIndicator(value, metric, 'en')).toBe(en);
  });
});

describe('formatValence', () => {
  it('carries its sign and the decimal mark of the language', () => {
    expect(formatValence(-1.3, 'fr')).toBe('\u22121,3');
    expect(formatValence(-1.3, 'en')).toBe('\u22121.3');
    expect(formatValence(2, 'fr')).toBe('+2');
    expect(formatValence(0, 'fr')).toBe('0');
    expect(formatValence(-0.04, 'fr')).toBe('0');
    expect(formatValence(0.04, 'fr')).toBe('0');
  });
});

describe('formatNumber', () => {
  it('groups thousands', () => {
    expect(formatNumber(1234567, 'fr')).toBe('1\u202F234\u202F567');
    expect(formatNumber(1234567, 'en')).toBe('1,234,567');
    expect(formatNumber(999, 'fr')).toBe('999');
    expect(formatNumber(-1000.25, 'fr')).toBe('\u22121\u202F000,3');
  });
});

describe('emotionLevel', () => {
  it('rounds away from zero, so that peaks and valleys mirror each other', () => {
    expect([-2, -1.6, -1.5, -1.4, -0.5, -0.4, 0, 0.4, 0.5, 1.4, 1.5, 2].map(emotionLevel)).toEqual([
      '-2',
      '-2',
      '-2',
      '-1',
      '-1',
      '0',
      '0',
      '0',
      '1',
      '1',
      '2',
      '2',
    ]);
  });
});

describe('trendOf', () => {
  it('compares the last reading with the first', () => {
    expect(trendOf([1, 9, 2])).toBe('rising');
    expect(trendOf([3, 1])).toBe('falling');
    expect(trendOf([3, 1, 3])).toBe('steady');
    expect(trendOf([])).toBe('steady');
  });
});
