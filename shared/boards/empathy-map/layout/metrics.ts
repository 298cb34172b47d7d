import type { LegendMetrics } from '../../pieces/legend';
import type { NoteMetrics } from '../../pieces/noteMetrics';
import { scaled } from '../../pieces/poster/posterMetrics';
import { style, type TextStyle } from '../../pieces/textStyle';

/** Every measure of one form of the map. Units: 1 px at zoom 1 on screen, 1 pt on an A1 poster. */
export interface EmpathyMetrics {
  readonly name: 'screen' | 'compact' | 'poster' | 'densePoster';
  /** Units of this form per unit of the wide screen: what the fixed distances of the drawing are multiplied with. */
  readonly unit: number;
  /** Around the sheet, on the wall (screen only). */
  readonly margin: { readonly left: number; readonly right: number; readonly bottom: number };
  /** Width and least height of the sheet. */
  readonly sheet: { readonly w: number; readonly h: number };
  readonly pad: number;
  readonly line: number;
  readonly note: NoteMetrics;
  /** Narrowest and widest note of a zone, least height of a row of notes, gaps between notes. */
  readonly flow: {
    readonly least: number;
    readonly most: number;
    readonly row: number;
    readonly gapX: number;
    readonly gapY: number;
  };
  readonly zone: { readonly title: TextStyle; readonly icon: number; readonly gap: number };
  readonly inner: { readonly title: TextStyle; readonly icon: number; readonly gap: number };
  readonly quadrant: {
    readonly title: TextStyle;
    readonly icon: number;
    readonly gap: number;
    readonly about: TextStyle;
  };
  readonly cover: { readonly text: TextStyle; readonly bar: number; readonly barHeight: number; readonly gap: number };
  readonly sub: TextStyle;
  readonly prompt: { readonly text: TextStyle; readonly pad: number; readonly height: number };
  readonly cluster: { readonly title: TextStyle; readonly count: TextStyle; readonly pad: number };
  readonly plate: { readonly name: TextStyle; readonly text: TextStyle };
  readonly stage: {
    readonly label: number;
    readonly column: number;
    /** Least width of a column of a poster, as a share of the usual one. */
    readonly narrowest: number;
    readonly header: number;
    readonly arrow: number;
    readonly overlap: number;
    readonly title: TextStyle;
    readonly duration: TextStyle;
    readonly rowTitle: TextStyle;
    readonly rowIcon: number;
    readonly cellPad: number;
    readonly cell: number;
    readonly band: number;
    readonly bandPad: number;
    readonly curve: number;
    readonly face: number;
    readonly small: number;
    readonly word: TextStyle;
    readonly value: TextStyle;
    readonly border: number;
  };
  readonly foot: { readonly text: TextStyle; readonly title: TextStyle };
  readonly legend: LegendMetrics & { readonly top: number; readonly left: number };
}

const TEXT = 'Atkinson Hyperlegible Next';
const TITLE = 'Besley';
const TIGHT = { tracking: -0.01 } as const;
const VOICE = { italic: true } as const;

/** The map on a wide screen. */
const SCREEN: EmpathyMetrics = {
  name: 'screen',
  unit: 1,
  margin: { left: 12, right: 16, bottom: 12 },
  sheet: { w: 1128, h: 796 },
  pad: 18,
  line: 1.5,
  note: {
    pad: [13, 10, 6, 11],
    minHeight: 55,
    band: 7,
    shadow: 5,
    text: style(TEXT, 500, 14.5, 1.2),
    footer: style(TEXT, 600, 12, 1.1),
    glyph: 10,
    footGap: 8,
    voteDot: 8,
    voteGap: 5,
    mostDots: 5,
    lockHidesAuthor: true,
    vote: style(TEXT, 700, 12.5, 1.35),
    votesBesideFrom: Number.POSITIVE_INFINITY,
  },
  flow: { least: 126, most: 210, row: 91, gapX: 14, gapY: 16 },
  zone: { title: style(TITLE, 800, 21, 1.2, TIGHT), icon: 21, gap: 8 },
  inner: { title: style(TITLE, 800, 17.5, 1.2), icon: 18, gap: 7 },
  quadrant: {
    title: style(TITLE, 800, 28, 1.2, { tracking: -0.015 }),
    icon: 26,
    gap: 10,
    about: style(TEXT, 500, 14.5, 1.25),
  },
  cover: { text: style(TEXT, 600, 12.5, 1.2), bar: 22, barHeight: 6, gap: 6 },
  sub: style(TEXT, 400, 14.5, 1.3),
  prompt: { text: style(TEXT, 500, 14.5, 1.25), pad: 12, height: 92 },
  cluster: { title: style(TITLE, 700, 15, 1.2), count: style(TEXT, 600, 12.5, 1.2), pad: 9 },
  plate: { name: style(TITLE, 800, 19, 1.15), text: style(TEXT, 500, 13, 1.25) },
  stage: {
    label: 104,
    column: 170,
    narrowest: 0.92,
    header: 66,
    arrow: 14,
    overlap: 9,
    title: style(TITLE, 700, 16, 1.1, TIGHT),
    duration: style(TEXT, 500, 12.5, 1.3),
    rowTitle: style(TITLE, 800, 18, 1.15, TIGHT),
    rowIcon: 20,
    cellPad: 10,
    cell: 98,
    band: 150,
    bandPad: 26,
    curve: 4,
    face: 48,
    small: 24,
    word: style(TITLE, 600, 17, 1.15, VOICE),
    value: style(TEXT, 500, 12.5, 1.2),
    border: 2.5,
  },
  foot: { text: style(TEXT, 500, 13.5, 1.3), title: style(TITLE, 700, 15, 1.2) },
  legend: {
    top: 12,
    left: 4,
    gap: 24,
    rowGap: 4,
    inner: 5,
    mark: 13,
    markBorder: 2,
    face: 16,
    text: style(TEXT, 500, 13, 1.35),
    strong: style(TEXT, 700, 13, 1.35),
  },
};

/** The map below 1366 px: flatter rows and smaller titles, text still at 12 px or more. */
const COMPACT: EmpathyMetrics = {
  ...SCREEN,
  name: 'compact',
  margin: { left: 10, right: 14, bottom: 8 },
  sheet: { w: 1120, h: 620 },
  pad: 14,
  note: {
    ...SCREEN.note,
    pad: [12, 9, 5, 10],
    text: style(TEXT, 500, 13.5, 1.15),
    footGap: 4,
  },
  flow: { ...SCREEN.flow, row: 66, gapY: 12, gapX: 12, least: 122 },
  zone: { title: style(TITLE, 800, 19, 1.15, TIGHT), icon: 19, gap: 7 },
  quadrant: { ...SCREEN.quadrant, title: style(TITLE, 800, 23, 1.15, TIGHT), icon: 22, gap: 8 },
  sub: style(TEXT, 400, 13.5, 1.25),
  prompt: { text: style(TEXT, 500, 13.5, 1.2), pad: 9, height: 66 },
  stage: {
    ...SCREEN.stage,
    label: 106,
    column: 166,
    header: 54,
    title: style(TITLE, 700, 15.5, 1.08, TIGHT),
    duration: style(TEXT, 500, 12, 1.3),
    cellPad: 8,
    cell: 70,
    band: 118,
    face: 40,
    small: 20,
  },
  legend: { ...SCREEN.legend, top: 8, gap: 20 },
};

/** What a poster's note text measures on A1 (22 pt) against the screen's. */
export const POSTER_UNIT = 22 / 14.5;

/** The map on a poster, at the scale of an A1 sheet (2384 x 1684 pt): the wide screen's, enlarged; nothing under 18 pt. */
const POSTER: EmpathyMetrics = {
  ...scaled(SCREEN, POSTER_UNIT),
  name: 'poster',
  stage: { ...scaled(SCREEN.stage, POSTER_UNIT), narrowest: SCREEN.stage.narrowest },
  margin: { left: 0, right: 0, bottom: 0 },
  pad: 0,
  note: {
    ...scaled(SCREEN.note, POSTER_UNIT),
    mostDots: 5,
    lockHidesAuthor: true,
    votesBesideFrom: Number.POSITIVE_INFINITY,
  },
  flow: { ...scaled(SCREEN.flow, POSTER_UNIT), most: 262 * POSTER_UNIT },
  legend: {
    top: 0,
    left: 0,
    gap: 34,
    rowGap: 8,
    inner: 9,
    mark: 20,
    markBorder: 3,
    face: 26,
    text: style(TEXT, 400, 18.5, 1.35),
    strong: style(TEXT, 700, 20, 1.25),
  },
};

/** Flatter rows and less air between them, letters of the same size: for a map that would print too small otherwise. */
const DENSE_POSTER: EmpathyMetrics = {
  ...POSTER,
  name: 'densePoster',
  sheet: { w: POSTER.sheet.w, h: COMPACT.sheet.h * POSTER_UNIT },
  note: {
    ...POSTER.note,
    pad: scaled(COMPACT.note.pad, POSTER_UNIT),
    text: { ...POSTER.note.text, lineHeight: POSTER.note.text.font.size * 1.15 },
    footGap: COMPACT.note.footGap * POSTER_UNIT,
  },
  flow: {
    ...POSTER.flow,
    row: COMPACT.flow.row * POSTER_UNIT,
    gapX: COMPACT.flow.gapX * POSTER_UNIT,
    gapY: 10 * POSTER_UNIT,
  },
  prompt: { ...POSTER.prompt, pad: COMPACT.prompt.pad * POSTER_UNIT, height: COMPACT.prompt.height * POSTER_UNIT },
  stage: {
    ...POSTER.stage,
    narrowest: 0.89,
    header: COMPACT.stage.header * POSTER_UNIT,
    cellPad: COMPACT.stage.cellPad * POSTER_UNIT,
    cell: COMPACT.stage.cell * POSTER_UNIT,
    band: COMPACT.stage.band * POSTER_UNIT,
    bandPad: 20 * POSTER_UNIT,
    face: COMPACT.stage.face * POSTER_UNIT,
    small: COMPACT.stage.small * POSTER_UNIT,
  },
};

const FORMS: Readonly<Record<EmpathyMetrics['name'], EmpathyMetrics>> = {
  screen: SCREEN,
  compact: COMPACT,
  poster: POSTER,
  densePoster: DENSE_POSTER,
};

/** The measures of a form. */
export const metricsOf = (form: EmpathyMetrics['name']): EmpathyMetrics => FORMS[form];
