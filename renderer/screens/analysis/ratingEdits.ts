import { ratingOf } from '@shared/analysis/journeyFacts';
import type { OpinionMoment, Opinions, ParticipantFact } from '@shared/analysis/opinions';
import type { ParticipantId, PersonaId, RatingId, StepId } from '@shared/base/ids';
import { rateStep } from '@shared/boards/journey-map/commands/participants';
import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import type { Lang, TranslateFn } from '@shared/i18n/translate';
import { newId } from '@/app/newId';
import type { Session } from '@/session/session';
import { formatNumber } from '@/ui/numberText';

/** Says, for a participant, what moments feel like: one step of undo, however many they are. */
export function rate(
  session: Session<JourneyMapDoc>,
  participantId: ParticipantId,
  personaId: PersonaId | null,
  valences: ReadonlyMap<string, number | null>,
): void {
  const options = { mergeKey: `rate ${newId()}` };
  const { doc } = session.store.getState();
  for (const [id, valence] of valences) {
    const place = { participantId, stepId: id as StepId, personaId };
    const known = ratingOf(doc, place);
    session.run(
      rateStep,
      // One that is there is changed where it is: nobody's or the first persona's.
      { id: newId<RatingId>(), ...place, personaId: known ? known.personaId : personaId, valence },
      options,
    );
  }
}

/** What a participant is called, named or not. */
export const participantName = ({ name }: ParticipantFact, at: number, t: TranslateFn): string =>
  name.trim() || t('opinions.unnamed', { n: at + 1 });

/** What a moment is called: its title, else its place on the map. */
export const momentName = ({ title }: OpinionMoment, at: number): string => title.trim() || `${at + 1}`;

/** A rating as it is typed: one decimal, a true minus, a plus above nought. */
export const ratingText = (valence: number, lang: Lang): string =>
  `${valence > 0 ? '+' : ''}${formatNumber(valence, lang, 1)}`;

/** The stages with how many moments each of them has; stages without any have none. */
export const stageSpans = ({ facts }: Opinions) =>
  facts.stages.flatMap((stage) => {
    const span = facts.steps.filter(({ stageId }) => stageId === stage.id).length;
    return span > 0 ? [{ ...stage, span }] : [];
  });
