import type { Pad, TextStyle } from './textStyle';

/** Measures of a note on paper, whatever holds it. */
export interface NoteMetrics {
  readonly pad: Pad;
  readonly minHeight: number;
  readonly band: number;
  readonly shadow: number;
  readonly text: TextStyle;
  readonly footer: TextStyle;
  readonly glyph: number;
  /** Between the text and the row of the foot. */
  readonly footGap: number;
  readonly voteDot: number;
  readonly voteGap: number;
  /** Most dots drawn for votes; the number tells them all. */
  readonly mostDots: number;
  /** A lock stands in the place of the author's initials. */
  readonly lockHidesAuthor: boolean;
  readonly vote: TextStyle;
  /** From this width on, votes keep room beside every line; else beside the last one, or under it. */
  readonly votesBesideFrom: number;
}
