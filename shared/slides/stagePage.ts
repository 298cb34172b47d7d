import type { PersonaDoc } from '../boards/persona/model';
import type { EmotionLevel } from '../boards/pieces/valence';
import type { TranslateFn } from '../i18n/translate';
import type { ReportWords } from '../report/reportWords';
import type { FontSpec, GroupPrimitive, Primitive } from '../scene/primitives';
import type { Setting } from './textRoom';

/** What the slide of a stage is drawn with. */
export interface StageContext extends Setting {
  readonly t: TranslateFn;
  /** Words that no start reads. */
  readonly r: ReportWords;
  /** Title of the journey. */
  readonly title: string;
  /** A level of the scale of feelings, in the team's words or the app's. */
  readonly levelWord: (level: EmotionLevel) => string;
  /** Whom it is about. */
  readonly persona: PersonaDoc | undefined;
}

/**
 * Smallest letters of a slide that is made for the room or for reading, in points: seen at three heights of the slide (a laptop at arm's length, the first rows of a room) they are
 * 16 minutes of arc high, the least that ISO 9241-303 asks for. The whole map is smaller: what it says stands again in these.
 */
export const LEGIBLE_PT = 12;

/** A size that follows the room, and stays legible. */
export const legible = (size: number): number => Math.max(LEGIBLE_PT, size);

/** What of a text there was no room for, and what it is about: it goes on on the next slide. */
export interface Rest {
  readonly label: string;
  readonly text: string;
}

/** What may be drawn in, from where to where, in points. */
export interface Room {
  readonly top: number;
  readonly bottom: number;
}

export interface Drawn {
  readonly items: readonly Primitive[];
  readonly bottom: number;
  readonly rest: readonly Rest[];
}

/** A slide in points: 13.33 by 7.5 inches. */
export const PAGE = { width: 960, height: 540 } as const;
/** Left and right of what stands on a slide. */
export const EDGE = 44;
export const RIGHT = PAGE.width - EDGE;

export const serif = (size: number, more: Partial<FontSpec> = {}): FontSpec => ({
  family: 'Besley',
  size,
  weight: 700,
  ...more,
});

export const sans = (size: number, weight: FontSpec['weight'] = 400): FontSpec => ({
  family: 'Atkinson Hyperlegible Next',
  size,
  weight,
});

/** What belongs together on a slide. */
export const group = (children: readonly Primitive[], more: Partial<GroupPrimitive> = {}): GroupPrimitive => ({
  type: 'group',
  bounds: { x: 0, y: 0, w: PAGE.width, h: PAGE.height },
  children,
  ...more,
});
