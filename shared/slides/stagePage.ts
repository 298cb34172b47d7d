import type { PersonaDoc } from '../boards/persona/model';
import type { EmotionLevel } from '../boards/pieces/valence';
import type { TranslateFn } from '../i18n/translate';
import type { FontSpec, GroupPrimitive, Primitive } from '../scene/primitives';
import type { Setting } from './textRoom';

/** What the slide of a stage is drawn with. */
export interface StageContext extends Setting {
  readonly t: TranslateFn;
  /** Title of the journey. */
  readonly title: string;
  /** A level of the scale of feelings, in the team's words or the app's. */
  readonly levelWord: (level: EmotionLevel) => string;
  /** Whom it is about. */
  readonly persona: PersonaDoc | undefined;
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
