import { splitAtEmoji } from '../text/emoji';
import { FONT_FACES, type FontFaceFile } from '../text/fontFaces';
import { splitAtSymbols } from '../text/symbols';
import type { FontSpec, Primitive } from './primitives';
import { eachText } from './walkScene';

type Range = readonly [number, number];

const parsedRanges = new Map<string, readonly Range[]>();

function rangesOf(unicodeRange: string): readonly Range[] {
  let ranges = parsedRanges.get(unicodeRange);
  if (!ranges) {
    ranges = unicodeRange.split(',').map((range): Range => {
      const [from = '0', to = from] = range.trim().slice(2).split('-');
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
    });
    parsedRanges.set(unicodeRange, ranges);
  }
  return ranges;
}

/** Whether a face is used for a character, by what is said of it in CSS; its file may lack it all the same. */
export const covers = (face: FontFaceFile, codePoint: number): boolean =>
  rangesOf(face.unicodeRange).some(([from, to]) => codePoint >= from && codePoint <= to);

/** The weight a browser takes when the exact one does not exist: nearest, lighter first up to 500, heavier first above. */
function nearestWeight(weights: readonly number[], wanted: number): number {
  const distance = (weight: number): number => {
    const wrongSide = wanted <= 500 ? weight > wanted : weight < wanted;
    return Math.abs(weight - wanted) + (wrongSide ? 1000 : 0);
  };
  return weights.reduce((best, weight) => (distance(weight) < distance(best) ? weight : best), weights[0] ?? wanted);
}

const candidates = new Map<string, readonly FontFaceFile[]>();

/** The files a browser draws a font with: the parts of the family in the nearest weight and style. */
export function facesOf(font: FontSpec): readonly FontFaceFile[] {
  const style = font.italic ? 'italic' : 'normal';
  const key = `${font.family}|${font.weight}|${style}`;
  let faces = candidates.get(key);
  if (!faces) {
    const family = FONT_FACES.filter((face) => face.family === font.family && face.style === style);
    const weight = nearestWeight(
      family.map((face) => face.weight),
      font.weight,
    );
    faces = family.filter((face) => face.weight === weight);
    candidates.set(key, faces);
  }
  return faces;
}

const isSymbolFace = ({ family }: FontFaceFile): boolean =>
  family === 'Noto Sans Math' || family === 'Noto Sans Symbols 2';
const isEmojiFace = ({ family }: FontFaceFile): boolean => family === 'Noto Color Emoji';

/** Whether a face stands behind every text font, for what it lacks. */
export const isBehind = (face: FontFaceFile): boolean => isSymbolFace(face) || isEmojiFace(face);

const behind = (font: FontSpec, wanted: (face: FontFaceFile) => boolean): readonly FontFaceFile[] => {
  const style = font.italic ? 'italic' : 'normal';
  return FONT_FACES.filter((face) => face.style === style && wanted(face));
};

/** The faces of the fonts behind a text font that draw what it lacks in a text: its symbols, its emoji. */
function facesBehind(text: string, font: FontSpec): readonly FontFaceFile[] {
  const emoji = splitAtEmoji(text);
  const points = (splitAtSymbols(text)?.symbols ?? []).map((symbol) => symbol.codePointAt(0) ?? 0);
  return [
    ...(emoji ? behind(font, isEmojiFace) : []),
    ...(points.length > 0
      ? behind(font, (face) => isSymbolFace(face) && points.some((point) => covers(face, point)))
      : []),
  ];
}

/** The files that a browser looks through for a character, in this order: those of the font, then those behind every font. */
export const facesInOrder = (font: FontSpec): readonly FontFaceFile[] => [...facesOf(font), ...behind(font, isBehind)];

/** The font files that drawing these items takes, in the order of FONT_FACES. */
export function usedFaces(items: readonly Primitive[]): readonly FontFaceFile[] {
  const used = new Set<FontFaceFile>();
  eachText(items, ({ text, font }) => {
    const faces = facesOf(font);
    for (const face of facesBehind(text, font)) used.add(face);
    for (const character of text) {
      const codePoint = character.codePointAt(0) ?? 0;
      const face = faces.find((candidate) => covers(candidate, codePoint));
      if (face) used.add(face);
    }
  });
  return FONT_FACES.filter((face) => used.has(face));
}

/** The characters of these items that a face is used for, in order of their numbers: no more than it takes, no fewer than are drawn with it. */
export function codePointsFor(face: FontFaceFile, items: readonly Primitive[]): readonly number[] {
  const points = new Set<number>();
  eachText(items, ({ text }) => {
    for (const character of text) points.add(character.codePointAt(0) ?? 0);
  });
  return [...points].filter((point) => covers(face, point)).sort((one, other) => one - other);
}
