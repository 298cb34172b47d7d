import { isId, type LaneId, type PersonaId } from '../../../base/ids';
import { defineCommand } from '../../../document/command';
import { asFlag, asNumber, asOneOf, asText, type Cleaners, orNull, setFields } from '../../../model/cleanFields';
import { entity } from '../../../model/entity';
import { NOTE_COLORS } from '../../../model/note';
import { moveTo, orderAt, peek } from '../../../model/orderKey';
import { LANE_DEFAULTS } from '../defaults';
import { CURVE_CHOICES, CURVE_DISPLAYS } from '../enums';
import { type JourneyMapDoc, LANE_KINDS, type Lane, type LaneKind } from '../model';
import type { JourneyDraft } from './journeyDraft';
import { dropEmptyClusters } from './slots';

/** How a row looks and what of its content it shows. */
export type LaneLook = Omit<Lane, 'id' | 'kind' | 'order' | 'title' | 'hidden' | 'folded'>;

const CLEANERS: Cleaners<Lane> = {
  title: asText,
  hidden: asFlag,
  folded: asFlag,
  color: orNull(asOneOf(NOTE_COLORS)),
  minHeight: asNumber(0, 2000, 1),
  byPersona: asFlag,
  personaId: orNull<PersonaId>((value) => (isId(value) ? (value as PersonaId) : undefined)),
  curves: asOneOf(CURVE_CHOICES),
  display: asOneOf(CURVE_DISPLAYS),
  intensity: asFlag,
};
const asKind = asOneOf(LANE_KINDS);
const anyLane = () => true;

export interface AddLane {
  readonly id: LaneId;
  readonly kind: LaneKind;
  /** Index among the rows, hidden ones included; null is the end. */
  readonly at: number | null;
  /** Own title; empty takes the kind's name. */
  readonly title: string;
}

/** Adds a row of any kind. */
export const addLane = defineCommand<JourneyMapDoc, AddLane>('journey.addLane', (draft, { id, kind, at, title }) => {
  if (!isId(id) || entity(draft.lanes, id) || !asKind(kind)) return;
  draft.lanes[id] = {
    id,
    kind,
    order: orderAt<Lane>(draft.lanes, anyLane, at),
    title: asText(title) ?? '',
    hidden: false,
    folded: false,
    ...LANE_DEFAULTS,
  };
});

function setLane(draft: JourneyDraft, id: LaneId, fields: Partial<Lane>): void {
  const lane = entity(draft.lanes, id);
  if (lane) setFields<Lane>(lane, fields, CLEANERS);
}

/** Renames a row; an empty title takes the kind's name again. */
export const renameLane = defineCommand<JourneyMapDoc, { readonly id: LaneId; readonly title: string }>(
  'journey.renameLane',
  (draft, { id, title }) => setLane(draft, id, { title }),
);

/** Hides a row or shows it again. */
export const hideLane = defineCommand<JourneyMapDoc, { readonly id: LaneId; readonly hidden: boolean }>(
  'journey.hideLane',
  (draft, { id, hidden }) => setLane(draft, id, { hidden }),
);

/** Folds a row to one line or opens it again. */
export const foldLane = defineCommand<JourneyMapDoc, { readonly id: LaneId; readonly folded: boolean }>(
  'journey.foldLane',
  (draft, { id, folded }) => setLane(draft, id, { folded }),
);

/** Sets a row's colour, least height and what of its content it shows. */
export const setLaneLook = defineCommand<JourneyMapDoc, { readonly id: LaneId; readonly look: Partial<LaneLook> }>(
  'journey.setLaneLook',
  (draft, { id, look }) => setLane(draft, id, look),
);

/** Moves a row to an index among the other rows, hidden ones included (null: the end). */
export const moveLane = defineCommand<JourneyMapDoc, { readonly id: LaneId; readonly to: number | null }>(
  'journey.moveLane',
  (draft, { id, to }) => {
    if (entity(draft.lanes, id)) moveTo<Lane>(draft.lanes, id, anyLane, to);
  },
);

/** Deletes a row with its content. */
export const deleteLane = defineCommand<JourneyMapDoc, { readonly id: LaneId }>(
  'journey.deleteLane',
  (draft, { id }) => {
    removeLane(draft, id);
  },
);

/** Deletes a row with everything on it, locked notes included. */
export function removeLane(draft: JourneyDraft, id: LaneId): void {
  if (!entity(draft.lanes, id)) return;
  for (const note of Object.values(peek(draft.notes))) if (note.laneId === id) delete draft.notes[note.id];
  dropEmptyClusters(draft);
  for (const item of Object.values(peek(draft.touchpoints))) if (item.laneId === id) delete draft.touchpoints[item.id];
  for (const point of Object.values(peek(draft.emotionPoints)))
    if (point.laneId === id) delete draft.emotionPoints[point.id];
  for (const item of Object.values(peek(draft.indicators))) if (item.laneId === id) delete draft.indicators[item.id];
  delete draft.lanes[id];
}
