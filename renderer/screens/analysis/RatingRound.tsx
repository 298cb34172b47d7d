import type { Opinions } from '@shared/analysis/opinions';
import type { PersonaId } from '@shared/base/ids';
import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import { useEffect, useRef } from 'react';
import type { Session } from '@/session/session';
import { Button } from '@/ui/Button';
import { useT } from '@/ui/useT';
import { lookAtOpinions, nextTurn, type Round } from './opinionState';
import styles from './opinions.module.css';
import { RatingDraw } from './RatingDraw';
import { AddParticipants } from './RatingGrid';
import { participantName } from './ratingEdits';

interface RoundProps {
  readonly session: Session<JourneyMapDoc>;
  readonly view: Opinions;
  readonly round: Round;
  readonly personaId: PersonaId | null;
}

/** Everybody in turn on one computer: a cover to hand it over, then one's own curve, and nobody else's. */
export function RatingRound({ session, view, round, personaId }: RoundProps) {
  const t = useT();
  // Somebody may have been taken off by an undo.
  const at = view.participants.findIndex(({ id }) => id === round.order[round.at]);
  const one = view.participants[at];
  useEffect(() => {
    if (!one) nextTurn(round);
  }, [one, round]);
  if (!one) return null;
  const isLast = round.at + 1 >= round.order.length;
  const name = participantName(one, at, t);
  const turnOf = t('opinions.turnOf', { at: round.at + 1, count: round.order.length });
  if (!round.isOpen)
    return (
      <section className={styles.cover} aria-labelledby="turn-title">
        <p>{turnOf}</p>
        <TurnTitle key={one.id}>{t('opinions.turn', { name })}</TurnTitle>
        <p>{t('opinions.hidden')}</p>
        <div className={styles.coverButtons}>
          <Button variant="primary" size="large" onClick={() => lookAtOpinions({ round: { ...round, isOpen: true } })}>
            {t('opinions.begin')}
          </Button>
          <Button size="large" onClick={() => nextTurn(round)}>
            {t('opinions.skip')}
          </Button>
          {!isLast && (
            <Button size="large" icon="eye" onClick={() => lookAtOpinions({ round: null, view: 'results' })}>
              {t('opinions.finish')}
            </Button>
          )}
        </div>
        <AddParticipants
          session={session}
          onAdded={(ids) => lookAtOpinions({ round: { ...round, order: [...round.order, ...ids] } })}
        />
      </section>
    );
  const own = new Map(
    view.moments.flatMap(({ id, ratings }) => {
      const valence = ratings.get(one.id);
      return valence === undefined ? [] : [[id, valence] as const];
    }),
  );
  return (
    <section className={styles.sheet} aria-labelledby="turn-title">
      <div className={styles.gridHead}>
        <h2 id="turn-title">
          {name} <small>{turnOf}</small>
        </h2>
        <p id="draw-hint">{t('opinions.drawHint')}</p>
      </div>
      <RatingDraw key={one.id} session={session} view={view} participantId={one.id} personaId={personaId} own={own} />
      <div className={styles.drawFoot}>
        <span role="status">{t('opinions.drawn', { count: own.size, all: view.moments.length })}</span>
        <Button variant="primary" size="large" icon="check" onClick={() => nextTurn(round)}>
          {t(isLast ? 'opinions.last' : 'opinions.next')}
        </Button>
      </div>
    </section>
  );
}

/** Read out at every turn. */
function TurnTitle({ children }: { readonly children: string }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <h2 ref={title} id="turn-title" tabIndex={-1}>
      {children}
    </h2>
  );
}
