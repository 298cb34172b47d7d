import {
  ACCESSORIES,
  GLASSES_SHAPES,
  HEAD_SHAPES,
  MOUTHS,
  PLAIN_PORTRAIT,
  type Portrait,
  TOPS,
  type WholePortrait,
} from './portraitModel';

/** Chooses among `count` things: a whole number from 0 to `count - 1`. Randomness comes from outside. */
export type Pick = (count: number) => number;

/** Skin tones from light to dark, each with its shaded side. */
export const SKINS: readonly (readonly [skin: string, shade: string])[] = [
  ['#F7DCC6', '#E7BFA2'],
  ['#F4D3BC', '#E2B498'],
  ['#F3C7A4', '#E3A985'],
  ['#F1CDA8', '#DEB088'],
  ['#E7B78F', '#D09A70'],
  ['#DDA67C', '#C48A5F'],
  ['#C98F62', '#AE7449'],
  ['#A8714A', '#8D5A37'],
  ['#7A4B32', '#623824'],
  ['#653F2B', '#4D2D1F'],
];

/** Hair colours; the last three are those of age. */
export const HAIR_COLORS: readonly string[] = [
  '#15121A',
  '#2A1A14',
  '#3A2A22',
  '#5B3A24',
  '#7A2E1D',
  '#A8622C',
  '#C9924A',
  '#E0BC73',
  '#8C8579',
  '#BDB8AD',
  '#E9E6DF',
];
const AGED = 3;

/** Ground and disc behind the head. */
export const GROUNDS: readonly (readonly [background: string, shape: string])[] = [
  ['#F2B441', '#E4592F'],
  ['#9CC7C4', '#2E7B86'],
  ['#E9A58E', '#F6D9C9'],
  ['#1E44A8', '#6F93E8'],
  ['#C9D3B0', '#8BA06A'],
  ['#DCCDF4', '#9A80CF'],
  ['#BBDBF7', '#4D86B8'],
  ['#F5D9B8', '#D98C4A'],
  ['#B5E6CB', '#0F6C5C'],
  ['#FFE07A', '#C9A227'],
];

/** Clothes with what goes with them. */
export const OUTFITS: readonly (readonly [clothes: string, accent: string])[] = [
  ['#1E44A8', '#FCFBF7'],
  ['#141D33', '#F3F0E4'],
  ['#7B3A63', '#F2B441'],
  ['#FFD95A', '#E4592F'],
  ['#E4592F', '#FFD95A'],
  ['#F3F0E4', '#141D33'],
  ['#3F4A3C', '#C93A1E'],
  ['#0B4F48', '#B5E6CB'],
  ['#C93A1E', '#FFE07A'],
  ['#4D5A70', '#BBDBF7'],
];

const CLOTHS = ['#0F6C5C', '#1E44A8', '#7B3A63', '#C93A1E', '#141D33', '#C9A227', '#0E6486'] as const;
const FRAMES = ['#141D33', '#7B3A63', '#C93A1E', '#0E6486', '#5B3A24'] as const;
const METALS = ['#FFD95A', '#F3F0E4', '#E4592F'] as const;

const LONGER = ['pony', 'wave', 'afro', 'bob', 'bun', 'long', 'curly', 'braids', 'locs'] as const;
const SHORTER = ['crop', 'side', 'afro', 'bald', 'buzz', 'locs', 'tied', 'quiff', 'curly'] as const;
const UNDER_KIPPA: ReadonlySet<string> = new Set(['crop', 'side', 'buzz', 'bald', 'wave']);
const GROWN = ['stubble', 'full', 'short', 'goatee', 'moustache'] as const;

/**
 * A person that could stand in the street: every skin tone as likely, one in four of an age that shows, about half with features
 * usually read as a man's and half as a woman's, one in six with something on the head, one in eight with a visible disability (wheelchair, white cane, hearing
 * aid, eye patch). The same picks give the same portrait; some 10^13 differ.
 */
export function randomPortrait(pick: Pick): WholePortrait {
  const one = <T>(all: readonly T[]): T => all[pick(all.length)] as T;
  const oneIn = (count: number): boolean => pick(count) === 0;
  const [skin, skinShade] = one(SKINS);
  const [background, shape] = one(GROUNDS);
  const [clothes, clothesAccent] = one(OUTFITS);
  const isOlder = oneIn(4);
  const bearded = oneIn(2);
  const isCovered = !bearded && oneIn(9);
  const hair = isCovered ? 'hijab' : one<Portrait['hair']>(bearded ? SHORTER : LONGER);
  const colors = isOlder ? HAIR_COLORS.slice(-AGED) : HAIR_COLORS.slice(0, -AGED);
  const headwear = isCovered || !oneIn(8) ? 'none' : one(UNDER_KIPPA.has(hair) ? HATS : HATS.slice(0, -1));
  const cannotSee = oneIn(40);
  const top = one(TOPS);
  const accessory = oneIn(3) ? one(ACCESSORIES) : 'none';
  return {
    ...PLAIN_PORTRAIT,
    head: one(HEAD_SHAPES),
    hair,
    background,
    shape,
    skin,
    skinShade,
    hairColor: isCovered ? one(CLOTHS) : one(colors),
    clothes,
    clothesAccent,
    headband: headwear === 'none' && !isCovered && oneIn(14) ? one(CLOTHS) : '',
    headwear,
    headwearColor: one(CLOTHS),
    glasses: cannotSee ? '#141D33' : oneIn(isOlder ? 2 : 4) ? one(FRAMES) : '',
    glassesShape: cannotSee ? 'dark' : one(GLASSES_SHAPES.slice(0, 2)),
    earrings: !isCovered && oneIn(bearded ? 12 : 3) ? one(METALS) : '',
    hearingAid: !isCovered && oneIn(isOlder ? 10 : 40) ? one(['#4D5A70', '#C93A1E', '#1E44A8']) : '',
    eyes: !cannotSee && oneIn(60) ? 'patch' : 'both',
    beard: bearded && !oneIn(3) ? one(GROWN) : 'none',
    mouth: one(MOUTHS),
    lines: isOlder,
    collar: top === 'plain' && (accessory === 'tie' || oneIn(3)),
    top: accessory === 'tie' && (top === 'hoodie' || top === 'turtleneck') ? 'jacket' : top,
    accessory,
    aid: cannotSee ? 'cane' : oneIn(22) ? 'wheelchair' : 'none',
  };
}

const HATS = ['turban', 'cap', 'beanie', 'kippa'] as const;
