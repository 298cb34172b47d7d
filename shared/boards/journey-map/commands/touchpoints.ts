import { isId, type LaneId, type StepId, type TouchpointId } from '../../../base/ids';
import { defineCommand } from '../../../document/command';
import { asFlag, asOneOf, asText, type Cleaners, orNull, setFields } from '../../../model/cleanFields';
import { entity } from '../../../model/entity';
import { asLinks } from '../../../model/note';
import { indexOf, moveTo, orderAt } from '../../../model/orderKey';
import { TOUCHPOINT_DEFAULTS } from '../defaults';
import { CHANNELS, type JourneyMapDoc, MEDIUMS, type Touchpoint } from '../model';
import { isStepCell } from './journeyDraft';

/** What a touchpoint says of itself, apart from where it stands. */
export type TouchpointFields = Omit<Touchpoint, 'id' | 'laneId' | 'stepId' | 'order'>;

const CLEANERS: Cleaners<TouchpointFields> = {
  label: asText,
  channel: asOneOf(CHANNELS),
  medium: asOneOf(MEDIUMS),
  owner: asText,
  controlled: orNull(asFlag),
  measure: asText,
  links: asLinks,
};

const EMPTY: TouchpointFields = {
  label: '',
  channel: 'custom',
  medium: 'offline',
  owner: '',
  controlled: null,
  measure: '',
  ...TOUCHPOINT_DEFAULTS,
};

interface StepPlace {
  readonly laneId: LaneId;
  readonly stepId: StepId;
}

const inCell = (place: StepPlace) => (item: Touchpoint) => item.laneId === place.laneId && item.stepId === place.stepId;

export interface AddTouchpoint extends StepPlace {
  readonly id: TouchpointId;
  /** Index in the cell; null is the end. */
  readonly at: number | null;
  readonly fields: Partial<TouchpointFields>;
}

/** Adds a touchpoint to a step. */
export const addTouchpoint = defineCommand<JourneyMapDoc, AddTouchpoint>(
  'journey.addTouchpoint',
  (draft, { id, laneId, stepId, at, fields }) => {
    if (!isStepCell(draft, 'touchpoints', laneId, stepId) || !isId(id) || entity(draft.touchpoints, id)) return;
    const order = orderAt<Touchpoint>(draft.touchpoints, inCell({ laneId, stepId }), at);
    const touchpoint = { id, laneId, stepId, order, ...EMPTY };
    setFields<TouchpointFields>(touchpoint, fields, CLEANERS);
    draft.touchpoints[id] = touchpoint;
  },
);

/** Sets label, channel, medium, owner, control, measure and links. */
export const setTouchpointFields = defineCommand<
  JourneyMapDoc,
  { readonly id: TouchpointId; readonly fields: Partial<TouchpointFields> }
>('journey.setTouchpointFields', (draft, { id, fields }) => {
  const touchpoint = entity(draft.touchpoints, id);
  if (touchpoint) setFields<TouchpointFields>(touchpoint, fields, CLEANERS);
});

export interface MoveTouchpoint extends StepPlace {
  readonly id: TouchpointId;
  /** Index in the cell without the touchpoint itself; null is the end. */
  readonly at: number | null;
}

/** Moves a touchpoint to a place of a step. */
export const moveTouchpoint = defineCommand<JourneyMapDoc, MoveTouchpoint>(
  'journey.moveTouchpoint',
  (draft, { id, laneId, stepId, at }) => {
    const touchpoint = entity(draft.touchpoints, id);
    if (!touchpoint || !isStepCell(draft, 'touchpoints', laneId, stepId)) return;
    const belongs = inCell({ laneId, stepId });
    if (belongs(touchpoint)) return moveTo<Touchpoint>(draft.touchpoints, id, belongs, at);
    const order = orderAt<Touchpoint>(draft.touchpoints, belongs, at);
    Object.assign(touchpoint, { laneId, stepId, order });
  },
);

/** Copies a touchpoint right after itself. */
export const duplicateTouchpoint = defineCommand<
  JourneyMapDoc,
  { readonly id: TouchpointId; readonly newId: TouchpointId }
>('journey.duplicateTouchpoint', (draft, { id, newId }) => {
  const touchpoint = entity(draft.touchpoints, id);
  if (!touchpoint || !isId(newId) || entity(draft.touchpoints, newId)) return;
  const belongs = inCell(touchpoint);
  const order = orderAt<Touchpoint>(
    draft.touchpoints,
    belongs,
    indexOf<Touchpoint>(draft.touchpoints, belongs, id) + 1,
  );
  draft.touchpoints[newId] = { ...touchpoint, id: newId, order };
});

/** Deletes touchpoints. */
export const deleteTouchpoints = defineCommand<JourneyMapDoc, { readonly ids: readonly TouchpointId[] }>(
  'journey.deleteTouchpoints',
  (draft, { ids }) => {
    for (const id of ids) if (entity(draft.touchpoints, id)) delete draft.touchpoints[id];
  },
);
