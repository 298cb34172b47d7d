import { describe, expect, it } from 'vitest';
import { formatNumber, parseNumber } from './numberText';

describe('formatNumber', () => {
  it('writes numbers as each language does, with a true minus', () => {
    expect(formatNumber(2.9, 'fr', 1)).toBe('2,9');
    expect(formatNumber(2.9, 'en', 1)).toBe('2.9');
    expect(formatNumber(-41, 'fr')).toBe('\u221241');
    expect(formatNumber(12345, 'en')).toBe('12,345');
    expect(formatNumber(12345, 'fr')).toBe('12\u202F345');
  });
});

describe('parseNumber', () => {
  it('reads what people type', () => {
    for (const [text, value] of [
      ['2,9', 2.9],
      ['2.9', 2.9],
      ['−1,5', -1.5],
      ['+3', 3],
      ['12\u202F345', 12_345],
      ['64\u00A0%', 64],
      ['.5', 0.5],
    ] as const)
      expect(parseNumber(text)).toBe(value);
  });

  it('refuses the rest', () => {
    for (const text of ['', 'dix', '1,2,3', '1e3', '--2']) expect(parseNumber(text)).toBeNull();
  });
});
