import type { OpinionMoment, Opinions } from '@shared/analysis/opinions';
import { formatNumber, formatSigned, formatValence } from '@shared/boards/pieces/valence';
import type { ReactNode } from 'react';
import { useLang } from '@/ui/preferences';
import { useT } from '@/ui/useT';
import { refOf } from './OpinionResults';
import styles from './opinions.module.css';
import { momentName } from './ratingEdits';
import { showOnMap } from './showOnMap';

/** How many of the widest gains are listed. */
const MOST_GAINS = 3;

/** What stands out; every line leads to its moment on the map. */
export function OpinionFindings({ view }: { readonly view: Opinions }) {
  const t = useT();
  const lang = useLang();
  const { split, remembered, agreed, aims, moments } = view;
  const nameOf = (moment: OpinionMoment) => momentName(moment, moments.indexOf(moment));
  const line = (moment: OpinionMoment, text: string) => (
    <li key={moment.id}>
      <button
        type="button"
        aria-label={t('analysis.showFact', { fact: `${nameOf(moment)}, ${text}` })}
        onClick={() => void showOnMap([refOf(view, moment)])}
      >
        <b>{nameOf(moment)}</b> {text}
      </button>
    </li>
  );
  const gains = (aims?.gaps ?? []).slice(0, MOST_GAINS).flatMap(({ stepId, a, b }) => {
    const moment = moments.find(({ id }) => id === stepId);
    return moment ? [line(moment, formatSigned(b - a, lang))] : [];
  });
  return (
    <div className={styles.findings}>
      <Finding title={t('opinions.split')}>
        {split.length > 0 ? (
          <ul>
            {split.map((moment) =>
              line(
                moment,
                t('opinions.camps', {
                  pleased: moment.of?.split?.pleased ?? 0,
                  displeased: moment.of?.split?.displeased ?? 0,
                }),
              ),
            )}
          </ul>
        ) : (
          <p>{t('opinions.noSplit')}</p>
        )}
      </Finding>
      {remembered && (
        <Finding title={t('opinions.remembered')} figure={formatValence(remembered.score, lang)}>
          <p>
            {t('opinions.rememberedText', {
              peak: `${nameOf(remembered.peak)} ${formatValence(remembered.peak.of?.median ?? 0, lang)}`,
              end: `${nameOf(remembered.end)} ${formatValence(remembered.end.of?.median ?? 0, lang)}`,
            })}
          </p>
        </Finding>
      )}
      {agreed?.of && (
        <Finding title={t('opinions.agreed')}>
          <ul>{line(agreed, t('opinions.range', { range: formatNumber(agreed.of.max - agreed.of.min, lang) }))}</ul>
        </Finding>
      )}
      <Finding title={t('opinions.widest')}>
        {gains.length > 0 ? <ul>{gains}</ul> : <p>{t('opinions.noAim')}</p>}
      </Finding>
    </div>
  );
}

interface FindingProps {
  readonly title: string;
  readonly figure?: string;
  readonly children: ReactNode;
}

function Finding({ title, figure, children }: FindingProps) {
  return (
    <section className={styles.finding}>
      <h2>
        {title}
        {figure !== undefined && <strong>{figure}</strong>}
      </h2>
      {children}
    </section>
  );
}
