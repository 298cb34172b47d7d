import type { PartSlide, PartText } from '@shared/presenting/parts';
import { quoted, typographic } from '@shared/text/typography';
import { useRef } from 'react';
import { EvidenceSign } from '@/editor/EvidenceSign';
import { classNames } from '@/ui/classNames';
import { Icon } from '@/ui/Icon';
import { useLang } from '@/ui/preferences';
import { useT } from '@/ui/useT';
import { Head } from './SlideHead';
import styles from './Stage.module.css';
import type { StageProps } from './show';
import { QUOTE_LIMITS, sizeOf, TITLE_LIMITS } from './slideSizes';
import { useTightness } from './useTightness';

/** So few are set as large as what is said on a stage. */
const FEW = 2;

/** How much room its texts leave, 0 to 2: what says little is set larger. */
function roomOf({ texts }: PartSlide): number {
  const letters = texts.reduce((sum, { text, figure }) => sum + text.length + figure.length, 0);
  if (texts.length <= 4 && letters <= 160) return 2;
  return texts.length <= 6 && letters <= 300 ? 1 : 0;
}

/** A block of a persona, a zone of an empathy map: what it says, with its proofs and votes. */
export function PartFace(props: StageProps & { readonly slide: PartSlide }) {
  const { show, slide } = props;
  const t = useT();
  const main = useRef<HTMLDivElement>(null);
  const tight = useTightness(main, slide);
  const { number, count, title, icon, texts, more, note } = slide;
  return (
    <section className={classNames(styles.slide, styles.partSlide)}>
      <Head {...props}>
        <span>{t('present.place', { number, count })}</span>
      </Head>
      <div className={styles.titles}>
        <div className={styles.number} aria-hidden="true">
          {number}
        </div>
        <div>
          <h2 className={classNames(styles.title, styles.partTitle)} data-size={sizeOf(title, TITLE_LIMITS)}>
            <Icon name={icon} size={32} />
            {title}
          </h2>
          {note && <p className={styles.sub}>{typographic(note, show.lang)}</p>}
        </div>
      </div>
      <div ref={main} className={classNames(styles.main, styles.partMain)} data-tight={tight}>
        <ul className={classNames(styles.texts, texts.length <= FEW && styles.few)} data-room={roomOf(slide)}>
          {texts.map((text) => (
            <Text key={text.id} text={text} isLarge={texts.length <= FEW} />
          ))}
        </ul>
        {more > 0 && <p className={styles.more}>{t('present.more', { count: more })}</p>}
      </div>
    </section>
  );
}

function Text({ text: one, isLarge }: { readonly text: PartText; readonly isLarge: boolean }) {
  const t = useT();
  const lang = useLang();
  const { text, isSaid, figure, proof, votes, paper } = one;
  return (
    <li
      className={classNames(styles.text, isSaid && styles.said, paper !== null && styles.onPaper)}
      style={paper ? { background: `var(--note-${paper})`, borderTopColor: `var(--note-${paper}-band)` } : undefined}
      data-size={isLarge ? sizeOf(text, QUOTE_LIMITS) : undefined}
    >
      {figure && <b className={styles.textFigure}>{figure}</b>}
      <span className={styles.words}>{isSaid ? quoted(text, lang) : typographic(text, lang)}</span>
      {(proof || votes > 0) && (
        <span className={styles.proof}>
          {proof && (
            <>
              <EvidenceSign kind={proof} />
              {t(`journey.evidence.${proof}`).toLocaleLowerCase()}
            </>
          )}
          {votes > 0 && <span>{t('journey.votes', { count: votes })}</span>}
        </span>
      )}
    </li>
  );
}
