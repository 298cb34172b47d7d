import { readFileSync } from 'node:fs';
import * as fontkit from 'fontkit';
import { describe, expect, it } from 'vitest';
import { uncoveredCharacters } from './coverage';
import { FONT_FACES } from './fontFaces';

type Font = Extract<ReturnType<typeof fontkit.create>, { characterSet: unknown }>;

const isInRange = (unicodeRange: string, point: number): boolean =>
  unicodeRange.split(',').some((range) => {
    const [from = '', to = from] = range.slice(2).split('-');
    return point >= Number.parseInt(from, 16) && point <= Number.parseInt(to, 16);
  });

describe('uncoveredCharacters', () => {
  it('is what the font files say', () => {
    const text = new Map<string, Set<number>>();
    const symbols = new Set<number>([0x2011]);
    for (const { family, weight, style, file, unicodeRange } of FONT_FACES) {
      if (family === 'Noto Color Emoji') continue;
      const font = fontkit.create(readFileSync(new URL(`../../resources/fonts/${file}`, import.meta.url))) as Font;
      if (family.startsWith('Noto Sans'))
        for (const point of font.characterSet) if (isInRange(unicodeRange, point)) symbols.add(point);
      if (family.startsWith('Noto')) continue;
      const key = `${family}${weight}${style}`;
      text.set(key, new Set([...(text.get(key) ?? []), ...font.characterSet]));
    }
    for (let codePoint = 0x20; codePoint < 0x3000; codePoint++) {
      const character = String.fromCodePoint(codePoint);
      if (codePoint === 0x202f || /(?!\p{ASCII})\p{Emoji}|\p{Cc}/u.test(character)) continue;
      const covered = symbols.has(codePoint) || [...text.values()].every((set) => set.has(codePoint));
      expect([character, uncoveredCharacters(character).length === 0]).toEqual([character, covered]);
    }
  });

  it('names each missing character once and leaves emoji out', () => {
    expect(uncoveredCharacters('𝔄 → 旅 → 旅 😀 ✓')).toEqual(['𝔄', '旅']);
    expect(uncoveredCharacters('« Œuvre » à 12\u202F500 €, n\u00A0=\u00A057')).toEqual([]);
  });
});
