import { setStageFields } from '@shared/boards/journey-map/commands/stages';
import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import type { Deck, StageSlide } from '@shared/presenting/journeyDeck';
import { elapsedText } from '@shared/presenting/steps';
import { type ReactNode, useEffect, useState } from 'react';
import { BoundField } from '@/editor/inspector/BoundField';
import type { Session } from '@/session/session';
import { useT } from '@/ui/useT';
import { TimerBox } from '../board/TimerBox';
import styles from './PresentScreen.module.css';
import { Stage } from './Stage';
import type { StageProps } from './show';
import { slideName } from './slideName';

interface FacilitatorProps extends StageProps {
  readonly deck: Deck;
  readonly session: Session<JourneyMapDoc>;
  /** When the presentation began, epoch ms. */
  readonly since: number;
  readonly controls: ReactNode;
}

/** For the one who speaks: what is on screen, what comes next, the notes of the stage, the time. */
export function FacilitatorView({ deck, session, since, controls, journey, show, readAsset }: FacilitatorProps) {
  const t = useT();
  const slide = deck.slides[show.at];
  const isLast = show.at >= deck.slides.length - 1;
  return (
    <div className={styles.desk}>
      <section className={styles.present} aria-label={t('present.now')}>
        <h2>
          <span>{t('present.now')}</span> {slideName(deck, show.at, t)}
        </h2>
        <div className={styles.large}>
          <Stage journey={journey} show={show} readAsset={readAsset} />
        </div>
        {controls}
      </section>
      <div className={styles.beside}>
        <div className={styles.times}>
          <Clock since={since} lang={show.lang} />
          <TimerBox compact={false} />
        </div>
        <section aria-label={t('present.coming')}>
          <h2>
            <span>{t('present.coming')}</span> {isLast ? t('present.nothing') : slideName(deck, show.at + 1, t)}
          </h2>
          {!isLast && (
            <div className={styles.small}>
              <Stage journey={journey} show={{ ...show, at: show.at + 1, isBlack: false }} readAsset={readAsset} />
            </div>
          )}
        </section>
        {slide?.kind === 'stage' && <Notes key={slide.id} slide={slide} session={session} />}
      </div>
    </div>
  );
}

/** The notes of a stage, written here or read: its help text. The room does not see them. */
function Notes({ slide, session }: { readonly slide: StageSlide; readonly session: Session<JourneyMapDoc> }) {
  const t = useT();
  return (
    <section className={styles.notes}>
      <BoundField
        label={t('present.notesOf')}
        value={slide.notes}
        multiline
        onWrite={(help, mergeKey) => session.run(setStageFields, { id: slide.id, fields: { help } }, { mergeKey })}
      />
    </section>
  );
}

function Clock({ since, lang }: { readonly since: number; readonly lang: 'fr' | 'en' }) {
  const t = useT();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const beat = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(beat);
  }, []);
  const time = new Intl.DateTimeFormat(lang === 'fr' ? 'fr-FR' : 'en-GB', { hour: '2-digit', minute: '2-digit' });
  return (
    <dl className={styles.clock}>
      <div>
        <dt>{t('present.clock')}</dt>
        <dd>{time.format(now)}</dd>
      </div>
      <div>
        <dt>{t('present.elapsed')}</dt>
        <dd data-testid="present-elapsed">{elapsedText(Math.max(0, now - since))}</dd>
      </div>
    </dl>
  );
}
