import { actionPlan, type PlanLine, type PlanOrder, planInOrder } from '@shared/analysis/actionPlan';
import type { MapFacts } from '@shared/analysis/mapFacts';
import type { NoteId } from '@shared/base/ids';
import { type NoteChange, setNoteFields } from '@shared/boards/journey-map/commands/notes';
import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import { type FocusEvent, useRef, useState } from 'react';
import { isoDate } from '@/app/dateText';
import type { Session } from '@/session/session';
import { Icon } from '@/ui/Icon';
import { MenuButton } from '@/ui/Menu';
import { useLang } from '@/ui/preferences';
import { useT } from '@/ui/useT';
import styles from './ActionPlan.module.css';
import panel from './opportunities.module.css';
import { PlanRow } from './PlanRow';
import { PLAN_FORMATS, type PlanFormat, savePlan } from './savePlan';

interface PlanProps {
  readonly session: Session<JourneyMapDoc>;
  readonly facts: MapFacts;
}

/** Opportunities in the order they are to be taken up: who does what by when is written right here. */
export function ActionPlan({ session, facts }: PlanProps) {
  const t = useT();
  const lang = useLang();
  const [order, setOrder] = useState<PlanOrder>('priority');
  const [isTurned, setTurned] = useState(false);
  // While somebody writes in a line, lines stay where they are: what is written may belong elsewhere.
  const [held, setHeld] = useState<readonly string[] | null>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const plan = actionPlan(facts, isoDate(Date.now()));
  const sorted = planInOrder(plan, order, isTurned, lang);
  const lines = held ? inHeldOrder(sorted, held) : sorted;
  const late = plan.filter(({ isLate }) => isLate).length;

  const sortBy = (by: PlanOrder) => {
    setTurned(by === order && !isTurned);
    setOrder(by);
  };
  const leave = ({ relatedTarget }: FocusEvent<HTMLElement>) => {
    if (!body.current?.contains(relatedTarget)) setHeld(null);
  };
  const change = (line: PlanLine, fields: NoteChange['fields']) =>
    session.run(setNoteFields, { id: line.ref.id as NoteId, fields });
  const head = (by: PlanOrder, label: string) => (
    <button type="button" className={styles.sort} onClick={() => sortBy(by)}>
      {label}
      {order === by && <Icon name={isTurned ? 'arrow-up' : 'arrow-down'} size={12} />}
    </button>
  );
  const sortOf = (by: PlanOrder) => (order === by ? (isTurned ? 'descending' : 'ascending') : 'none');

  return (
    <section className={panel.panel} aria-labelledby="plan-title">
      <div className={styles.head}>
        <h2 id="plan-title">
          {t('analysis.plan')} {late > 0 && <small className={styles.late}>{t('analysis.lateCount', { late })}</small>}
        </h2>
        {plan.length > 0 && (
          <MenuButton
            label={t('analysis.savePlan')}
            icon="download-simple"
            items={PLAN_FORMATS.map((id) => ({ id, label: t(`analysis.files.${id}`) }))}
            onAction={(format) => void savePlan(lines, format as PlanFormat)}
          />
        )}
      </div>
      {plan.length === 0 ? (
        <p className={panel.none}>{t('analysis.noPlan')}</p>
      ) : (
        <table className={styles.plan}>
          <thead>
            <tr>
              <th scope="col" aria-sort={sortOf('priority')}>
                {head('priority', `${t('analysis.what')}, ${t('analysis.priority').toLocaleLowerCase()}`)}
              </th>
              <th scope="col" aria-sort={sortOf('owner')}>
                {head('owner', t('analysis.who'))}
              </th>
              <th scope="col" aria-sort={sortOf('due')}>
                {head('due', t('analysis.when'))}
              </th>
              <th scope="col">{t('editing.detail.decision')}</th>
            </tr>
          </thead>
          <tbody ref={body} onFocus={() => setHeld((ids) => ids ?? lines.map(({ ref }) => ref.id))} onBlur={leave}>
            {lines.map((line) => (
              <PlanRow key={line.ref.id} line={line} onChange={(fields) => change(line, fields)} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** Lines where they stood; those that came meanwhile after them. */
function inHeldOrder(lines: readonly PlanLine[], held: readonly string[]): readonly PlanLine[] {
  const place = ({ ref }: PlanLine) => (held.includes(ref.id) ? held.indexOf(ref.id) : held.length);
  return [...lines].sort((one, other) => place(one) - place(other));
}
