import type { Box, Color, GroupPrimitive, PathPrimitive, Primitive } from '../../../scene/primitives';
import type { Portrait } from '../../persona/model';
import { stable } from '../../pieces/layoutMemo';
import { rect } from '../../pieces/shapes';
import type { EmpathyFrame } from './frame';
import { AFRO, BAND, BROW, BUN, CAP, CAP_WHOLE, DRAPE, EYE, FALL, GAZE, HEAD, MOUTH, PONY, VOICE } from './headPaths';

/** From the grid of the head to the scene: moved and stretched, each way on its own. */
export interface HeadPlace {
  readonly x: number;
  readonly y: number;
  readonly sx: number;
  readonly sy: number;
}

/** Grid of the head: where its outline stands, and the neck. */
export const HEAD_GRID = { left: 322, right: 818, top: 134, bottom: 668, neckLeft: 398, neckRight: 662 } as const;
/** Box of the hair that reaches out to the left, on the grid. */
export const HAIR_BOX: Box = { x: 200, y: 158, w: 150, h: 128 };

/** The head of nobody in particular: token colours of the canvas. */
const NOBODY = { skin: '#FFD6A3', hair: '#7A2E1D' } as const;

const at = (place: HeadPlace, d: string): string =>
  d.replace(/(-?[\d.]+) (-?[\d.]+)/g, (_, x: string, y: string) => {
    const px = place.x + (Number(x) - HEAD_GRID.left) * place.sx;
    const py = place.y + (Number(y) - HEAD_GRID.top) * place.sy;
    return `${Math.round(px * 100) / 100} ${Math.round(py * 100) / 100}`;
  });

interface Look {
  readonly skin: Color;
  readonly hair: Color;
  readonly back: string | null;
  readonly cap: string | null;
  readonly band: Color | null;
}

const BACKS: Readonly<Partial<Record<Portrait['hair'], string>>> = {
  pony: PONY,
  bun: BUN,
  bob: FALL,
  wave: FALL,
  afro: AFRO,
  long: FALL,
  braids: FALL,
  locs: FALL,
  curly: AFRO,
  tied: BUN,
};

/** How somebody's head looks from the side, after their portrait. */
function lookOf(portrait: Portrait | null | undefined): Look {
  if (!portrait) return { ...NOBODY, back: null, cap: CAP_WHOLE, band: null };
  const { skin, hairColor: hair, headband } = portrait;
  const isBald = portrait.hair === 'bald';
  const band = headband !== '' && portrait.hair !== 'hijab' ? headband : null;
  return { skin, hair, back: BACKS[portrait.hair] ?? null, cap: isBald ? null : band ? CAP : CAP_WHOLE, band };
}

const channel = (hex: string): number => {
  const value = Number.parseInt(hex, 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};
const luminance = (color: Color): number =>
  0.2126 * channel(color.slice(1, 3)) + 0.7152 * channel(color.slice(3, 5)) + 0.0722 * channel(color.slice(5, 7));

/** Contrast of two colours, 1..21 (WCAG 2). */
export function contrast(a: Color, b: Color): number {
  const [high, low] = [luminance(a), luminance(b)].sort((one, other) => other - one) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** Ink for words on the head: dark or light, whichever is read better on this skin. */
export function headInk({ persona, theme }: Pick<EmpathyFrame, 'persona' | 'theme'>): Color {
  const { skin } = lookOf(persona?.info.portrait);
  return contrast(theme.noteText, skin) >= contrast('#FCFBF7', skin) ? theme.noteText : '#FCFBF7';
}

function paths(place: HeadPlace, bounds: Box, frame: EmpathyFrame): readonly Primitive[] {
  const portrait = frame.persona?.info.portrait;
  const look = lookOf(portrait);
  const unit = Math.min(place.sx, place.sy);
  const path = (d: string, paint: Partial<PathPrimitive>): PathPrimitive => ({
    type: 'path',
    d: at(place, d),
    bounds,
    ...paint,
  });
  const line = (d: string, stroke: Color, strokeWidth: number, dash?: readonly number[]): PathPrimitive =>
    path(d, { stroke, strokeWidth: strokeWidth * unit, lineCap: 'round', ...(dash ? { dash } : {}) });
  const dots = [unit, 8 * unit];
  const features = contrast('#141D33', look.skin) > 3 ? '#141D33' : '#FCFBF7';
  const drawn: Primitive[] = [];
  if (look.back) drawn.push(path(look.back, { fill: look.hair }));
  drawn.push(path(HEAD, { fill: look.skin }));
  if (look.cap) drawn.push(path(look.cap, { fill: look.hair }));
  if (look.band) drawn.push(path(BAND, { fill: look.band }));
  if (portrait?.hair === 'hijab') drawn.push(path(DRAPE, { fill: look.hair }));
  drawn.push(path(EYE, { fill: features }), line(BROW, features, 4), line(MOUTH, features, 4));
  const voice = frame.theme.color.blue;
  drawn.push(line(GAZE, voice, 3, dots), line(VOICE, voice, 3, dots));
  return drawn;
}

/** The head in profile; a taller band makes the neck longer, never the face. `bottom` is where the band ends. */
export function drawHead(out: Primitive[], place: HeadPlace, bottom: number, frame: EmpathyFrame): void {
  const portrait = frame.persona?.info.portrait;
  const { sx, sy, x, y } = place;
  const group = stable(frame.memo, 'head', [x, y, sx, sy, bottom, portrait], (): GroupPrimitive => {
    const end = y + (HEAD_GRID.bottom - HEAD_GRID.top) * sy;
    const left = x + (HAIR_BOX.x - HEAD_GRID.left) * sx;
    const bounds = { x: left, y, w: x + (HEAD_GRID.right + 20 - HEAD_GRID.left) * sx - left, h: bottom - y };
    const children = [...paths(place, bounds, frame)];
    if (bottom - end > 0.5) {
      const neck = {
        x: x + (HEAD_GRID.neckLeft - HEAD_GRID.left) * sx,
        y: end - 1,
        w: (HEAD_GRID.neckRight - HEAD_GRID.neckLeft) * sx,
        h: bottom - end + 1,
      };
      children.push(rect(neck, lookOf(portrait).skin));
    }
    return { type: 'group', role: 'artifact', bounds, children };
  });
  out.push(group);
}
