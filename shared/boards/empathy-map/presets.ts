import type { MessageKey } from '../../i18n/translate';
import type { EmpathyLayout } from './zones';

export interface EmpathyPreset {
  readonly name: MessageKey;
  readonly about: MessageKey;
  readonly layout: EmpathyLayout;
  /** Titles of the stages it starts with, for the layout by stage when no journey is linked. */
  readonly stages: readonly MessageKey[];
}

const MOMENTS: readonly MessageKey[] = [
  'empathy.preset.moments.before',
  'empathy.preset.moments.during',
  'empathy.preset.moments.after',
];

/** Ways to start an empathy map; layout and stages are editable afterwards. */
export const PRESETS = {
  canvas: {
    name: 'empathy.preset.canvas.name',
    about: 'empathy.preset.canvas.about',
    layout: 'canvas',
    stages: [],
  },
  quadrants: {
    name: 'empathy.preset.quadrants.name',
    about: 'empathy.preset.quadrants.about',
    layout: 'quadrants',
    stages: [],
  },
  moments: {
    name: 'empathy.preset.moments.name',
    about: 'empathy.preset.moments.about',
    layout: 'stages',
    stages: MOMENTS,
  },
  purchase: {
    name: 'empathy.preset.purchase.name',
    about: 'empathy.preset.purchase.about',
    layout: 'stages',
    stages: [
      'empathy.preset.purchase.trigger',
      'empathy.preset.purchase.search',
      'empathy.preset.purchase.choice',
      'empathy.preset.purchase.purchase',
      'empathy.preset.purchase.use',
    ],
  },
} as const satisfies Readonly<Record<string, EmpathyPreset>>;

export type EmpathyPresetId = keyof typeof PRESETS;

/** Presets in the order they are offered. */
export const PRESET_IDS: readonly EmpathyPresetId[] = Object.keys(PRESETS) as EmpathyPresetId[];

/** A preset by its id; an unknown id gives the canvas. */
export const presetOf = (id: string): EmpathyPreset => PRESETS[PRESET_IDS.find((known) => known === id) ?? 'canvas'];
