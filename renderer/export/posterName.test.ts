import { tilingOf } from '@shared/poster/tiling';
import { rollSheet, sheetSize } from '@shared/scene/sheet';
import { describe, expect, it } from 'vitest';
import { pngSize } from './bandPng';
import { decimalText } from './decimalText';
import { posterName } from './posterName';

const A1 = sheetSize('A1', 'landscape');

const naming = { title: 'Parcours actuel', sheet: A1, lang: 'fr', format: 'pdf', dpi: 150 } as const;

describe('posterName', () => {
  it('tells board, sheet, language and, for pixels, the resolution', () => {
    expect(posterName(naming)).toBe('Parcours actuel A1 fr.pdf');
    expect(
      posterName({ ...naming, sheet: sheetSize('A3', 'portrait'), lang: 'en', format: 'png', dpi: 300, part: 2 }),
    ).toBe('Parcours actuel A3 portrait 2 en 300 dpi.png');
  });

  it('numbers the tiles of a poster as they are put together, the plan first', () => {
    const tiled = { ...naming, format: 'png', tiling: tilingOf(A1, 'A3') } as const;
    const names = [0, 1, 8].map((tile) => posterName({ ...tiled, tile }));
    expect(names).toEqual([
      'Parcours actuel A1 8xA3 00-plan fr 150 dpi.png',
      'Parcours actuel A1 8xA3 01-A1 fr 150 dpi.png',
      'Parcours actuel A1 8xA3 08-D2 fr 150 dpi.png',
    ]);
    expect(names.toSorted()).toEqual(names);
  });

  it('writes sizes with plain letters', () => {
    expect(posterName({ ...naming, sheet: sheetSize('40x60', 'portrait') })).toBe(
      'Parcours actuel 40x60cm portrait fr.pdf',
    );
    expect(posterName({ ...naming, sheet: rollSheet(610, 1830, 'portrait') })).toBe(
      'Parcours actuel 610x1830mm fr.pdf',
    );
  });

  it('is a plain file name whatever the title', () => {
    const named = (title: string, format: 'pdf' | 'svg') => posterName({ ...naming, title, format });
    expect(named('..\\a/b:c*?"<>|\u0007 «\u00A0d\u00A0» ', 'svg')).toBe('a b c « d » A1 fr.svg');
    expect(named(' \u202F', 'pdf')).toBe('Sans titre A1 fr.pdf');
    expect(named('x'.repeat(500), 'pdf').length).toBeLessThan(130);
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
