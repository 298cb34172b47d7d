// @vitest-environment node
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FontSpec, TextLinePrimitive } from '@shared/scene/primitives';
import { sheetSize } from '@shared/scene/sheet';
import { eachText } from '@shared/scene/walkScene';
import type { FontFaceFile } from '@shared/text/fontFaces';
import { create, type Font } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { fontkitMeasurer } from '../../../tests/support/fontkitMeasurer';
import { samplePoster } from '../../../tests/support/sampleScenes';
import { type OutlineFonts, outlineText } from './outlineText';

const folder = fileURLToPath(new URL('../../../resources/fonts/', import.meta.url));
const opened = new Map<FontFaceFile, Font | null>();
const FONTS: OutlineFonts = {
  fontOf: (face) => {
    const known = opened.get(face);
    if (known !== undefined) return known;
    const isEmoji = face.family === 'Noto Color Emoji';
    const font = isEmoji ? null : (create(readFileSync(folder + face.file)) as Font);
    opened.set(face, font);
    return font;
  },
  foreignEm: (text) => 0.6 * Array.from(text).length,
};

const TEXT: FontSpec = { family: 'Atkinson Hyperlegible Next', size: 10, weight: 400 };
const TITLE: FontSpec = { family: 'Besley', size: 40, weight: 900 };

const lineOf = (text: string, font: FontSpec): TextLinePrimitive => ({
  type: 'text',
  text,
  x: 100,
  y: 200,
  font,
  fill: '#000000',
  width: fontkitMeasurer.width(text, font),
});

/** Where the next letter would stand: an emoji is a piece of its own, with its place. */
const endOf = (line: TextLinePrimitive): number => {
  const { pieces } = outlineText({ ...line, text: `${line.text}\u{1F600}` }, FONTS);
  return pieces[pieces.length - 1]?.x ?? Number.NaN;
};

/** Every x and y of path data, by its commands. */
const pointsOf = (d: string) =>
  [...d.matchAll(/[MLQC]([^MLQCZ]*)/g)].flatMap(([, list = '']) => {
    const values = list.split(' ').map(Number);
    return values.flatMap((x, at) => (at % 2 === 0 ? [{ x, y: values[at + 1] ?? Number.NaN }] : []));
  });

describe('outlines of a line', () => {
  it('stand where the letters of the same text stand: kerned, spaced, with the spaces that shapers make', () => {
    const spaced = { ...TITLE, tracking: 0.06 };
    for (const [text, font] of [
      ['AVATAR To Wäffle', TITLE],
      ['« Trois jours »\u202F: pourquoi\u202F?', TEXT],
      ['semi\u2011automatique', TEXT],
      ['ÉTAPE', spaced],
      ['Łódź, Ürgüp', TEXT],
      ['de −2 à +2 → α', TEXT],
    ] as const) {
      const line = lineOf(text, font);
      expect([text, endOf(line)]).toEqual([text, expect.closeTo(line.x + line.width, 3)]);
    }
  });

  it('are kerned: two letters together are narrower than apart', () => {
    const alone = fontkitMeasurer.width('A', TITLE) + fontkitMeasurer.width('V', TITLE);
    expect(endOf(lineOf('AV', TITLE)) - 100).toBeLessThan(alone - 1);
  });

  it('are not joined where they are spaced', () => {
    const spaced = { ...TITLE, tracking: 0.1 };
    const apart = fontkitMeasurer.width('f', TITLE) + fontkitMeasurer.width('i', TITLE);
    expect(fontkitMeasurer.width('fi', TITLE)).toBeLessThan(apart - 0.1);
    expect(endOf(lineOf('fi', spaced)) - 100).toBeCloseTo(apart + 2 * 0.1 * 40, 0);
  });

  it('are shapes around the baseline, as wide as the line, and nothing for a space', () => {
    const { d, pieces } = outlineText(lineOf('Hg', TITLE), FONTS);
    const points = pointsOf(d);
    const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
    expect(pieces).toEqual([]);
    expect(d).toMatch(/^M[\d. -]+[LQC]/);
    expect(Math.min(...xs)).toBeGreaterThan(99);
    expect(Math.max(...xs)).toBeLessThan(100 + fontkitMeasurer.width('Hg', TITLE) + 1);
    // A capital stands on the baseline; the descender of the other letter is below it.
    expect(Math.min(...ys)).toBeGreaterThan(165);
    expect(Math.min(...ys)).toBeLessThan(175);
    expect(Math.max(...ys)).toBeGreaterThan(205);
    expect(outlineText(lineOf('   ', TEXT), FONTS)).toEqual({ d: '', pieces: [] });
  });

  it('leave emoji, and letters of no embedded font, as pieces at their place', () => {
    const { d, pieces } = outlineText(lineOf('Ça 👩‍🚀👍🏽 va 漢字', TEXT), FONTS);
    expect(pieces.map(({ text }) => text)).toEqual(['👩‍🚀👍🏽', '漢字']);
    expect(pieces[0]).toMatchObject({
      x: expect.closeTo(100 + fontkitMeasurer.width('Ça ', TEXT), 3),
      width: expect.closeTo(2 * (1275 / 1024) * 10, 3),
    });
    expect(d).not.toBe('');
  });

  it('follow the measured end and middle of lines that hang there', () => {
    const line = lineOf('Solène', TEXT);
    expect(endOf({ ...line, align: 'right', text: '', width: 0 })).toBeCloseTo(100, 3);
    const at = (align: 'left' | 'right' | 'center') => pointsOf(outlineText({ ...line, align }, FONTS).d)[0]?.x ?? 0;
    expect(at('left') - at('right')).toBeCloseTo(line.width, 1);
    expect(at('left') - at('center')).toBeCloseTo(line.width / 2, 1);
  });

  it('end where every line of the sample ends', () => {
    let count = 0;
    for (const lang of ['fr', 'en'] as const)
      eachText(samplePoster(lang, 0, sheetSize('A1', 'landscape')).items, (line) => {
        count += 1;
        // Letters that are spaced are not joined; a layout measures them joined.
        if (line.font.tracking && /f[fil]/.test(line.text)) return;
        expect([line.text, endOf({ ...line, align: 'left', x: 0 })]).toEqual([
          line.text,
          expect.closeTo(line.width, 2),
        ]);
      });
    expect(count).toBeGreaterThan(200);
  });
});
