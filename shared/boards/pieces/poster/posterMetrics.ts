import { type SheetSize, typeShare } from '../../../scene/sheet';
import { style, type TextStyle } from '../textStyle';
import type { LogoMetrics } from './posterLogo';

/** Length of the longer side of the scene of a poster at scale 1: an A1 sheet in points. */
const LONG_SIDE = 2384;
const SHORT_SIDE = 1684;

/** Short side of A1 in mm, which SHORT_SIDE units stand for. */
const SHORT_MM = 594;
/** Sheets this near to the ratio of the A and B series are laid out like A1: their millimetres are rounded. */
const ISO_TOLERANCE = 0.005;

/** Share of A1's type at which its least text is 9 pt. */
const HAND_SHARE = 0.5;

const isIso = ({ widthMm, heightMm }: SheetSize): boolean =>
  Math.abs(Math.max(widthMm, heightMm) / Math.min(widthMm, heightMm) / Math.SQRT2 - 1) < ISO_TOLERANCE;

/**
 * Size of the scene of a sheet at scale 1, at which its type has the share of A1's that `typeShare` gives it; the ratio is
 * exactly that of the paper. A longer sheet than A1 is thus a longer scene, never a larger picture of the same one. One sheet of
 * several is held in the hand: its type stays at 9 pt however small it is, and less stands on it.
 */
export function pageSize(sheet: SheetSize, isPart = false): { readonly w: number; readonly h: number } {
  const share = typeShare(sheet);
  const whole = isIso(sheet)
    ? sheet.orientation === 'landscape'
      ? LONG_SIDE
      : SHORT_SIDE
    : (sheet.widthMm * SHORT_SIDE) / (share * SHORT_MM);
  const w = isPart ? (whole * share) / Math.max(share, HAND_SHARE) : whole;
  return { w, h: (w * sheet.heightMm) / sheet.widthMm };
}

/** The edge that a printer leaves blank, or that text keeps from a cut, in units of a scene of this width. */
export const blankEdge = ({ marginMm = 0, widthMm }: SheetSize, width: number): number => (marginMm * width) / widthMm;

/** Where grounds end, from the edge: a sheet that is cut has no blank one. */
export const groundEdge = (sheet: SheetSize, width: number): number => (sheet.runsOff ? 0 : blankEdge(sheet, width));

/** Block above the map and lines below it, in points of an A1 sheet. They keep their size on paper whatever the map needs. */
export interface PosterMetrics {
  readonly margin: number;
  readonly top: number;
  readonly bottom: number;
  /** Between the title block and the map, between stacked bands, and between the map and the foot. */
  readonly gap: number;
  readonly footGap: number;
  readonly bandGap: number;
  readonly eyebrow: { readonly icon: number; readonly gap: number; readonly text: TextStyle };
  readonly logo: LogoMetrics;
  /** Title sizes from the largest; a title takes the first that keeps it on one line, else two lines of a middle one. */
  readonly titles: readonly TextStyle[];
  readonly titleWhenLong: TextStyle;
  readonly titleShift: number;
  readonly titleAbove: number;
  readonly titleBelow: number;
  readonly result: { readonly text: TextStyle; readonly width: number };
  readonly card: {
    readonly width: number;
    readonly height: number;
    readonly gap: number;
    readonly portrait: number;
    /** Least distance to the map, beyond the gap that every block keeps. */
    readonly below: number;
    readonly pad: readonly [top: number, right: number, bottom: number, left: number];
    readonly name: TextStyle;
    readonly facts: TextStyle;
    readonly factsAbove: number;
    readonly factsBelow: number;
    readonly quote: TextStyle;
  };
  readonly foot: {
    readonly text: TextStyle;
    readonly brand: TextStyle;
    readonly gap: number;
    readonly rowGap: number;
  };
}

const TEXT = 'Atkinson Hyperlegible Next';
const TITLE = 'Besley';

const title = (size: number): TextStyle => style(TITLE, 900, size, 1.02, { tracking: -0.034 });

const AT_ONE: PosterMetrics = {
  margin: 73,
  top: 50,
  bottom: 30,
  gap: 10,
  footGap: 22,
  bandGap: 36,
  eyebrow: { icon: 30, gap: 14, text: style(TEXT, 600, 27, 1.35) },
  logo: { side: 92, height: 78, width: 280, gap: 26 },
  titles: [title(117), title(104), title(92), title(80)],
  titleWhenLong: title(80),
  titleShift: -4,
  titleAbove: 2,
  titleBelow: 26,
  result: { text: style(TEXT, 400, 29, 1.26), width: 1380 },
  card: {
    width: 660,
    height: 246,
    gap: 40,
    portrait: 208,
    below: 20,
    pad: [22, 12, 20, 24],
    name: style(TITLE, 800, 36, 1.05),
    facts: style(TEXT, 500, 21, 1.3),
    factsAbove: 4,
    factsBelow: 11,
    quote: style(TITLE, 500, 25.5, 1.22, { italic: true }),
  },
  foot: { text: style(TEXT, 400, 18.5, 1.35), brand: style(TITLE, 800, 22, 1.2), gap: 60, rowGap: 8 },
};

const scaledStyle = (given: TextStyle, k: number): TextStyle => ({
  font: { ...given.font, size: given.font.size * k },
  lineHeight: given.lineHeight * k,
});

function isStyle(value: object): value is TextStyle {
  return 'font' in value && 'lineHeight' in value;
}

/** The same measures, every number of them times `k`. */
export function scaled<T>(value: T, k: number): T {
  if (typeof value === 'number') return (value * k) as T;
  if (Array.isArray(value)) return value.map((part) => scaled(part, k)) as T;
  if (typeof value !== 'object' || value === null) return value;
  if (isStyle(value)) return scaledStyle(value, k) as T;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, scaled(part, k)])) as T;
}

/** One sheet of several: a headline and narrow margins leave the room to the board. */
const PART: PosterMetrics = {
  ...AT_ONE,
  margin: 52,
  top: 34,
  bottom: 26,
  gap: 6,
  footGap: 14,
  eyebrow: { icon: 24, gap: 10, text: style(TEXT, 600, 21, 1.3) },
  logo: { side: 62, height: 52, width: 190, gap: 18 },
  titles: [title(58), title(50), title(44)],
  titleWhenLong: title(44),
  titleShift: -2,
  titleBelow: 12,
  result: { text: style(TEXT, 400, 22, 1.26), width: 1380 },
};

/** A crowded board: everything around it keeps to a headline and a small card. */
const DENSE: PosterMetrics = {
  ...PART,
  card: {
    ...AT_ONE.card,
    width: 480,
    height: 128,
    portrait: 108,
    below: 10,
    pad: [10, 10, 10, 16],
    name: style(TITLE, 800, 25, 1.05),
    facts: style(TEXT, 500, 18, 1.2),
    factsAbove: 2,
    factsBelow: 4,
    quote: style(TITLE, 500, 18.5, 1.18, { italic: true }),
  },
};

/** What stands around a board: on a sheet of its own, around a crowded one, on one sheet of several. */
export type PosterBlock = 'whole' | 'dense' | 'part';

const BLOCKS: Readonly<Record<PosterBlock, PosterMetrics>> = { whole: AT_ONE, dense: DENSE, part: PART };

/** The block measures in the units of a scene `k` times as wide as the sheet; margins are at least `edge` units. */
export function posterMetrics(k: number, edge = 0, block: PosterBlock = 'whole'): PosterMetrics {
  const m = scaled(BLOCKS[block], k);
  if (edge <= Math.min(m.margin, m.top, m.bottom)) return m;
  const least = (own: number) => Math.max(own, edge);
  // Beside a blank edge nothing hangs over.
  const titleShift = edge > m.margin ? 0 : m.titleShift;
  return { ...m, margin: least(m.margin), top: least(m.top), bottom: least(m.bottom), titleShift };
}
