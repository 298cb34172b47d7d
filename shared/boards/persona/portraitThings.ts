import type { WholePortrait } from './portraitModel';
import { BEARD, BEARD_MOUTH, ellipse, HEAD, HEAD_SHADE, STUBBLE } from './portraitPaths';

interface Jaw {
  /** Handles and end of the right half of the jaw, which starts at 140, 98. */
  readonly one: readonly [x: number, y: number];
  readonly two: readonly [x: number, y: number];
  readonly bottom: number;
}

const JAWS: Readonly<Record<Exclude<WholePortrait['head'], 'oval'>, Jaw>> = {
  round: { one: [140, 134], two: [128, 158], bottom: 158 },
  square: { one: [140, 142], two: [133, 161], bottom: 161 },
  long: { one: [140, 134], two: [122, 167], bottom: 167 },
  heart: { one: [140, 122], two: [114, 163], bottom: 163 },
};

const CROWN = 'C60 62 78 46 100 46s40 16 40 52';

/** Outline of the face. */
export function headPath(head: WholePortrait['head']): string {
  if (head === 'oval') return HEAD;
  const { one, two, bottom } = JAWS[head];
  const mirrored = ([x, y]: readonly [number, number]) => `${200 - x} ${y}`;
  return `M60 98${CROWN}C${one.join(' ')} ${two.join(' ')} 100 ${bottom}C${mirrored(two)} ${mirrored(one)} 60 98Z`;
}

/** The shaded side of the face, cut along its outline: de Casteljau at 95 % of the jaw. */
export function headShade(head: WholePortrait['head']): string {
  if (head === 'oval') return HEAD_SHADE;
  const { one, two, bottom } = JAWS[head];
  const t = 0.95;
  type Point = readonly [number, number];
  const between = (a: Point, b: Point): Point => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
  const p01 = between([140, 98], one);
  const p12 = between(one, two);
  const p23 = between(two, [100, bottom]);
  const p012 = between(p01, p12);
  const end = between(p012, between(p12, p23));
  const at = (point: Point) => point.map((value) => Math.round(value * 10) / 10).join(' ');
  return `M103.8 46.2C124 47.9 140 64.1 140 98C${at(p01)} ${at(p012)} ${at(end)}C111.4 147.8 113.1 136.5 110 124L102 110Z`;
}

const MOUSTACHE = 'M81 133c4-9 13-10 19-6 6-4 15-3 19 6-7 1-13-1-19-3-6 2-12 4-19 3Z';
const GOATEE = 'M90 146c6 3 14 3 20 0 3 8-1 19-10 19s-13-11-10-19Z';
const SHORT_BEARD =
  'M60 106c0 34 15 59 40 59s40-25 40-59c-3 11-8 18-13 22-16-7-38-7-54 0-5-4-10-11-13-22ZM86 136q14 -6 28 0q-2 9 -14 9t-14 -9Z';

/** A beard in pieces: what the hair colour fills, how far, and where the mouth is left free. */
export const BEARD_PIECES: Readonly<
  Record<
    WholePortrait['beard'],
    readonly { readonly d: string; readonly opacity?: number; readonly isMouth?: boolean }[]
  >
> = {
  none: [],
  stubble: [{ d: STUBBLE, opacity: 0.28 }],
  full: [{ d: BEARD }, { d: BEARD_MOUTH, isMouth: true }],
  short: [
    { d: SHORT_BEARD.slice(0, SHORT_BEARD.indexOf('ZM') + 1), opacity: 0.82 },
    { d: SHORT_BEARD.slice(SHORT_BEARD.indexOf('ZM') + 1), isMouth: true },
  ],
  goatee: [{ d: MOUSTACHE }, { d: GOATEE }],
  moustache: [{ d: MOUSTACHE }],
};

export const LINES = 'M70 119q4 4 9 5M130 119q-4 4-9 5M79 128q-3 5-1 10M121 127q4 5 2 11M88 73q12-4 24 0';
export const CALM = 'M89 139q11 5 22 0';
export const WIDE = 'M86 134q14 19 28 0q-14 4-28 0Z';
export const SQUARE_GLASSES =
  'M68 94h28a2 2 0 0 1 2 2v12a6 6 0 0 1-6 6h-18a6 6 0 0 1-6-6ZM104 94h28v14a6 6 0 0 1-6 6h-18a6 6 0 0 1-6-6V96a2 2 0 0 1 2-2Z';
export const PATCH = ellipse(118, 104, 13, 11.5);
export const PATCH_STRAP = 'M108 97L62 72M129 97L143 88';
/** Behind the ear, and its tube into it. */
export const HEARING_AID = 'M58 97c-8-4-12 3-10 12 1 6 3 9 5 12';
export const HEARING_TUBE = 'M55 96c5 1 7 7 5 14';

/** Headwear: the cloth, what darkens parts of it, and lines on it. */
export const HEADWEAR_PIECES: Readonly<
  Record<
    Exclude<WholePortrait['headwear'], 'none'>,
    { readonly cloth: string; readonly shade?: string; readonly folds?: string }
  >
> = {
  turban: {
    cloth: 'M50 94C40 44 64 14 100 14s60 30 50 80c-10-16-28-28-50-36-22 8-40 20-50 36Z',
    shade: 'M100 58c-14-8-20-26-18-42 6-2 30-2 36 0 2 16-4 34-18 42Z',
    folds: 'M56 78C66 52 78 34 92 24M144 78C134 52 122 34 108 24M66 62C76 46 84 34 96 30M134 62C124 46 116 34 104 30',
  },
  cap: {
    cloth: 'M55 86C52 48 72 28 100 28s48 20 45 58c-28-9-62-9-90 0Z',
    shade: 'M50 88c28-16 72-16 100 0 7 4 10 8 9 12-36-13-82-13-118 0-1-4 2-8 9-12Z',
  },
  kippa: { cloth: 'M72 45C78 29 122 29 128 45c-16-7-40-7-56 0Z' },
  beanie: {
    cloth: 'M54 84C50 42 70 22 100 22s50 20 46 62Z',
    shade: 'M51 76c30-8 68-8 98 0v17c-30-8-68-8-98 0Z',
  },
};

/** Hair that stands up too far to be under a cap or a beanie: it shows as short hair there. */
export const FULL_HAIR: ReadonlySet<WholePortrait['hair']> = new Set([
  'afro',
  'bun',
  'tied',
  'quiff',
  'curly',
  'side',
  'crop',
]);

export const HOOD = 'M58 200c-8-34 12-48 42-48s50 14 42 48c-12-14-26-20-42-20s-30 6-42 20Z';
export const HOOD_STRINGS = 'M90 202v26M110 202v26';
export const JACKET_SHIRT = 'M78 178 100 240 122 178c-10 12-34 12-44 0Z';
export const LAPELS = 'M74 176 100 240 76 240 50 196ZM126 176 100 240 124 240 150 196Z';
export const TURTLENECK = 'M77 156c14 7 32 7 46 0l3 30c-16 10-36 10-52 0Z';
export const TURTLENECK_FOLD = 'M78 168c14 7 30 7 44 0';

export const SCARF = 'M64 172c16 14 56 14 72 0 9 6 10 17 3 25-22 13-56 13-78 0-7-8-6-19 3-25Z';
export const SCARF_TAIL = 'M104 196l26-4 10 48h-26Z';
export const NECKLACE = 'M72 186c8 26 48 26 56 0';
export const PENDANT = ellipse(100, 208, 4.5);
export const TIE = 'M93 190h14l-3 10 9 40h-26l9-40Z';
export const LANYARD = 'M72 186l24 40M128 186l-24 40';
export const BADGE = 'M86 222h28v22H86Z';

/** The chair behind somebody who sits in it: push handles, back, top of the wheels. */
export const CHAIR_FRAME = 'M8 172h20v76M192 172h-20v76';
export const CHAIR_BACK = 'M28 186h144v64H28Z';
export const CHAIR_WHEELS = 'M-8 248c2-30 12-42 32-46M208 248c-2-30-12-42-32-46';
export const CANE = 'M170 150L182 262';
export const CANE_GRIP = 'M169 142L172 168';
export const HAND = ellipse(174, 190, 11, 10);
