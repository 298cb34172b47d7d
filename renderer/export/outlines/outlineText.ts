import type { TextLinePrimitive } from '@shared/scene/primitives';
import { leftOf } from '@shared/scene/textLine';
import { covers, facesInOrder } from '@shared/scene/usedFaces';
import { EMOJI_ADVANCE } from '@shared/text/emoji';
import type { FontFaceFile } from '@shared/text/fontFaces';
import type { Font, GlyphRun } from 'fontkit';

/** A letter that no outline can be drawn of: an emoji in its colours, or one that no embedded font has. */
export interface Piece {
  readonly text: string;
  /** Left end of its advance, in scene units; its baseline is the line's. */
  readonly x: number;
  readonly width: number;
}

/** A line of text as it is drawn without a font. */
export interface Outlined {
  /** SVG path data in scene coordinates, filled by the non-zero rule; empty where nothing is to be drawn. */
  readonly d: string;
  readonly pieces: readonly Piece[];
}

export interface OutlineFonts {
  /** The font of a face; null for one that has no outlines of its own (emoji) or was not loaded. */
  readonly fontOf: (face: FontFaceFile) => Font | null;
  /** Advance of text that no embedded font draws, in em. */
  readonly foreignEm: (text: string, line: TextLinePrimitive) => number;
}

interface Run {
  readonly face: FontFaceFile | null;
  text: string;
}

const NARROW_SPACE = '\u202F';
/** A shaper makes it from the space, with half its advance, where a font lacks it. */
const NARROW_SHARE = 0.5;
/** Without what joins letters: tracking holds them apart. */
const APART = { liga: false, clig: false };

/** A shaper draws the no-break hyphen with the hyphen of a font that has only that one. */
const drawn = (text: string): string => text.replaceAll('\u2011', '\u2010');

const joinsBefore = (codePoint: number): boolean =>
  codePoint === 0x200d ||
  codePoint === 0xfe0f ||
  (codePoint >= 0x1f3fb && codePoint <= 0x1f3ff) ||
  (codePoint >= 0x0300 && codePoint <= 0x036f);

const isEmojiFace = (face: FontFaceFile | null): boolean => face?.family === 'Noto Color Emoji';

/** The line in runs that one font draws each, as the engine parts it. */
function runsOf(text: string, faces: readonly FontFaceFile[], { fontOf }: OutlineFonts): readonly Run[] {
  const runs: Run[] = [];
  const draws = (face: FontFaceFile, character: string): boolean => {
    const font = fontOf(face);
    const code = drawn(character).codePointAt(0) ?? 0;
    return (
      isEmojiFace(face) || (font?.hasGlyphForCodePoint(code) ?? false) || (font !== null && character === NARROW_SPACE)
    );
  };
  let isJoined = false;
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    const last = runs[runs.length - 1];
    if (last && (joinsBefore(codePoint) || isJoined)) {
      last.text += character;
      isJoined = codePoint === 0x200d;
      continue;
    }
    const face = faces.find((one) => covers(one, codePoint) && draws(one, character)) ?? null;
    if (last && last.face === face) last.text += character;
    else runs.push({ face, text: character });
  }
  return runs;
}

/** Outlines of one line, with the kerning and at the places that the engine gives its letters. */
export function outlineText(line: TextLinePrimitive, fonts: OutlineFonts): Outlined {
  const { size, tracking = 0 } = line.font;
  const parts: string[] = [];
  const pieces: Piece[] = [];
  let x = leftOf(line);
  for (const { face, text } of runsOf(line.text, facesInOrder(line.font), fonts)) {
    const font = face && fonts.fontOf(face);
    if (!font) {
      const em = isEmojiFace(face) ? EMOJI_ADVANCE * emojiIn(text).length : fonts.foreignEm(text, line);
      const width = (em + tracking * Array.from(text).length) * size;
      pieces.push({ text, x, width });
      x += width;
      continue;
    }
    const scale = size / font.unitsPerEm;
    for (const part of text.split(/(\u202F)/)) {
      if (part === '') continue;
      if (part === NARROW_SPACE && !font.hasGlyphForCodePoint(0x202f)) {
        x += font.layout(' ').advanceWidth * scale * NARROW_SHARE + tracking * size;
        continue;
      }
      const run = tracking === 0 ? font.layout(drawn(part)) : font.layout(drawn(part), APART);
      x = drawRun(run, { x, y: line.y, scale, tracking: tracking * size }, parts);
    }
  }
  return { d: parts.join(''), pieces };
}

const segmenter = new Intl.Segmenter('fr', { granularity: 'grapheme' });
const emojiIn = (text: string): readonly string[] => Array.from(segmenter.segment(text), ({ segment }) => segment);

interface Pen {
  readonly x: number;
  readonly y: number;
  /** Scene units for one of the font's. */
  readonly scale: number;
  readonly tracking: number;
}

const COMMANDS: Readonly<Record<string, string>> = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'C',
  closePath: 'Z',
};

/** Draws glyphs one after the other and gives the place behind the last. */
function drawRun(run: GlyphRun, { x: left, y, scale, tracking }: Pen, parts: string[]): number {
  let x = left;
  run.glyphs.forEach((glyph, at) => {
    const position = run.positions[at];
    const [fromX, fromY] = [x + (position?.xOffset ?? 0) * scale, y - (position?.yOffset ?? 0) * scale];
    for (const { command, args } of glyph.path.commands) {
      const points = args.map((value, index) =>
        hundredths(index % 2 === 0 ? fromX + value * scale : fromY - value * scale),
      );
      parts.push(`${COMMANDS[command] ?? ''}${points.join(' ')}`);
    }
    const advance = position?.xAdvance ?? 0;
    x += advance * scale + (advance === 0 ? 0 : tracking);
  });
  return x;
}

/** A hundredth of a point is nothing on paper, and letters are most of the file. */
const hundredths = (value: number): number => Math.round(value * 100) / 100;
