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

  it('makes one rule for each face', () => {
    const css = fontFaceCss('/fonts');
    expect(css.match(/@font-face/g)).toHaveLength(FONT_FACES.length);
    expect(css).toContain("url(/fonts/besley-latin-700-normal.woff2) format('woff2')");
  });
});
