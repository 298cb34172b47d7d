import { sheetSize } from '@shared/scene/sheet';
import { describe, expect, it } from 'vitest';
import { pngSize } from './bandPng';
import { decimalText } from './decimalText';
import { posterName } from './posterName';

const A1 = sheetSize('A1', 'landscape');

describe('posterName', () => {
  it('tells board, sheet, language and, for pixels, the resolution', () => {
    expect(posterName('Parcours actuel', A1, 'fr', 'pdf', 150)).toBe('Parcours actuel A1 fr.pdf');
    expect(posterName('Parcours actuel', sheetSize('A3', 'portrait'), 'en', 'png', 300)).toBe(
      'Parcours actuel A3 portrait en 300 dpi.png',
    );
  });

  it('is a plain file name whatever the title', () => {
    expect(posterName('..\\a/b:c*?"<>|\u0007 «\u00A0d\u00A0» ', A1, 'fr', 'svg', 96)).toBe('a b c « d » A1 fr.svg');
    expect(posterName(' \u202F', A1, 'fr', 'pdf', 96)).toBe('Sans titre A1 fr.pdf');
    expect(posterName('x'.repeat(500), A1, 'fr', 'pdf', 96).length).toBeLessThan(130);
  });
});

describe('pngSize', () => {
  it('knows what can be painted', () => {
    expect(pngSize({ widthMm: 1189, heightMm: 841, dpi: 300 })).toEqual({ width: 14043, height: 9933, fits: true });
    expect(pngSize({ widthMm: 6000, heightMm: 100, dpi: 300 }).fits).toBe(false);
    expect(pngSize({ widthMm: 2378, heightMm: 1682, dpi: 300 }).fits).toBe(false);
  });
});

describe('decimalText', () => {
  it('writes one decimal at most, with the comma or the point', () => {
    expect([decimalText(18, 'fr'), decimalText(6.36, 'fr'), decimalText(6.36, 'en')]).toEqual(['18', '6,4', '6.4']);
  });
});
