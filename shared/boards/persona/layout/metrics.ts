import type { LogoMetrics } from '../../pieces/poster/posterLogo';
import { scaled } from '../../pieces/poster/posterMetrics';
import { style, type TextStyle } from '../../pieces/textStyle';

/** Every measure of one form of the persona. Units: 1 px at zoom 1 on screen, 1 pt on an A1 poster. */
export interface PersonaMetrics {
  readonly name: 'screen' | 'compact' | 'poster';
  /** Around the sheet, on the wall (screen only). */
  readonly margin: { readonly left: number; readonly right: number; readonly bottom: number };
  /** Width and least height of the sheet; on screen it leaves the edit bar its room under the foot. */
  readonly sheet: { readonly w: number; readonly h: number };
  /** The band at the left: portrait above, facts on blue under it. */
  readonly band: {
    readonly w: number;
    readonly portraitMost: number;
    readonly portraitLeast: number;
    readonly pad: number;
    readonly padRight: number;
    readonly label: TextStyle;
    /** 0 sets the labels above the facts, for a narrow band. */
    readonly labelWidth: number;
    readonly gap: number;
    readonly rowGap: number;
    readonly text: TextStyle;
    readonly initials: TextStyle;
  };
  /** Inner margins of the page beside the band. */
  readonly page: { readonly top: number; readonly right: number; readonly left: number; readonly bottom: number };
  readonly head: {
    readonly eyebrow: TextStyle;
    readonly eyebrowBelow: number;
    readonly logo: LogoMetrics;
    /** Sizes of the name from the largest: it takes the first that keeps it on one line, else it wraps in the last. */
    readonly names: readonly TextStyle[];
    readonly tagline: TextStyle;
    readonly taglineAbove: number;
    readonly taglineBelow: number;
    readonly quote: TextStyle;
    readonly below: number;
    readonly rule: number;
  };
  readonly column: { readonly least: number; readonly gap: number; readonly most: number };
  readonly block: {
    readonly padTop: number;
    readonly padBottom: number;
    readonly icon: number;
    readonly gap: number;
    readonly title: TextStyle;
    readonly titleBelow: number;
    readonly hair: number;
    readonly text: TextStyle;
    readonly paragraph: TextStyle;
    readonly glyph: number;
    readonly lead: number;
    readonly rowGap: number;
    readonly note: TextStyle;
    readonly noteAbove: number;
    readonly prompt: TextStyle;
    readonly promptPad: number;
  };
  readonly chip: { readonly text: TextStyle; readonly padX: number; readonly padY: number; readonly gap: number };
  readonly channel: {
    readonly text: TextStyle;
    readonly label: number;
    readonly bar: number;
    readonly stripe: number;
    readonly value: TextStyle;
    readonly valueWidth: number;
    readonly gap: number;
    readonly rowGap: number;
  };
  readonly voice: { readonly text: TextStyle; readonly gap: number };
  readonly slider: {
    readonly text: TextStyle;
    readonly track: number;
    readonly knob: number;
    readonly value: TextStyle;
    readonly gap: number;
    readonly rowGap: number;
  };
  readonly number: { readonly value: TextStyle; readonly text: TextStyle };
  readonly foot: {
    readonly text: TextStyle;
    readonly strong: TextStyle;
    readonly mark: number;
    readonly inner: number;
    readonly gap: number;
    readonly rowGap: number;
    readonly padTop: number;
    readonly above: number;
    readonly brand: TextStyle;
  };
  /** Under the sheet, on the wall. */
  readonly legend: { readonly top: number; readonly text: TextStyle };
}

const TEXT = 'Atkinson Hyperlegible Next';
const TITLE = 'Besley';
const VOICE = { italic: true } as const;

const nameStyle = (size: number): TextStyle => style(TITLE, 900, size, 1.02, { tracking: -0.034 });

/** The page on a wide screen. */
const SCREEN: PersonaMetrics = {
  name: 'screen',
  margin: { left: 12, right: 16, bottom: 12 },
  sheet: { w: 1128, h: 752 },
  band: {
    w: 306,
    portraitMost: 446,
    portraitLeast: 300,
    pad: 22,
    padRight: 16,
    label: style(TEXT, 600, 14, 1.25),
    labelWidth: 102,
    gap: 10,
    rowGap: 10,
    text: style(TEXT, 500, 15.5, 1.25),
    initials: style(TITLE, 900, 96, 1.1, { tracking: -0.034 }),
  },
  page: { top: 26, right: 26, left: 30, bottom: 14 },
  head: {
    eyebrow: style(TEXT, 600, 14, 1.3),
    eyebrowBelow: 2,
    logo: { side: 43, height: 37, width: 132, gap: 12 },
    names: [68, 60, 52, 44].map(nameStyle),
    tagline: style(TEXT, 500, 19, 1.25),
    taglineAbove: 13,
    taglineBelow: 9,
    quote: style(TITLE, 600, 29, 1.17, { italic: true, tracking: -0.005 }),
    below: 16,
    rule: 2,
  },
  column: { least: 226, gap: 28, most: 330 },
  block: {
    padTop: 16,
    padBottom: 14,
    icon: 17,
    gap: 7,
    title: style(TITLE, 800, 17, 1.2, { tracking: -0.01 }),
    titleBelow: 6,
    hair: 1,
    text: style(TEXT, 400, 15.5, 1.25),
    paragraph: style(TEXT, 400, 15.5, 1.28),
    glyph: 10,
    lead: 18,
    rowGap: 5,
    note: style(TEXT, 400, 13, 1.3),
    noteAbove: 4,
    prompt: style(TEXT, 500, 14.5, 1.25),
    promptPad: 8,
  },
  chip: { text: style(TEXT, 600, 14, 1.2), padX: 9, padY: 5, gap: 6 },
  channel: {
    text: style(TEXT, 500, 14, 1.25),
    label: 104,
    bar: 13,
    stripe: 3,
    value: style(TITLE, 700, 15, 1.2),
    valueWidth: 30,
    gap: 8,
    rowGap: 5,
  },
  voice: { text: style(TITLE, 500, 16, 1.27, VOICE), gap: 7 },
  slider: {
    text: style(TEXT, 500, 14, 1.25),
    track: 4,
    knob: 7,
    value: style(TITLE, 700, 13, 1.2),
    gap: 10,
    rowGap: 8,
  },
  number: { value: style(TITLE, 800, 27, 1.15), text: style(TEXT, 500, 14, 1.25) },
  foot: {
    text: style(TEXT, 500, 13.5, 1.3),
    strong: style(TEXT, 700, 13.5, 1.3),
    mark: 10,
    inner: 6,
    gap: 20,
    rowGap: 4,
    padTop: 9,
    above: 12,
    brand: style(TITLE, 800, 15, 1.2),
  },
  legend: { top: 12, text: style(TEXT, 500, 13, 1.35) },
};

/** The page below 1366 px: everything a little smaller, text still at 12 px or more. */
const COMPACT: PersonaMetrics = {
  ...scaled(SCREEN, 0.93),
  name: 'compact',
  margin: { left: 10, right: 14, bottom: 8 },
  sheet: { w: 1120, h: 620 },
  band: { ...scaled(SCREEN.band, 0.93), portraitMost: 330, portraitLeast: 240 },
  head: { ...scaled(SCREEN.head, 0.88), tagline: style(TEXT, 500, 17.5, 1.25) },
};

/** What the wide screen's sheet measures against an A1 poster in landscape (2384 pt wide). */
export const POSTER_UNIT = 2384 / 1128;

/**
 * The page on a poster, at the scale of an A1 sheet. `block` is the share at which the blocks are drawn; head, band and foot follow its
 * root, so that a crowded page keeps its headline.
 */
export function posterMetrics(scale: number, isPortrait: boolean): PersonaMetrics {
  const k = POSTER_UNIT;
  const grown = POSTER_UNIT * Math.sqrt(scale);
  const band = scaled(SCREEN.band, grown);
  return {
    ...scaled(SCREEN, k),
    name: 'poster',
    band: isPortrait
      ? { ...band, w: 232 * grown, labelWidth: 0, portraitMost: 338 * grown, portraitLeast: 250 * grown }
      : band,
    page: scaled(SCREEN.page, grown),
    head: scaled(SCREEN.head, grown),
    foot: scaled(SCREEN.foot, grown),
  };
}

/** The measures of a form on screen. */
export const metricsOf = (form: 'screen' | 'compact'): PersonaMetrics => (form === 'screen' ? SCREEN : COMPACT);
