import type { BlockId } from '@shared/base/ids';
import { setStageFields } from '@shared/boards/journey-map/commands/stages';
import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import { setBlockFields } from '@shared/boards/persona/commands/blocks';
import type { PersonaDoc } from '@shared/boards/persona/model';
import type { TextLang } from '@shared/model/translation';
import type { StageSlide } from '@shared/presenting/journeyDeck';
import type { PartSlide } from '@shared/presenting/parts';
import { type PresentedDoc, type SheetDeck, sheetDeck } from '@shared/presenting/sheetDeck';
import { elapsedText } from '@shared/presenting/steps';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand/react';
import { BoundField } from '@/editor/inspector/BoundField';
import type { Session } from '@/session/session';
import { useLang } from '@/ui/preferences';
import { useT } from '@/ui/useT';
import { TimerBox } from '../board/TimerBox';
import { OpenTexts } from './OpenTexts';
import styles from './PresentScreen.module.css';
import { Stage } from './Stage';
import type { StageProps } from './show';
import { slideName } from './slideName';

interface FacilitatorProps extends StageProps {
  readonly deck: SheetDeck;
  readonly session: Session<PresentedDoc>;
  /** Language of the texts; null for as written. */
  readonly texts: TextLang | null;
  /** When the presentation began, epoch ms. */
  readonly since: number;
  readonly controls: ReactNode;
}

/** For the one who speaks: what is on screen, what comes next, the notes of the stage, the time. */
export function FacilitatorView(props: FacilitatorProps) {
  const { deck, session, texts, since, controls, sheet, show, readAsset } = props;
  const t = useT();
  const lang = useLang();
  // What is for the facilitator alone stays as it was written, and is written on so.
  const written = useStore(session.store, (state) => state.doc);
  const { personas } = sheet;
  const own = useMemo(() => sheetDeck(written, { t, lang, personas }), [written, personas, t, lang]);
  const slide = own.slides[show.at];
  const isLast = show.at >= deck.slides.length - 1;
  return (
    <div className={styles.desk}>
      <section className={styles.present} aria-label={t('present.now')}>
        <h2>
          <span>{t('present.now')}</span> {slideName(deck, show.at, t)}
        </h2>
        <div className={styles.large}>
          <Stage sheet={sheet} show={show} readAsset={readAsset} />
        </div>
        {controls}
      </section>
      <div className={styles.beside}>
        <div className={styles.times}>
          <Clock since={since} lang={lang} />
          <TimerBox compact={false} />
        </div>
        <section aria-label={t('present.coming')}>
          <h2>
            <span>{t('present.coming')}</span> {isLast ? t('present.nothing') : slideName(deck, show.at + 1, t)}
          </h2>
          {!isLast && (
            <div className={styles.small}>
              <Stage sheet={sheet} show={{ ...show, at: show.at + 1, isBlack: false }} readAsset={readAsset} />
            </div>
          )}
        </section>
        {texts && <OpenTexts doc={written} lang={texts} at={show.at} />}
        {slide?.kind === 'stage' && (
          <Notes key={slide.id} slide={slide} session={session as unknown as Session<JourneyMapDoc>} />
        )}
        {slide?.kind === 'part' && <Questions key={slide.id} slide={slide} doc={written} session={session} />}
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

interface QuestionsProps {
  readonly slide: PartSlide;
  readonly doc: PresentedDoc;
  readonly session: Session<PresentedDoc>;
}

/** What is asked about a part: of a block the question of its template, which can be worded anew here; of a zone those of the guided mode. */
function Questions({ slide, doc, session }: QuestionsProps) {
  const t = useT();
  if (doc.kind === 'persona') {
    const id = slide.id as BlockId;
    const persona = session as unknown as Session<PersonaDoc>;
    return (
      <section className={styles.notes}>
        <BoundField
          label={t('present.questions')}
          value={doc.blocks[id]?.prompt ?? ''}
          placeholder={slide.questions[0] ?? ''}
          multiline
          onWrite={(prompt, mergeKey) => persona.run(setBlockFields, { id, fields: { prompt } }, { mergeKey })}
        />
      </section>
    );
  }
  if (slide.questions.length === 0) return null;
  return (
    <section className={styles.questions} aria-label={t('present.questions')}>
      <h2>{t('present.questions')}</h2>
      <ul>
        {slide.questions.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
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
