import type { Orientation, SheetChoice } from '../scene/sheet';

/** How a poster stands on paper: what the poster screen and the command line set. */
export interface PosterSetup {
  readonly sheet: SheetChoice;
  readonly orientation: Orientation;
  /** Edge that the printer leaves blank, in mm. */
  readonly marginMm: number;
  /** `stages` parts a poster between its stages, over as many sheets as its text needs. */
  readonly split: PosterSplit;
}

export const SPLITS = ['none', 'stages'] as const;
export type PosterSplit = (typeof SPLITS)[number];

/** Widest blank edge. */
export const MOST_MARGIN_MM = 40;

export const DEFAULT_SETUP: PosterSetup = {
  sheet: { kind: 'named', name: 'A1' },
  orientation: 'landscape',
  marginMm: 0,
  split: 'none',
};
