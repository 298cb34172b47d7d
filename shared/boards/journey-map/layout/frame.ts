import type { StageId } from '../../../base/ids';
import type { TranslateFn } from '../../../i18n/translate';
import type { Theme } from '../../../model/theme';
import type { Primitive } from '../../../scene/primitives';
import type { TextMeasurer } from '../../../text/measure';
import type { LayoutContext } from '../../boardKind';
import type { FrameMemo } from '../../pieces/layoutMemo';
import type { NoteFilter } from '../../pieces/noteFilter';
import type { Palette } from '../../pieces/palette';
import type { JourneyMapDoc, Lane } from '../model';
import type { Columns } from './columns';
import type { JourneyMetrics } from './metrics';

/** What every row needs to know of the sheet it stands on. */
export interface MapFrame {
  readonly doc: JourneyMapDoc;
  readonly t: TranslateFn;
  readonly lang: 'fr' | 'en';
  readonly measure: TextMeasurer;
  readonly personas: LayoutContext['personas'];
  readonly boards?: LayoutContext['boards'];
  readonly theme: Theme;
  readonly palette: Palette;
  readonly m: JourneyMetrics;
  readonly columns: Columns;
  /** Left edge of the row names. */
  readonly x: number;
  readonly isPoster: boolean;
  /** Edges of the sheet that the emotion band runs off (posters). */
  readonly bleed: { readonly left: number; readonly right: number } | null;
  readonly focus: StageId | null;
  /** Notes that do not meet it are left out of the flow. */
  readonly filter: NoteFilter | undefined;
  /** Share of its usual height that the river of a path has on a poster; absent is all of it. */
  readonly air?: number;
  /** What the participants say stands behind the curves. */
  readonly opinions: boolean;
  /** Pictures that are gone. */
  readonly lost?: ReadonlySet<string> | undefined;
  readonly memo: FrameMemo;
}

/** One row of the map: measured first, drawn when its place is known. */
export interface Row {
  readonly lane: Lane | null;
  readonly height: number;
  /** True for the row that takes spare height first. */
  readonly isEmotion: boolean;
  /** How much taller than needed it may become on a poster, where it takes spare height first; absent takes the usual. */
  readonly most?: number;
  /** True for a row that holds nothing: on a poster it is there to be filled by hand. */
  readonly isBlank: boolean;
  /** Adds the row's groups; `height` is at least the row's own. */
  draw(out: Primitive[], y: number, height: number): void;
}
