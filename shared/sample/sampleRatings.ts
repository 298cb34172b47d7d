import { generateNKeysBetween } from 'fractional-indexing';
import type { NewId, ParticipantId, PersonaId, RatingId } from '../base/ids';
import type { Participant, Rating, Step } from '../boards/journey-map/model';

/** What somebody of the workshop said each moment feels like, in the order of the moments, -2..+2. All people and figures are invented. */
export interface SampleAnswers {
  readonly name: string;
  readonly valences: readonly number[];
}

/**
 * A round about the journey as it is. All agree about the fitting in the store, most about the rest; at the checkout the price divides them. The curve of the map runs within half a point
 * of their medians: the team drew it before it asked.
 */
export const CURRENT_ROUND: readonly SampleAnswers[] = [
  { name: 'Anouk', valences: [-1.5, 0.8, 1.2, 0.5, -0.5, -1.8, 0.2, 1.8, 1.5, 1, -1.8, 2] },
  { name: 'Karim', valences: [-1, 1, 1.5, 0.2, -1.2, -1.5, 0.5, 1.8, -1.2, 1.2, -1.5, 1.8] },
  { name: 'Léa', valences: [-1.2, 0.5, 1, 0.8, -0.8, -1.6, 0, 2, 1.2, 0.8, -2, 2] },
  { name: 'Malik', valences: [-1.8, 1.2, 1.2, 0.5, -1.5, -2, 1, 1.8, 1, 1.5, -1.8, 1.5] },
  { name: 'Paul', valences: [-0.5, 0.8, 2, -0.2, 0.2, -1, 0.3, 1.7, -1.5, 0.5, -1, 1.8] },
  { name: 'Sabine', valences: [-1.4, 0.6, 1.1, 0.6, -0.8, -1.5, 0.2, 1.9, 0.8, 1, -1.7, 1.8] },
];

/** A round as it is stored: who takes part, and what each says of the moments, which are given in their order. */
export function roundOf(
  round: readonly SampleAnswers[],
  steps: readonly Step[],
  { newId, personaId }: { readonly newId: NewId; readonly personaId: PersonaId },
): { readonly participants: readonly Participant[]; readonly ratings: readonly Rating[] } {
  const orders = generateNKeysBetween(null, null, round.length);
  const participants = round.map(
    ({ name }, at): Participant => ({ id: newId<ParticipantId>(), order: orders[at] ?? 'a0', name }),
  );
  const ratings = participants.flatMap(({ id: participantId }, at) =>
    steps.flatMap(({ id: stepId }, step): Rating | readonly Rating[] => {
      const valence = round[at]?.valences[step];
      return valence === undefined ? [] : { id: newId<RatingId>(), participantId, stepId, personaId, valence };
    }),
  );
  return { participants, ratings };
}
