import { isId, type ParticipantId, type PersonaId, type RatingId, type StepId } from '../../../base/ids';
import { defineCommand } from '../../../document/command';
import { asNumber, asText, setFields } from '../../../model/cleanFields';
import { entity } from '../../../model/entity';
import { orderAt, peek } from '../../../model/orderKey';
import type { JourneyMapDoc, Participant, Rating } from '../model';

/** Tenths of the scale -2..+2. */
const asValence = asNumber(-2, 2, 10);

/** Adds somebody who rates the moments. */
export const addParticipant = defineCommand<JourneyMapDoc, { readonly id: ParticipantId; readonly name: string }>(
  'journey.addParticipant',
  (draft, { id, name }) => {
    if (!isId(id) || entity(draft.participants, id)) return;
    const order = orderAt<Participant>(draft.participants, () => true, null);
    draft.participants[id] = { id, order, name: asText(name) ?? '' };
  },
);

/** Renames a participant. */
export const renameParticipant = defineCommand<JourneyMapDoc, { readonly id: ParticipantId; readonly name: string }>(
  'journey.renameParticipant',
  (draft, { id, name }) => {
    const participant = entity(draft.participants, id);
    if (participant) setFields<Pick<Participant, 'name'>>(participant, { name }, { name: asText });
  },
);

/** Takes a participant off the map, with everything that one said. */
export const deleteParticipant = defineCommand<JourneyMapDoc, { readonly id: ParticipantId }>(
  'journey.deleteParticipant',
  (draft, { id }) => {
    if (!entity(draft.participants, id)) return;
    for (const rating of Object.values(peek(draft.ratings)))
      if (rating.participantId === id) delete draft.ratings[rating.id];
    delete draft.participants[id];
  },
);

export interface RateStep {
  /** Id for a rating that is not there yet. */
  readonly id: RatingId;
  readonly participantId: ParticipantId;
  readonly stepId: StepId;
  readonly personaId: PersonaId | null;
  /** -2 to +2, rounded to 0.1 and clamped; null takes the rating back. */
  readonly valence: number | null;
}

/** Says what a participant thinks a moment feels like: one rating per participant, moment and persona. */
export const rateStep = defineCommand<JourneyMapDoc, RateStep>('journey.rateStep', (draft, args) => {
  const { id, participantId, stepId, personaId } = args;
  if (!entity(draft.participants, participantId) || !entity(draft.steps, stepId)) return;
  if (personaId !== null && !isId(personaId)) return;
  const isSame = (one: Rating) =>
    one.participantId === participantId && one.stepId === stepId && one.personaId === personaId;
  const known = Object.values<Rating>(peek(draft.ratings)).find(isSame);
  const valence = args.valence === null ? null : asValence(args.valence);
  if (valence === undefined) return;
  if (valence === null) {
    if (known) delete draft.ratings[known.id];
    return;
  }
  const rating = known && draft.ratings[known.id];
  if (rating && rating.valence !== valence) rating.valence = valence;
  if (known || !isId(id) || entity(draft.ratings, id)) return;
  draft.ratings[id] = { id, participantId, stepId, personaId, valence };
});
