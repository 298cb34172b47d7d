import { type EmotionPointId, isId, type LaneId, type PersonaId, type StepId } from '../../../base/ids';
import { defineCommand } from '../../../document/command';
import { asFlag, asNumber, asOneOf, asText, type Cleaners, orNull, setFields } from '../../../model/cleanFields';
import { entity } from '../../../model/entity';
import { asLinks } from '../../../model/note';
import { POINT_DEFAULTS } from '../defaults';
import { type EmotionPoint, JOURNEY_STATES, type JourneyMapDoc } from '../model';
import { isStepCell } from './journeyDraft';

/** Tenths of the scale -2..+2. */
const asValence = asNumber(-2, 2, 10);
/** Thousandths of a step's width: finer than a pixel. */
const asOffset = asNumber(0, 1, 1000);
const asPersona = orNull<PersonaId>((value) => (isId(value) ? (value as PersonaId) : undefined));

/** What a point says of itself, apart from where it stands. */
export type EmotionPointFields = Omit<EmotionPoint, 'id' | 'laneId' | 'stepId' | 'offset' | 'valence'>;

const CLEANERS: Cleaners<EmotionPointFields> = {
  personaId: asPersona,
  word: asText,
  quote: asText,
  momentOfTruth: asFlag,
  state: asOneOf(JOURNEY_STATES),
  intensity: orNull(asNumber(0, 100, 1)),
  links: asLinks,
};

export interface AddEmotionPoint {
  readonly id: EmotionPointId;
  readonly laneId: LaneId;
  readonly stepId: StepId;
  /** 0 (left edge of the step) to 1 (right edge); clamped. */
  readonly offset: number;
  /** -2 to +2, rounded to 0.1; clamped. */
  readonly valence: number;
  readonly fields: Partial<EmotionPointFields>;
}

/** Adds a point to the curve. */
export const addEmotionPoint = defineCommand<JourneyMapDoc, AddEmotionPoint>(
  'journey.addEmotionPoint',
  (draft, { id, laneId, stepId, offset, valence, fields }) => {
    if (!isStepCell(draft, 'emotion', laneId, stepId) || !isId(id) || entity(draft.emotionPoints, id)) return;
    const point: EmotionPoint = {
      id,
      laneId,
      personaId: null,
      stepId,
      offset: asOffset(offset) ?? 0.5,
      valence: asValence(valence) ?? 0,
      word: '',
      quote: '',
      momentOfTruth: false,
      ...POINT_DEFAULTS,
    };
    setFields<EmotionPointFields>(point, fields, CLEANERS);
    draft.emotionPoints[id] = point;
  },
);

export interface MoveEmotionPoint {
  readonly id: EmotionPointId;
  readonly stepId?: StepId;
  readonly offset?: number;
  readonly valence?: number;
}

/** Moves a point: up and down by tenths of the scale, across within its step or to another one. */
export const moveEmotionPoint = defineCommand<JourneyMapDoc, MoveEmotionPoint>(
  'journey.moveEmotionPoint',
  (draft, { id, stepId, offset, valence }) => {
    const point = entity(draft.emotionPoints, id);
    if (!point) return;
    const step = stepId !== undefined && entity(draft.steps, stepId) ? stepId : point.stepId;
    const to = { stepId: step, offset: asOffset(offset) ?? point.offset, valence: asValence(valence) ?? point.valence };
    if (to.stepId !== point.stepId) point.stepId = to.stepId;
    if (to.offset !== point.offset) point.offset = to.offset;
    if (to.valence !== point.valence) point.valence = to.valence;
  },
);

/** Sets persona, word, quote, moment of truth, whether it is felt today or aimed at, intensity and links. */
export const setEmotionPointFields = defineCommand<
  JourneyMapDoc,
  { readonly id: EmotionPointId; readonly fields: Partial<EmotionPointFields> }
>('journey.setEmotionPointFields', (draft, { id, fields }) => {
  const point = entity(draft.emotionPoints, id);
  if (point) setFields<EmotionPointFields>(point, fields, CLEANERS);
});

/** Deletes points of the curve. */
export const deleteEmotionPoints = defineCommand<JourneyMapDoc, { readonly ids: readonly EmotionPointId[] }>(
  'journey.deleteEmotionPoints',
  (draft, { ids }) => {
    for (const id of ids) if (entity(draft.emotionPoints, id)) delete draft.emotionPoints[id];
  },
);
