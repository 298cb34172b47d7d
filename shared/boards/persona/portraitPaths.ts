import type { Portrait } from './portraitModel';

/** A drawn piece in the portrait's own square of 200 x 240. */
export interface Piece {
  readonly d: string;
  readonly fill?: string;
  readonly stroke?: string;
  readonly strokeWidth?: number;
  readonly opacity?: number;
}

export type HairStyle = Portrait['hair'];

/** Outline of the face. */
export const HEAD = 'M60 98C60 62 78 46 100 46s40 16 40 52c0 32-16 62-40 62S60 130 60 98Z';
/** The shaded side of the face, cut along the outline. */
export const HEAD_SHADE =
  'M103.8 46.2C124 47.9 140 64.1 140 98C140 128.3 125.7 156.8 103.7 159.8C111.4 147.8 113.1 136.5 110 124L102 110Z';
export const SHOULDERS = 'M8 330C4 236 34 196 78 184h44c44 12 74 52 70 146Z';
export const NECK = 'M80 140h40v40c0 16-40 16-40 0Z';
export const SHIRT_COLLAR = 'M74 176 100 204 84 222 62 186ZM126 176 100 204 116 222 138 186Z';
export const ROUND_COLLAR = 'M76 174c4 22 44 22 48 0l10 4c-4 40-64 40-68 0Z';
export const BEARD = 'M60 104c0 36 14 66 40 66s40-30 40-66c-4 12-8 20-14 24-16-8-36-8-52 0-6-4-10-12-14-24Z';
export const BEARD_MOUTH = 'M84 134q16-8 32 0-2 9-16 9t-16-9Z';
export const STUBBLE = 'M61 108c2 32 16 52 39 52s37-20 39-52c-4 10-8 16-14 19-16-6-34-6-50 0-6-3-10-9-14-19Z';
export const BROWS = 'M74 90q8-6 17-2M109 88q9-4 17 2';
export const NOSE = 'M101 100q6 12 7 18-3 4-9 3';
export const SMILE = 'M87 136q13 11 26-1';
export const SMILE_IN_BEARD = 'M90 137q10 4 20 0';
export const GLASSES_BRIDGE = 'M97.5 103q3-4 6 0';
export const HEADBAND = 'M59 82C76 62 122 60 142 80l1-13C122 48 78 50 60 68Z';
export const HIJAB_FOLD = 'M50 140c20 30 70 44 102 8-4 36-24 60-60 60-20-14-36-38-42-68Z';

/** A circle (or an ellipse) as path data. */
export const ellipse = (cx: number, cy: number, rx: number, ry = rx): string =>
  `M${cx - rx} ${cy}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0Z`;

/** Hair behind the shoulders, where a style has some. */
export const HAIR_BACK: Readonly<Partial<Record<HairStyle, string>>> = {
  pony: 'M128 66C168 52 188 84 176 118c-4 16 6 26 2 40-20-4-34-18-36-40-1-18-4-34-14-52Z',
  wave: 'M46 118C34 70 60 30 100 30s68 38 54 88c-4 12-14 18-22 16H68c-10 2-18-4-22-16Z',
  afro: 'M100 12C62 6 26 38 32 82c-14 26 4 54 30 56h78c26-4 42-32 28-58C172 38 138 6 100 12Z',
  bob: 'M46 150C34 80 52 30 100 30s66 50 54 120c-14 8-30 6-40 2H86c-12 4-28 6-40-2Z',
  bun: ellipse(104, 24, 21),
  hijab: 'M40 250C30 120 38 28 100 28s70 92 60 222Z',
  long: 'M44 232C34 120 44 30 100 30s66 90 56 202c-14 4-28 2-36-6H80c-8 8-22 10-36 6Z',
  curly: [
    ellipse(100, 50, 34, 26),
    ellipse(64, 68, 22),
    ellipse(136, 68, 22),
    ellipse(50, 98, 19),
    ellipse(150, 98, 19),
    ellipse(50, 128, 18),
    ellipse(150, 128, 18),
  ].join(''),
  braids: [132, 150, 168, 186, 204, 220]
    .flatMap((y, at) => [
      ellipse(50 + (at % 2) * 3, y, 11 - at * 0.6, 12),
      ellipse(150 - (at % 2) * 3, y, 11 - at * 0.6, 12),
    ])
    .concat('M52 140C40 60 66 32 100 32s60 28 48 108Z')
    .join(''),
  locs: [44, 56, 68, 132, 144, 156]
    .map((x, at) => `M${x - 6} 84h12v${[96, 116, 104, 108, 118, 94][at]}a6 6 0 0 1 -12 0Z`)
    .concat('M44 100C40 52 66 28 100 28s60 24 56 72Z')
    .join(''),
  tied: ellipse(100, 30, 15),
};

/** Hair over the face. The hijab's opening runs the other way round, so that it stays open under the non-zero rule. */
export const HAIR_FRONT: Readonly<Record<HairStyle, string>> = {
  pony: 'M56 106C48 60 72 34 102 34c32 0 50 26 43 70-6-14-9-22-12-30-18 6-40 4-56-6-10 8-17 20-21 38Z',
  crop: 'M56 104C48 56 70 34 100 34s52 22 44 70c-5-8-7-18-8-30-14-8-58-8-72 0-1 12-3 22-8 30Z',
  side: 'M56 100C46 58 66 32 104 30c34-1 46 28 40 70-5-8-7-16-9-26-22 0-40-4-54-14-6 14-17 22-25 40Z',
  wave: 'M56 102C50 62 70 36 104 36c30 0 46 28 40 66-8-4-14-16-16-28-12 2-22-2-28-10-6 12-22 16-32 16-2 10-6 18-12 22Z',
  afro: 'M57 104C48 58 72 38 100 38s52 20 43 66c-3-16-10-28-20-34-14 6-32 6-46 0-10 6-17 18-20 34Z',
  bob: 'M56 104C52 60 72 40 100 40s48 20 44 64l-4-22c-24 6-56 6-80 0Z',
  bun: 'M56 108C46 62 70 36 100 36s54 26 44 72c-5-22-16-42-44-50-28 8-39 28-44 50Z',
  long: 'M56 112C44 62 70 36 100 36s56 26 44 76c-4-24-14-44-36-54-6-3-10-3-16 0-22 10-32 30-36 54Z',
  curly: [
    ellipse(66, 66, 15),
    ellipse(84, 52, 17),
    ellipse(106, 48, 17),
    ellipse(128, 58, 16),
    ellipse(58, 86, 11),
    ellipse(142, 82, 11),
  ].join(''),
  braids: 'M56 108C46 62 70 36 100 36s54 26 44 72c-5-22-16-42-44-50-28 8-39 28-44 50Z',
  buzz: 'M57 98C54 62 74 42 100 42s46 20 43 56c-4-6-6-14-8-22-9-10-22-14-35-14s-26 4-35 14c-2 8-4 16-8 22Z',
  locs: 'M54 108C48 60 72 36 100 36s52 24 46 72c-4-12-8-24-10-34-6 4-12 4-18-2-8 6-16 6-22-1-6 6-14 7-22 3-4 12-12 24-20 34Z',
  tied: 'M57 100C50 58 72 38 100 38s50 20 43 62c-4-14-8-24-14-32-18-8-40-8-58 0-6 8-10 18-14 32Z',
  quiff: 'M57 100C50 62 60 46 82 40c6-16 32-20 50-8 14 10 18 36 12 68-4-12-7-20-9-28-24 4-46 0-58-8-8 12-14 22-20 36Z',
  bald: 'M55 106c-6-18-4-36 4-48 2 14 3 30 0 48ZM145 106c6-18 4-36-4-48-2 14-3 30 0 48Z',
  hijab:
    'M46 130C40 60 66 32 100 32s60 28 54 98c-4 30-20 54-54 54s-50-24-54-54Zm20-28c0 32 14 54 34 54s34-22 34-54c0-28-14-40-34-40s-34 12-34 40Z',
};
