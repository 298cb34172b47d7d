import { isId, type LaneId } from '../../../base/ids';
import { defineCommand } from '../../../document/command';
import { asFlag, asOneOf, asText, type Cleaners, setFields } from '../../../model/cleanFields';
import { entity } from '../../../model/entity';
import { moveTo, orderAt, peek } from '../../../model/orderKey';
import { type JourneyMapDoc, LANE_KINDS, type Lane, type LaneKind } from '../model';
import type { JourneyDraft } from './journeyDraft';
import { dropEmptyClusters } from './slots';

const CLEANERS: Cleaners<Lane> = { title: asText, hidden: asFlag, folded: asFlag };
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
