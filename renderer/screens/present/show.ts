import type { PersonaId } from '@shared/base/ids';
import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import type { PersonaDoc } from '@shared/boards/persona/model';
import type { Lang } from '@shared/i18n/translate';
import type { ThemeName } from '@shared/model/theme';
import type { ReadAsset } from '@/platform/pictures';
import type { TimerState } from '@/ui/timer';

/** The journey that is presented, as plain snapshots: the room's window gets the same. */
export interface ShownJourney {
  readonly doc: JourneyMapDoc;
  readonly personas: Readonly<Record<PersonaId, PersonaDoc>>;
  readonly workshop: { readonly title: string; readonly client: string; readonly place: string };
}

/** What the room sees now. */
export interface Show {
  readonly at: number;
  readonly isBlack: boolean;
  /** The map itself at the stage, in place of the stage's slide. */
  readonly isMap: boolean;
  readonly lang: Lang;
  readonly theme: ThemeName;
  readonly timer: TimerState;
}

export interface StageProps {
  readonly journey: ShownJourney;
  readonly show: Show;
  readonly readAsset: ReadAsset;
}
