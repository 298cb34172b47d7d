import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openSync } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { FONT_FACES, fontFaceCss } from './fontFaces';

const folder = join(import.meta.dirname, '../../resources/fonts');
const inFolder = readdirSync(folder).filter((name) => name.endsWith('.woff2'));

function covers(file: string, text: string): string[] {
  const font = openSync(join(folder, file));
  if (!('hasGlyphForCodePoint' in font)) throw new Error(`${file} is a collection`);
  return [...text].filter((character) => !font.hasGlyphForCodePoint(character.codePointAt(0)!));
}

describe('embedded fonts', () => {
  it('lists every file of the folder, and no other', () => {
    expect([...new Set(FONT_FACES.map((face) => face.file))].sort()).toEqual(inFolder.sort());
  });

  it.each(inFolder.filter((name) => name.includes('-latin-') && !name.includes('-ext-')))(
    '%s draws French and English',
    (file) => {
      expect(covers(file, 'ÀÂÇÉÈÊËÎÏÔŒÙÛÜÆàâçéèêëîïôœùûüÿæ«»‹›“”‘’–—…·•−×°€ºª½0123456789\u00A0')).toEqual([]);
    },
  );

  it.each(inFolder.filter((name) => name.includes('-latin-ext-')))('%s draws the names of Europe', (file) => {
    expect(covers(file, 'ŸŁłĄąĘęĆćŃńŚśŹźŻżČčŠšŽžŘřŮůŐőŰűĂăȘșȚțĞğİĀāĒēĪīŪū')).toEqual([]);
  });

  it('draws emoji, also those made of a key', () => {
    expect(covers('noto-color-emoji.woff2', '😀👩🚀🇫🇷1#\u20E3\u200D')).toEqual([]);
  });

  it('gives the fonts behind the others no character of those, and none of each other', () => {
    const owners = new Map<number, string>();
    for (const { family, style, unicodeRange } of FONT_FACES) {
      if (!family.startsWith('Noto') || style === 'italic') continue;
      for (const range of unicodeRange.split(',')) {
        const [from = '', to = from] = range.slice(2).split('-');
        for (let point = Number.parseInt(from, 16); point <= Number.parseInt(to, 16); point++) {
          expect([point.toString(16), owners.get(point)]).toEqual([point.toString(16), undefined]);
          owners.set(point, family);
        }
      }
    }
    // A text font's spaces serve; what would fetch a large font for every French sentence must not be in there.
    for (const common of '\u00A0\u202F\u2009«»’…–—•−×€éœÀ') expect(owners.has(common.codePointAt(0)!)).toBe(false);
  });

  it('makes one rule for each face', () => {
    const css = fontFaceCss('/fonts');
    expect(css.match(/@font-face/g)).toHaveLength(FONT_FACES.length);
    expect(css).toContain("url(/fonts/besley-latin-700-normal.woff2) format('woff2')");
  });
});
