import { style, type TextStyle } from '../../boards/pieces/textStyle';
import { LIGHT } from '../../model/theme';
import { pointsOfMm } from '../../scene/sheet';
import type { ReportBlock } from '../model';

/** Sheets that a report is made on, width and height upright in mm. */
export const REPORT_SHEETS = { A4: [210, 297], Letter: [215.9, 279.4] } as const;
export type ReportSheet = keyof typeof REPORT_SHEETS;
export const REPORT_SHEET_NAMES = ['A4', 'Letter'] as const satisfies readonly ReportSheet[];

const TEXT = 'Atkinson Hyperlegible Next';
const { color } = LIGHT;

export const INK = color.ink;
export const QUIET = color.ink2;
export const PALE = color.ink3;
export const RULE = color.line;
export const STRONG_RULE = color.ink;
export const HEAD_GROUND = color.paper2;
export const BLUE = color.blue;
export const NAVY = color.blueDeep;

/** Type of a page read in the hand, in points. */
export const TYPE = {
  h1: style('Besley', 800, 27, 1.18),
  h2: style('Besley', 800, 16, 1.25),
  h3: style(TEXT, 700, 11.5, 1.3),
  lead: style(TEXT, 400, 11.5, 1.42),
  plain: style(TEXT, 400, 10, 1.42),
  small: style(TEXT, 400, 8.5, 1.38),
  quote: style('Besley', 500, 13, 1.35, { italic: true }),
  cell: style(TEXT, 400, 9, 1.36),
  cellHead: style(TEXT, 700, 9, 1.36),
  columnHead: style(TEXT, 700, 8.5, 1.36),
  running: style(TEXT, 400, 8, 1.3),
  runningStrong: style(TEXT, 700, 8, 1.3),
  contents1: style('Besley', 800, 12.5, 1.3),
  contents2: style(TEXT, 400, 10.5, 1.35),
  coverKicker: style(TEXT, 700, 13, 1.3),
  coverTitle: style('Besley', 900, 44, 1.08),
  coverLine: style(TEXT, 400, 13, 1.45),
  coverBrand: style('Besley', 800, 14, 1.3),
} as const satisfies Readonly<Record<string, TextStyle>>;

export type ParagraphLook = Extract<ReportBlock, { kind: 'paragraph' }>['look'];

/** Where text stands on a page, in points. */
export interface PageRoom {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
  /** Of the text. */
  readonly textWidth: number;
  readonly textHeight: number;
}

const SIDE = 58;
const TOP = 66;
const BOTTOM = 58;

/** The room of a page, upright or across. */
export function pageRoom(sheet: ReportSheet, orientation: 'portrait' | 'landscape' = 'portrait'): PageRoom {
  const [short, long] = REPORT_SHEETS[sheet];
  const [widthMm, heightMm] = orientation === 'portrait' ? [short, long] : [long, short];
  const [width, height] = [pointsOfMm(widthMm), pointsOfMm(heightMm)];
  return { width, height, left: SIDE, top: TOP, textWidth: width - 2 * SIDE, textHeight: height - TOP - BOTTOM };
}
