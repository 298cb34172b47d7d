import type { TranslateFn } from '../../i18n/translate';
import type { Theme } from '../../model/theme';
import type { TextMeasurer } from '../../text/measure';
import type { FrameMemo } from './layoutMemo';
import type { NoteMetrics } from './noteMetrics';

/** What a drawn piece needs to know of the sheet it stands on, whatever kind of board that is. */
export interface PieceFrame {
  readonly t: TranslateFn;
  readonly lang: 'fr' | 'en';
  readonly measure: TextMeasurer;
  readonly theme: Theme;
  readonly isPoster: boolean;
  /** Pictures that are gone. */
  readonly lost?: ReadonlySet<string> | undefined;
  readonly memo: FrameMemo;
  readonly m: { readonly note: NoteMetrics };
}
