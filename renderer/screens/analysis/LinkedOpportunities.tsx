import type { FrictionLine } from '@shared/analysis/friction';
import type { MapFacts } from '@shared/analysis/mapFacts';
import { EvidenceSign } from '@/editor/EvidenceSign';
import { useT } from '@/ui/useT';
import styles from './opportunities.module.css';
import { showOnMap } from './showOnMap';

/** Opportunities at the place of a line; those of a whole stage belong to each of its moments. */
export function LinkedOpportunities({ line, facts }: { readonly line: FrictionLine; readonly facts: MapFacts }) {
  const t = useT();
  const linked = facts.opportunities.filter(
    ({ stageId, stepId }) =>
      stageId === line.stageId && (line.stepId === null || stepId === null || stepId === line.stepId),
  );
  return (
    <section className={styles.panel} aria-labelledby="linked-title">
      <h2 id="linked-title">
        {t('analysis.linked')} <small>{line.title}</small>
      </h2>
      {linked.length === 0 ? (
        <p className={styles.none}>{t('analysis.noLinked')}</p>
      ) : (
        <ul className={styles.linked}>
          {linked.map((one) => (
            <li key={one.ref.id}>
              <button type="button" className={styles.note} onClick={() => void showOnMap([one.ref])}>
                <span>
                  <span className="visually-hidden">{t('analysis.showFact', { fact: '' })}</span>
                  {one.words}
                </span>
                <span className={styles.noteFoot}>
                  {one.evidence && <EvidenceSign kind={one.evidence} />}
                  {one.author}
                  {one.votes > 0 && <b>{t('journey.votes', { count: one.votes })}</b>}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
