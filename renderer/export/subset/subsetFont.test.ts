// @vitest-environment node
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { create, type Font } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { readPlainWoff2 } from './plainWoff2';
import { subsetFont } from './subsetFont';

const fonts = fileURLToPath(new URL('../../../resources/fonts', import.meta.url));
const wasm = createRequire(import.meta.url).resolve('harfbuzzjs/dist/harfbuzz-subset.wasm');
const program = new WebAssembly.Module(readFileSync(wasm));
const pointsOf = (text: string): readonly number[] => Array.from(text, (letter) => letter.codePointAt(0) ?? 0);
const partOf = async (file: string, text: string) =>
  subsetFont(program, readPlainWoff2(readFileSync(`${fonts}/${file}`)), pointsOf(text));

interface Tables {
  readonly directory: { readonly tables: Readonly<Record<string, unknown>> };
}
const opened = (bytes: Uint8Array): Font & Tables => create(Buffer.from(bytes)) as Font & Tables;
/** How many glyphs a text is drawn with, and how wide. */
const drawn = (font: Font, text: string) => {
  const { glyphs, advanceWidth } = font.layout(text);
  return { count: glyphs.length, advanceWidth, missing: glyphs.filter(({ id }) => id === 0).length };
};

const EMOJI = ['😀', '👩‍🚀', '👨‍👩‍👧‍👦', '🇫🇷', '❤️', '1️⃣', '👍🏽'];

describe('parts of fonts', () => {
  it('hold the emoji of a text, joined ones as one picture, in the colours that the whole font has', async () => {
    const part = await partOf('noto-color-emoji.woff2', EMOJI.join(''));
    expect(part.length).toBeLessThan(60_000);
    const font = opened(part);
    const whole = opened(readFileSync(`${fonts}/noto-color-emoji.woff2`));
    for (const table of ['COLR', 'CPAL', 'GSUB', 'glyf']) expect(Object.keys(font.directory.tables)).toContain(table);
    for (const emoji of EMOJI) expect(drawn(font, emoji)).toEqual(drawn(whole, emoji));
    for (const emoji of EMOJI) expect(drawn(font, emoji)).toMatchObject({ count: 1, missing: 0 });
    // What the text does not say is not there.
    expect(font.hasGlyphForCodePoint(0x1f680 + 1)).toBe(false);
    expect(font.numGlyphs).toBeLessThan(400);
  });

  it('are the same bytes for the same text, and small for few signs', async () => {
    const one = await partOf('noto-sans-math-400-normal.woff2', '→≥');
    expect(await partOf('noto-sans-math-400-normal.woff2', '→≥')).toEqual(one);
    expect(one.length).toBeLessThan(20_000);
    expect(drawn(opened(one), '→≥')).toMatchObject({ count: 2, missing: 0 });
  });

  it('fail where there is no font', async () => {
    expect(() => readPlainWoff2(new Uint8Array(64))).toThrow();
    await expect(
      subsetFont(program, { tables: new Map([['glyf', new Uint8Array(4)]]), version: 65_536 }, [65]),
    ).rejects.toThrow();
  });
});
