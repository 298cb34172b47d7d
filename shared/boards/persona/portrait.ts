import type { Box, Primitive } from '../../scene/primitives';
import type { Portrait } from './model';
import {
  BEARD,
  BEARD_MOUTH,
  BROWS,
  ellipse,
  GLASSES_BRIDGE,
  HAIR_BACK,
  HAIR_FRONT,
  HEAD,
  HEAD_SHADE,
  HEADBAND,
  HIJAB_FOLD,
  NECK,
  NOSE,
  type Piece,
  ROUND_COLLAR,
  SHIRT_COLLAR,
  SHOULDERS,
  SMILE,
  SMILE_IN_BEARD,
  STUBBLE,
} from './portraitPaths';

export interface PortraitOptions {
  /** Part of the 200 x 240 portrait to show; the whole by default. It covers the box, cut evenly where the ratios differ. */
  readonly view?: Box;
  /** Colour of what surrounds the portrait: the corners are painted with it, so that a disc is left. */
  readonly circle?: string;
}

const WHOLE: Box = { x: 0, y: 0, w: 200, h: 240 };
/** The face alone, for a small disc. */
export const FACE_VIEW: Box = { x: 40, y: 30, w: 120, h: 130 };

const DARK = '#22160F';

const line = (d: string, strokeWidth: number, opacity?: number): Piece => ({
  d,
  stroke: DARK,
  strokeWidth,
  ...(opacity === undefined ? {} : { opacity }),
});

function background(portrait: Portrait): readonly Piece[] {
  return [
    { d: 'M-200 -200H400V500H-200Z', fill: portrait.background },
    { d: ellipse(portrait.hair === 'afro' ? 62 : 138, 96, 84), fill: portrait.shape },
  ];
}

function body(portrait: Portrait): readonly Piece[] {
  const pieces: Piece[] = [];
  const back = HAIR_BACK[portrait.hair];
  if (back) pieces.push({ d: back, fill: portrait.hairColor });
  pieces.push({ d: SHOULDERS, fill: portrait.clothes }, { d: NECK, fill: portrait.skinShade });
  if (portrait.collar) pieces.push({ d: SHIRT_COLLAR, fill: portrait.clothesAccent });
  else if (portrait.hair !== 'hijab') pieces.push({ d: ROUND_COLLAR, fill: portrait.clothesAccent });
  return pieces;
}

function head(portrait: Portrait): readonly Piece[] {
  return [
    { d: ellipse(60, 110, 7, 12), fill: portrait.skinShade },
    { d: ellipse(140, 110, 7, 12), fill: portrait.skinShade },
    { d: HEAD, fill: portrait.skin },
    { d: HEAD_SHADE, fill: portrait.skinShade, opacity: 0.62 },
  ];
}

function beard(portrait: Portrait): readonly Piece[] {
  if (portrait.beard === 'stubble') return [{ d: STUBBLE, fill: portrait.hairColor, opacity: 0.28 }];
  if (portrait.beard === 'none') return [];
  return [
    { d: BEARD, fill: portrait.hairColor },
    { d: BEARD_MOUTH, fill: portrait.skinShade },
  ];
}

function features(portrait: Portrait): readonly Piece[] {
  return [
    line(BROWS, 3.6),
    line(NOSE, 2.6, 0.75),
    portrait.beard === 'full' ? line(SMILE_IN_BEARD, 3) : line(SMILE, 3.4),
    { d: ellipse(83, 104, 4), fill: DARK },
    { d: ellipse(118, 104, 4), fill: DARK },
  ];
}

function hairAndThings(portrait: Portrait): readonly Piece[] {
  const pieces: Piece[] = [{ d: HAIR_FRONT[portrait.hair], fill: portrait.hairColor }];
  if (portrait.hair === 'hijab') pieces.push({ d: HIJAB_FOLD, fill: portrait.clothesAccent, opacity: 0.9 });
  if (portrait.headband) pieces.push({ d: HEADBAND, fill: portrait.headband });
  if (portrait.glasses) {
    const d = `${ellipse(83, 104, 14.5)}${ellipse(118, 104, 14.5)}${GLASSES_BRIDGE}`;
    pieces.push({ d, stroke: portrait.glasses, strokeWidth: 4 });
  }
  if (portrait.earrings) {
    pieces.push({ d: `${ellipse(57, 128, 5.5)}${ellipse(143, 128, 5.5)}`, fill: portrait.earrings });
  }
  return pieces;
}

/** What is left of a box around its inscribed disc: the box's outline and the disc, run the other way round. */
function cornersOf(box: Box): string {
  const { x, y, w, h } = box;
  const rx = w / 2;
  const ry = h / 2;
  const disc = `M${x} ${y + ry}a${rx} ${ry} 0 1 0 ${w} 0a${rx} ${ry} 0 1 0 ${-w} 0Z`;
  return `M${x} ${y}H${x + w}V${y + h}H${x}Z${disc}`;
}

/**
 * A cut-paper portrait that covers a box (scene units). The pieces are vectors of flat colour; they are cut to the box by
 * the one group that is returned.
 */
export function portraitScene(portrait: Portrait, box: Box, options: PortraitOptions = {}): readonly Primitive[] {
  const view = options.view ?? WHOLE;
  const scale = Math.max(box.w / view.w, box.h / view.h);
  const x = box.x + (box.w - view.w * scale) / 2 - view.x * scale;
  const y = box.y + (box.h - view.h * scale) / 2 - view.y * scale;
  const pieces = [
    ...background(portrait),
    ...body(portrait),
    ...head(portrait),
    ...beard(portrait),
    ...features(portrait),
    ...hairAndThings(portrait),
  ];
  const children: Primitive[] = pieces.map((piece) => ({
    type: 'path',
    ...piece,
    ...(piece.stroke ? { lineCap: 'round', lineJoin: 'round' } : {}),
    x,
    y,
    scale,
    bounds: box,
  }));
  if (options.circle) children.push({ type: 'path', d: cornersOf(box), fill: options.circle, bounds: box });
  return [{ type: 'group', bounds: box, clip: box, children }];
}
