import { readFileSync } from 'node:fs';
import * as fontkit from 'fontkit';
import { describe, expect, it } from 'vitest';
import { uncoveredCharacters } from './coverage';
import { FONT_FACES } from './fontFaces';

type Font = Extract<ReturnType<typeof fontkit.create>, { characterSet: unknown }>;

describe('uncoveredCharacters', () => {
  it('is what the font files say', () => {
    const faces = new Map<string, Set<number>>();
    for (const { family, weight, style, file } of FONT_FACES) {
      if (family === 'Noto Color Emoji') continue;
      const font = fontkit.create(readFileSync(new URL(`../../resources/fonts/${file}`, import.meta.url))) as Font;
      const key = `${family}${weight}${style}`;
      faces.set(key, new Set([...(faces.get(key) ?? []), ...font.characterSet]));
    }
    for (let codePoint = 0x20; codePoint < 0x3000; codePoint++) {
      const character = String.fromCodePoint(codePoint);
      if (codePoint === 0x202f || /\p{ExtPict}|\p{RI}|\p{Cc}/u.test(character)) continue;
      const covered = [...faces.values()].every((set) => set.has(codePoint));
      expect([character, uncoveredCharacters(character).length === 0]).toEqual([character, covered]);
    }
  });

  it('names each missing character once and leaves emoji out', () => {
    expect(uncoveredCharacters('A → B → C 😀 旅')).toEqual(['→', '旅']);
    expect(uncoveredCharacters('« Œuvre » à 12\u202F500 €, n\u00A0=\u00A057')).toEqual([]);
  });
});
