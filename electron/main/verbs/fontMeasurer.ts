import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FontSpec } from '@shared/scene/primitives';
import { FALLBACK_FAMILIES, FONT_FACES, type FontFaceFile } from '@shared/text/fontFaces';
import type { TextMeasurer } from '@shared/text/measure';
import * as fontkit from 'fontkit';

type Font = Extract<ReturnType<typeof fontkit.create>, { glyphForCodePoint: unknown }>;

interface Face {
  readonly face: FontFaceFile;
  readonly ranges: readonly (readonly [number, number])[];
  font: Font | null;
}

/** The folder of the embedded fonts, from wherever this was built to. */
function fontFolder(): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const fonts = join(folder, 'resources', 'fonts');
    if (existsSync(fonts)) return fonts;
  }
  throw new Error('the fonts are not where the program is');
}

let folder: string | null = null;

const rangesOf = (unicodeRange: string): readonly (readonly [number, number])[] =>
  unicodeRange.split(',').map((range) => {
    const [from = '0', to] = range.trim().replace('U+', '').split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to ?? from, 16)];
  });

const FACES: readonly Face[] = FONT_FACES.map((face) => ({ face, ranges: rangesOf(face.unicodeRange), font: null }));

function fontOf(face: Face): Font {
  folder ??= fontFolder();
  face.font ??= fontkit.create(readFileSync(join(folder, face.face.file))) as Font;
  return face.font;
}

/** CSS font matching for the weights there are: the nearest of the wanted style, lighter first up to 500. */
function weightFor(spec: FontSpec, style: 'normal' | 'italic'): number {
  const weights = FACES.filter(({ face }) => face.family === spec.family && face.style === style).map(
    ({ face }) => face.weight,
  );
  const distance = (weight: number) =>
    Math.abs(weight - spec.weight) + ((spec.weight <= 500 ? weight > spec.weight : weight < spec.weight) ? 0.5 : 0);
  return weights.reduce((best, weight) => (distance(weight) < distance(best) ? weight : best), weights[0] ?? 400);
}

const covers = (face: Face, codePoint: number) =>
  face.ranges.some(([from, to]) => codePoint >= from && codePoint <= to);

/** A shaper draws the no-break hyphen with the hyphen of a font that has only that one. */
const drawn = (text: string): string => text.replaceAll('\u2011', '\u2010');

/** Spaces that the fonts lack and the shaper makes from U+0020: share of its advance. */
const SYNTHETIC_SPACES: Readonly<Record<number, number>> = { 8239: 0.5 };

function advanceOfRun(face: Face, text: string): number {
  const font = fontOf(face);
  return font.layout(drawn(text)).advanceWidth / font.unitsPerEm;
}

function facesFor(spec: FontSpec): readonly Face[] {
  const style = spec.italic ? 'italic' : 'normal';
  const weight = weightFor(spec, style);
  const own = FACES.filter(({ face }) => face.family === spec.family && face.style === style && face.weight === weight);
  const behind = FALLBACK_FAMILIES.flatMap((family) => FACES.filter(({ face }) => face.family === family));
  return [...own, ...behind];
}

interface Run {
  readonly face: Face | null;
  text: string;
}

function runsOf(text: string, faces: readonly Face[]): readonly Run[] {
  const runs: Run[] = [];
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    const last = runs[runs.length - 1];
    const joins = codePoint === 0x200d || codePoint === 0xfe0f || (codePoint >= 0x1f3fb && codePoint <= 0x1f3ff);
    if (last && joins) {
      last.text += character;
      continue;
    }
    const face =
      faces.find(
        (candidate) =>
          covers(candidate, codePoint) &&
          (fontOf(candidate).hasGlyphForCodePoint(drawn(character).codePointAt(0) ?? 0) ||
            codePoint in SYNTHETIC_SPACES),
      ) ?? null;
    if (last && last.face === face) last.text += character;
    else runs.push({ face, text: character });
  }
  return runs;
}

function advanceOf(text: string, spec: FontSpec): number {
  const faces = facesFor(spec);
  let em = 0;
  for (const run of runsOf(text, faces)) {
    if (!run.face) em += Array.from(run.text).length * 0.6;
    else {
      for (const part of run.text.split(/(\u202F)/)) {
        const share = part === '\u202F' ? SYNTHETIC_SPACES[0x202f] : undefined;
        em += share === undefined ? advanceOfRun(run.face, part) : advanceOfRun(run.face, ' ') * share;
      }
    }
  }
  return em;
}

const cache = new Map<string, number>();

/**
 * Measures with the embedded font files themselves, kerning and ligatures included, as the app does on a canvas. Characters
 * that no embedded font has count 0.6 em.
 */
export const fontMeasurer: TextMeasurer = {
  width(text: string, font: FontSpec): number {
    const key = `${font.family}|${font.weight}|${font.italic ? 'i' : ''}|${text}`;
    let em = cache.get(key);
    if (em === undefined) {
      em = advanceOf(text, font);
      cache.set(key, em);
    }
    return (em + (font.tracking ?? 0) * Array.from(text).length) * font.size;
  },
};
