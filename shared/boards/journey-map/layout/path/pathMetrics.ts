import { scaled } from '../../../pieces/poster/posterMetrics';
import { style } from '../../../pieces/textStyle';

const TEXT = 'Atkinson Hyperlegible Next';
const TITLE = 'Besley';

const SCREEN = {
  station: { size: 46, border: 3, radius: 6, icon: 25, halo: 3 },
  /** A moment without touchpoints: a dot on the line. */
  halt: 18,
  /** Faces stand at the upper right of their station, the next ones over it, `most` in a column. */
  face: { size: 34, right: 26, up: 18, next: 30, most: 3 },
  star: 100,
  line: { casing: 17, width: 10, core: 2, on: 9, off: 8 },
  jump: { loop: 4, exit: 5, on: 9, off: 6, head: 12, bar: 28, reach: 40, round: 22 },
  /** Down the river from its upper edge, and what one way through a channel takes. */
  levels: { onFar: 118, onNear: 236, middle: 316, offNear: 398, offFar: 514, height: 632, channel: 30 },
  bank: { online: 172, offline: 458, swell: 14, hatch: 13, hatchWidth: 2.5 },
  label: {
    name: style(TEXT, 700, 14, 1.14),
    metric: style(TEXT, 500, 12, 1.25),
    value: style(TITLE, 700, 15.5, 1.2),
    least: 56,
    gap: 5,
    sparkWidth: 30,
    sparkHeight: 13,
    sparkStroke: 1.8,
  },
  quote: style(TITLE, 600, 16, 1.16, { italic: true }),
  word: style(TEXT, 600, 13, 1.15),
  jumpText: style(TEXT, 600, 13, 1.18),
  count: style(TEXT, 500, 13, 1.2),
  chip: 17,
  /** Least distance of words from everything, and from their station. */
  clear: 3,
  near: 8,
  margin: { gap: 8, pad: 10 },
  stageRule: { width: 1.2, on: 2, off: 6 },
};

/** Measures of the path, in the units of its frame. */
export type PathMetrics = typeof SCREEN;

const grown = scaled(SCREEN, 1.6);
/** Lower than on screen for its words: what a sheet leaves over makes it higher again, and two rivers find room on a tall one. */
const LOWER = 1.42;

/** A poster's column is wider by two thirds; its words by three fifths: nothing under 18 pt on A1. */
const posterWith = (air: number): PathMetrics => ({
  ...grown,
  face: { ...grown.face, most: SCREEN.face.most },
  levels: { ...scaled(SCREEN.levels, LOWER * air), channel: grown.levels.channel },
  bank: { ...grown.bank, online: SCREEN.bank.online * LOWER * air, offline: SCREEN.bank.offline * LOWER * air },
});

/** The measures of the path on a screen, or on a poster whose river has this share of its usual height. */
export const pathMetrics = (isPoster: boolean, air = 1): PathMetrics => (isPoster ? posterWith(air) : SCREEN);
