import { type OpinionMoment, type Opinions, personaPair } from '@shared/analysis/opinions';
import type { PersonaId } from '@shared/base/ids';
import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import { Button } from '@/ui/Button';
import { useT } from '@/ui/useT';
import { OpinionBands } from './OpinionBands';
import { OpinionFindings } from './OpinionFindings';
import { OpinionTable } from './OpinionTable';
import { lookAtOpinions } from './opinionState';
import styles from './opinions.module.css';

export interface ResultsProps {
  readonly view: Opinions;
  readonly doc: JourneyMapDoc;
  readonly personaId: PersonaId | null;
  readonly nameOf: (personaId: string) => string;
}

/** What the group says, and how the journey's curves compare. */
export function OpinionResults({ view, doc, personaId, nameOf }: ResultsProps) {
  const t = useT();
  const curves = [...new Set(view.facts.emotions.map(({ curve }) => curve))];
  const one = personaId ?? '';
  const other = curves.find((curve) => curve !== one);
  const personas = curves.includes(one) && other !== undefined ? personaPair(view.facts, one, other) : null;
  const isRated = view.moments.some(({ of }) => of !== null);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard.
    <section className={styles.results} tabIndex={0} aria-label={t('opinions.results')}>
      <OpinionBands
        view={view}
        isRated={isRated}
        date={doc.info.date}
        version={doc.info.version}
        personas={personas && other !== undefined ? { pair: personas, names: [nameOf(one), nameOf(other)] } : null}
      />
      {isRated ? (
        <>
          <OpinionFindings view={view} />
          <OpinionTable view={view} />
          <p className={styles.foot}>{t('opinions.foot')}</p>
        </>
      ) : (
        <div className={styles.none}>
          <p>{t('opinions.none')}</p>
          <Button variant="primary" icon="user-plus" onClick={() => lookAtOpinions({ view: 'entry' })}>
            {t('opinions.add')}
          </Button>
        </div>
      )}
    </section>
  );
}

/** What on the map a moment is shown by: what is felt there, else the moment itself. */
export function refOf({ facts }: Opinions, moment: OpinionMoment) {
  const point = facts.emotions.find(({ stepId }) => stepId === moment.id);
  return point?.ref ?? { kind: 'step', id: moment.id };
}
