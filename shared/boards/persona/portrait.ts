import type { Box, Primitive } from '../../scene/primitives';
import { type Portrait, type WholePortrait, wholePortrait } from './portraitModel';
import {
  BROWS,
  ellipse,
  GLASSES_BRIDGE,
  HAIR_BACK,
  HAIR_FRONT,
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
} from './portraitPaths';
import {
  BADGE,
  BEARD_PIECES,
  CALM,
  CANE,
  CANE_GRIP,
  CHAIR_BACK,
  CHAIR_FRAME,
  CHAIR_WHEELS,
  FULL_HAIR,
  HAND,
  HEADWEAR_PIECES,
  HEARING_AID,
  HEARING_TUBE,
  HOOD,
  HOOD_STRINGS,
  headPath,
  headShade,
  JACKET_SHIRT,
  LANYARD,
  LAPELS,
  LINES,
  NECKLACE,
  PATCH,
  PATCH_STRAP,
  PENDANT,
  SCARF,
  SCARF_TAIL,
  SQUARE_GLASSES,
  TIE,
  TURTLENECK,
  TURTLENECK_FOLD,
  WIDE,
} from './portraitThings';

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
/** Frame of a wheelchair. */
const FRAME = '#303950';
const WHITE = '#FCFBF7';

const line = (d: string, strokeWidth: number, opacity?: number): Piece => ({
  d,
  stroke: DARK,
  strokeWidth,
  ...(opacity === undefined ? {} : { opacity }),
});

const shade = (d: string, opacity: number): Piece => ({ d, fill: DARK, opacity });

function background(portrait: WholePortrait): readonly Piece[] {
  const ground: Piece[] = [
    { d: 'M-200 -200H400V500H-200Z', fill: portrait.background },
    { d: ellipse(portrait.hair === 'afro' ? 62 : 138, 96, 84), fill: portrait.shape },
  ];
  if (portrait.aid === 'wheelchair')
    ground.push(
      { d: CHAIR_WHEELS, stroke: FRAME, strokeWidth: 7 },
      { d: CHAIR_BACK, fill: FRAME },
      { d: CHAIR_FRAME, stroke: FRAME, strokeWidth: 8 },
    );
  return ground;
}

/** Hair as it shows under what is worn: nothing under a turban, short hair where a cap would not close. */
function hairOf({ hair, headwear }: WholePortrait): { readonly front: string; readonly back: string | undefined } {
  if (hair === 'hijab' || headwear === 'none' || headwear === 'kippa')
    return { front: HAIR_FRONT[hair], back: HAIR_BACK[hair] };
  if (headwear === 'turban') return { front: '', back: undefined };
  return FULL_HAIR.has(hair)
    ? { front: HAIR_FRONT.buzz, back: undefined }
    : { front: HAIR_FRONT[hair], back: HAIR_BACK[hair] };
}

function topOf(portrait: WholePortrait): readonly Piece[] {
  const { clothes, clothesAccent, top } = portrait;
  if (top === 'turtleneck') return [{ d: TURTLENECK, fill: clothes }, line(TURTLENECK_FOLD, 2, 0.3)];
  if (top === 'jacket')
    return [{ d: JACKET_SHIRT, fill: clothesAccent }, { d: LAPELS, fill: clothes }, shade(LAPELS, 0.22)];
  if (top === 'hoodie') return [{ d: HOOD_STRINGS, stroke: clothesAccent, strokeWidth: 3.4 }];
  if (portrait.collar) return [{ d: SHIRT_COLLAR, fill: clothesAccent }];
  return portrait.hair === 'hijab' ? [] : [{ d: ROUND_COLLAR, fill: clothesAccent }];
}

function accessoryOf({ accessory, clothesAccent }: WholePortrait): readonly Piece[] {
  if (accessory === 'scarf')
    return [{ d: SCARF_TAIL, fill: clothesAccent }, shade(SCARF_TAIL, 0.14), { d: SCARF, fill: clothesAccent }];
  if (accessory === 'necklace')
    return [
      { d: NECKLACE, stroke: '#FFD95A', strokeWidth: 2.6 },
      { d: PENDANT, fill: '#FFD95A' },
    ];
  if (accessory === 'tie') return [{ d: TIE, fill: clothesAccent }, shade(TIE, 0.3)];
  if (accessory === 'lanyard')
    return [
      { d: LANYARD, stroke: '#C93A1E', strokeWidth: 4 },
      { d: BADGE, fill: WHITE },
    ];
  return [];
}

function body(portrait: WholePortrait): readonly Piece[] {
  const { back } = hairOf(portrait);
  return [
    ...(back ? [{ d: back, fill: portrait.hairColor }] : []),
    { d: SHOULDERS, fill: portrait.clothes },
    ...(portrait.top === 'hoodie' ? [{ d: HOOD, fill: portrait.clothes }, shade(HOOD, 0.2)] : []),
    { d: NECK, fill: portrait.skinShade },
    ...topOf(portrait),
    ...accessoryOf(portrait),
  ];
}

function head(portrait: WholePortrait): readonly Piece[] {
  return [
    { d: ellipse(60, 110, 7, 12), fill: portrait.skinShade },
    { d: ellipse(140, 110, 7, 12), fill: portrait.skinShade },
    { d: headPath(portrait.head), fill: portrait.skin },
    { d: headShade(portrait.head), fill: portrait.skinShade, opacity: 0.62 },
    ...(portrait.lines ? [line(LINES, 2, 0.42)] : []),
  ];
}

const beard = (portrait: WholePortrait): readonly Piece[] =>
  BEARD_PIECES[portrait.beard].map(({ d, opacity, isMouth }) => ({
    d,
    fill: isMouth ? portrait.skinShade : portrait.hairColor,
    ...(opacity === undefined ? {} : { opacity }),
  }));

function mouth({ beard: grown, mouth: mood }: WholePortrait): Piece {
  if (grown === 'full' || grown === 'short') return line(SMILE_IN_BEARD, 3);
  if (mood === 'wide' && grown !== 'moustache' && grown !== 'goatee')
    return { d: WIDE, fill: WHITE, stroke: DARK, strokeWidth: 2.6 };
  return mood === 'calm' ? line(CALM, 3.2) : line(SMILE, 3.4);
}

function features(portrait: WholePortrait): readonly Piece[] {
  const hasPatch = portrait.eyes === 'patch';
  return [
    line(BROWS, 3.6),
    line(NOSE, 2.6, 0.75),
    mouth(portrait),
    { d: ellipse(83, 104, 4), fill: DARK },
    ...(hasPatch ? [line(PATCH_STRAP, 3), { d: PATCH, fill: DARK }] : [{ d: ellipse(118, 104, 4), fill: DARK }]),
  ];
}

function glassesOf({ glasses, glassesShape }: WholePortrait): readonly Piece[] {
  if (!glasses) return [];
  const lenses = `${ellipse(83, 104, 14.5)}${ellipse(118, 104, 14.5)}`;
  if (glassesShape === 'square') return [{ d: `${SQUARE_GLASSES}M98 100q3-3 6 0`, stroke: glasses, strokeWidth: 4 }];
  const drawn = { d: `${lenses}${GLASSES_BRIDGE}`, stroke: glasses, strokeWidth: 4 };
  return glassesShape === 'dark' ? [{ d: lenses, fill: glasses }, drawn] : [drawn];
}

function headwearOf({ headwear, headwearColor, hair }: WholePortrait): readonly Piece[] {
  if (headwear === 'none' || hair === 'hijab') return [];
  const { cloth, shade: dark, folds } = HEADWEAR_PIECES[headwear];
  return [
    { d: cloth, fill: headwearColor },
    ...(dark ? [{ d: dark, fill: headwearColor }, shade(dark, 0.22)] : []),
    ...(folds ? [line(folds, 2.4, 0.3)] : []),
  ];
}

function hairAndThings(portrait: WholePortrait): readonly Piece[] {
  const { front } = hairOf(portrait);
  const pieces: Piece[] = front ? [{ d: front, fill: portrait.hairColor }] : [];
  if (portrait.hair === 'hijab') pieces.push({ d: HIJAB_FOLD, fill: portrait.clothesAccent, opacity: 0.9 });
  if (portrait.headband) pieces.push({ d: HEADBAND, fill: portrait.headband });
  pieces.push(...headwearOf(portrait), ...glassesOf(portrait));
  if (portrait.hearingAid && portrait.hair !== 'hijab')
    pieces.push(
      { d: HEARING_TUBE, stroke: WHITE, strokeWidth: 2.4 },
      { d: HEARING_AID, stroke: portrait.hearingAid, strokeWidth: 6 },
    );
  if (portrait.earrings) {
    pieces.push({ d: `${ellipse(57, 128, 5.5)}${ellipse(143, 128, 5.5)}`, fill: portrait.earrings });
  }
  if (portrait.aid === 'cane')
    pieces.push({ d: CANE, stroke: WHITE, strokeWidth: 6 }, line(CANE_GRIP, 8), { d: HAND, fill: portrait.skin });
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
export function portraitScene(given: Portrait, box: Box, options: PortraitOptions = {}): readonly Primitive[] {
  const portrait = wholePortrait(given);
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
