import type { PosterPart } from '../scene/posterParts';
import type { Preflight } from '../scene/preflight';
import type { Orientation, SheetChoice } from '../scene/sheet';

/** How a poster stands on paper: what the poster screen and the command line set. */
export interface PosterSetup {
  readonly sheet: SheetChoice;
  readonly orientation: Orientation;
  /** Edge that the printer leaves blank, in mm. */
  readonly marginMm: number;
  /** How many sheets a poster takes: as few as its text needs, parted between its stages; no more than two; always one, however small its text. */
  readonly split: PosterSplit;
  /** Somebody insisted: it is made even where its text is below the least that its sheet asks for. */
  readonly small: boolean;
  /** How far grounds run over the edge that is cut, in mm; 0 for a sheet that is not cut. */
  readonly bleedMm: number;
  /** Crop and registration marks around the sheet. */
  readonly marks: boolean;
  readonly inks: Inks;
  /** Sheets that the poster is printed on to be glued together; `none` prints it whole. For PDF only. */
  readonly tile: PosterTile;
  /** Its colours, before inks change them. */
  readonly theme: PosterThemeName;
  /** What it does not show; empty for all of it. */
  readonly hides: readonly PosterPart[];
}

/** How much ink a poster takes: as designed, outlines in place of grounds, or greys alone. */
export const INKS = ['colour', 'saving', 'grey'] as const;
export type Inks = (typeof INKS)[number];

/** How a poster looks: as it was designed, on white paper without dark grounds, with contrast for those who see badly or stand far off, or on a dark ground for screens. */
export const POSTER_THEMES = ['standard', 'paper', 'contrast', 'night'] as const;
export type PosterThemeName = (typeof POSTER_THEMES)[number];

/** Those that boards can have on the pages of a report, which are white. */
export const REPORT_THEMES = ['standard', 'paper', 'contrast'] as const satisfies readonly PosterThemeName[];
export type ReportTheme = (typeof REPORT_THEMES)[number];

/** Sheets that office printers take. */
export const TILE_SHEETS = ['A4', 'A3'] as const;
export type TileSheet = (typeof TILE_SHEETS)[number];

/** Those that are remembered from one sitting to the next: letters that are too small are asked for anew. */
export const SAFE_SPLITS = ['fit', 'two'] as const;
export const SPLITS = [...SAFE_SPLITS, 'none'] as const;
export type PosterSplit = (typeof SPLITS)[number];

export const TILES = ['none', ...TILE_SHEETS] as const;
export type PosterTile = (typeof TILES)[number];

/** Widest blank edge. */
export const MOST_MARGIN_MM = 40;

/** What print shops ask for. */
export const BLEEDS = [3, 4, 5] as const;
/**
 * Most that the ground of a glued poster runs over its edges, in mm. It lies in the margins of the outer tiles, beside the names and marks that stand there, and is cut by hand.
 */
export const TILE_BLEED_MM = 3;

/** What must not come nearer to a cut: knives wander. */
export const SAFE_MM = 5;

/** What a command says that posters show: names, ids or numbers, each text as it was written, with commas between them; empty lists for all of a board. */
export interface ChoiceWords {
  readonly rows: readonly string[];
  readonly stages: readonly string[];
  readonly personas: readonly string[];
  readonly filter: readonly string[];
}

export const CHOICE_LISTS = ['rows', 'stages', 'personas', 'filter'] as const satisfies readonly (keyof ChoiceWords)[];
export const NO_CHOICE: ChoiceWords = { rows: [], stages: [], personas: [], filter: [] };

export const DEFAULT_SETUP: PosterSetup = {
  sheet: { kind: 'named', name: 'A1' },
  orientation: 'landscape',
  marginMm: 0,
  split: 'fit',
  small: false,
  bleedMm: 0,
  marks: false,
  inks: 'colour',
  theme: 'standard',
  tile: 'none',
  hides: [],
};

/** True for a poster that is not made: its text is below the least of its sheet, and nobody asked for that. */
export const isRefused = ({ isTooSmall }: Pick<Preflight, 'isTooSmall'>, { small, split }: PosterSetup): boolean =>
  isTooSmall && !small && split !== 'none';
