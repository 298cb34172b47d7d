import type { PersonaId } from '@shared/base/ids';
import type { BoardTitles } from '@shared/boards/boardKind';
import type { PersonaDoc } from '@shared/boards/persona/model';
import type { Lang } from '@shared/i18n/translate';
import type { ThemeName } from '@shared/model/theme';
import type { PresentedDoc } from '@shared/presenting/sheetDeck';
import type { ReadAsset } from '@/platform/pictures';
import type { TimerState } from '@/ui/timer';

/** The sheet that is presented, as plain snapshots: the room's window gets the same. */
export interface ShownSheet {
  readonly doc: PresentedDoc;
  readonly personas: Readonly<Record<PersonaId, PersonaDoc>>;
  readonly workshop: { readonly title: string; readonly client: string; readonly place: string };
  readonly boards: BoardTitles;
}

/** What the room sees now. */
export interface Show {
  readonly at: number;
  readonly isBlack: boolean;
  /** The sheet itself at the part, in place of the part's slide. */
  readonly isMap: boolean;
  /** Of what the room reads: the interface's, or the one its texts are translated into. */
  readonly lang: Lang;
  readonly theme: ThemeName;
  readonly timer: TimerState;
}

export interface StageProps {
  readonly sheet: ShownSheet;
  readonly show: Show;
  readonly readAsset: ReadAsset;
}
