import type { MapFacts } from '@shared/analysis/mapFacts';
import { actionPlan, quadrantOf } from '@shared/analysis/priority';
import type { JourneyMapDoc, Note } from '@shared/boards/journey-map/model';
import { longDateText } from '@/app/dateText';
import { useLang } from '@/ui/preferences';
import { useT } from '@/ui/useT';
import styles from './opportunities.module.css';
import { showOnMap } from './showOnMap';

/** Who looks after a stage, by the notes of its row of owners. */
function ownersOf(doc: JourneyMapDoc, facts: MapFacts, stageId: string): readonly string[] {
  const own = facts.notes.filter((note) => note.lane === 'owner' && note.stageId === stageId);
  return own.flatMap(({ ref }) => {
    const note = (doc.notes as Readonly<Record<string, Note>>)[ref.id];
    return note?.text.trim() ? [note.text.trim()] : [];
  });
}

/** Rated opportunities in the order they are to be taken up, with who looks after their stage. */
export function ActionPlan({ doc, facts }: { readonly doc: JourneyMapDoc; readonly facts: MapFacts }) {
  const t = useT();
  const lang = useLang();
  const plan = actionPlan(facts.opportunities);
  const titleOf = (stageId: string) => facts.stages.find(({ id }) => id === stageId)?.title ?? '';
  return (
    <section className={styles.panel} aria-labelledby="plan-title">
      <h2 id="plan-title">{t('analysis.plan')}</h2>
      {plan.length === 0 ? (
        <p className={styles.none}>{t('analysis.noPlan')}</p>
      ) : (
        <table className={styles.plan}>
          <thead>
            <tr>
              <th scope="col">{t('analysis.what')}</th>
              <th scope="col">{t('analysis.who')}</th>
              <th scope="col">{t('analysis.when')}</th>
              <th scope="col">{t('analysis.priority')}</th>
            </tr>
          </thead>
          <tbody>
            {plan.map((one) => {
              const owners = one.owner.trim() ? [one.owner.trim()] : ownersOf(doc, facts, one.stageId);
              const quadrant = quadrantOf(one);
              return (
                <tr key={one.ref.id} data-quadrant={quadrant}>
                  <th scope="row">
                    <button
                      type="button"
                      aria-label={t('analysis.showFact', { fact: one.words })}
                      onClick={() => void showOnMap([one.ref])}
                    >
                      {one.words || t('journey.outline.empty')}
                    </button>
                  </th>
                  <td>
                    {owners.length > 0 ? (
                      owners.join(', ')
                    ) : (
                      <span className={styles.none}>{t('analysis.nobody')}</span>
                    )}
                  </td>
                  <td>
                    {titleOf(one.stageId)}
                    {one.due && <b className={styles.due}>{longDateText(one.due, lang)}</b>}
                  </td>
                  <td className={styles.quadrant}>
                    {t(`analysis.quadrant.${quadrant}`)}
                    {one.decision && <b className={styles.due}>{t(`analysis.decision.${one.decision}`)}</b>}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}
