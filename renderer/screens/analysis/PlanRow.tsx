import { type PlanLine, whoDoes } from '@shared/analysis/actionPlan';
import type { NoteChange } from '@shared/boards/journey-map/commands/notes';
import { DECISIONS } from '@shared/boards/journey-map/enums';
import { dueWords } from '@shared/exchange/planRows';
import type { IconName } from '@shared/scene/icons';
import { useRef } from 'react';
import { Select } from '@/ui/Select';
import { useT } from '@/ui/useT';
import styles from './ActionPlan.module.css';
import { LeftField } from './LeftField';
import { showOnMap } from './showOnMap';

const NONE = 'none';
const DECISION_ICONS = { yes: 'check', maybe: 'hourglass-medium', no: 'x' } as const satisfies Record<string, IconName>;

interface RowProps {
  readonly line: PlanLine;
  readonly onChange: (fields: NoteChange['fields']) => void;
}

/** One opportunity of the plan. Enter in a field goes on to the same field of the next line, Escape back to its title. */
export function PlanRow({ line, onChange }: RowProps) {
  const t = useT();
  const row = useRef<HTMLTableRowElement>(null);
  const { words, quadrant, stageTitle, owner, due, decision } = line;
  const title = words.trim() || t('journey.outline.empty');
  const named = (field: string) => t('analysis.planField', { field, title });
  const below = (cell: 'owner' | 'due') => () =>
    row.current?.nextElementSibling?.querySelector<HTMLElement>(`[data-cell="${cell}"] :is(input, textarea)`)?.focus();
  const toTitle = () => row.current?.querySelector<HTMLElement>('th button')?.focus();
  const soon = dueWords(line, t);
  return (
    <tr ref={row} data-plan={line.ref.id} data-quadrant={quadrant}>
      <th scope="row">
        <button
          type="button"
          className={styles.title}
          aria-label={t('analysis.showFact', { fact: words })}
          onClick={() => void showOnMap([line.ref])}
        >
          {title}
        </button>
        <span className={styles.priority}>
          <b>{quadrant ? t(`analysis.quadrant.${quadrant}`) : t('analysis.toPlace')}</b>
          {stageTitle}
        </span>
      </th>
      <td data-cell="owner">
        <LeftField
          label={named(t('analysis.who'))}
          hideLabel
          multiline
          value={owner}
          placeholder={whoDoes(line) || t('analysis.nobody')}
          onChange={(text) => onChange({ owner: text })}
          onEnter={below('owner')}
          onEscape={toTitle}
        />
      </td>
      <td data-cell="due" data-empty={due === '' || undefined}>
        <LeftField
          label={named(t('analysis.when'))}
          hideLabel
          type="date"
          value={due}
          onChange={(text) => onChange({ due: text })}
          onEnter={below('due')}
          onEscape={toTitle}
        />
        {soon && <span className={line.isLate ? styles.late : styles.soon}>{soon}</span>}
      </td>
      <td data-decision={decision ?? NONE}>
        <Select
          className={styles.choice}
          label={named(t('editing.detail.decision'))}
          hideLabel
          quiet
          value={decision ?? NONE}
          options={[
            ...DECISIONS.map((id) => ({ value: id, label: t(`analysis.decision.${id}`), icon: DECISION_ICONS[id] })),
            { value: NONE, label: t('editing.detail.undecided') },
          ]}
          onChange={(value) => onChange({ decision: value === NONE ? null : value })}
        />
      </td>
    </tr>
  );
}
