import { WHOLE_BOARD } from '@shared/posterChoice/boardChoice';
import { type ChoiceOption, choiceOptions } from '@shared/posterChoice/choiceOptions';
import { chosenBoard } from '@shared/posterChoice/chosenBoard';
import { type ReactNode, useMemo } from 'react';
import { factsOf, filterOf } from '@/editor/filter/boardFilter';
import { FilterChoice } from '@/editor/filter/FilterPanel';
import type { PosterSource } from '@/export/posterScene';
import { Button } from '@/ui/Button';
import { Checkbox } from '@/ui/Checkbox';
import field from '@/ui/Field.module.css';
import { Icon } from '@/ui/Icon';
import { useLang } from '@/ui/preferences';
import { useT } from '@/ui/useT';
import styles from './BoardChoicePanel.module.css';
import { changeChoice, useChoices } from './boardChoices';

const LISTS = ['rows', 'stages', 'personas'] as const;

/** What the poster on show leaves out of its board: rows, stages, personas, notes. Nothing for what has nothing to leave out. */
export function BoardChoicePanel({ whole }: { readonly whole: PosterSource }) {
  const t = useT();
  const lang = useLang();
  const { boardId: id, doc, personas, kind } = whole;
  const choice = useChoices().get(id) ?? WHOLE_BOARD;
  const options = useMemo(() => choiceOptions(doc, { t, lang, personas }), [doc, t, lang, personas]);
  const facts = useMemo(() => {
    const rest = chosenBoard(doc, { ...choice, filter: undefined }).doc;
    return factsOf(choiceOptions(rest, { t, lang, personas }).notes, choice.filter);
  }, [doc, choice, t, lang, personas]);
  const lists = LISTS.filter((list) => options[list].length > 1);
  const onBoard = filterOf(id);
  if (lists.length === 0 && facts.total === 0) return null;
  return (
    <fieldset className={styles.choice}>
      <legend className={field.label}>{t('exporting.settings.choice.label')}</legend>
      {lists.map((list) => (
        <Fold
          key={list}
          name={t(`exporting.settings.choice.${list === 'rows' && kind === 'empathy-map' ? 'areas' : list}`)}
          shown={options[list].filter((one) => !choice[list].includes(one.id)).length}
          total={options[list].length}
        >
          <List options={options[list]} out={choice[list]} onChange={(out) => changeChoice(id, { [list]: out })} />
        </Fold>
      ))}
      {facts.total > 0 && (
        <Fold name={t('exporting.settings.choice.notes')} shown={facts.shown} total={facts.total}>
          {onBoard && (
            <Button size="small" icon="funnel" onClick={() => changeChoice(id, { filter: onBoard })}>
              {t('exporting.settings.choice.asOnBoard')}
            </Button>
          )}
          <FilterChoice facts={facts} filter={choice.filter} onChange={(filter) => changeChoice(id, { filter })} />
        </Fold>
      )}
    </fieldset>
  );
}

interface FoldProps {
  readonly name: string;
  readonly shown: number;
  readonly total: number;
  readonly children: ReactNode;
}

/** A line that says how much of something is shown, and opens the choice of it. */
function Fold({ name, shown, total, children }: FoldProps) {
  const t = useT();
  return (
    <details className={styles.fold}>
      <summary>
        <Icon name="caret-right" size={13} />
        <span>{name}</span>
        <b>{shown < total ? t('exporting.settings.choice.some', { shown, total }) : total}</b>
      </summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}

interface ListProps {
  readonly options: readonly ChoiceOption[];
  readonly out: readonly string[];
  readonly onChange: (out: readonly string[]) => void;
}

/** A box for each; the last one that is ticked stays. */
function List({ options, out, onChange }: ListProps) {
  const left = options.filter(({ id }) => !out.includes(id));
  return options.map(({ id, name }) => (
    <Checkbox
      key={id}
      label={name}
      checked={!out.includes(id)}
      disabled={left.length === 1 && left[0]?.id === id}
      onChange={(isOn) =>
        onChange(options.flatMap((one) => ((one.id === id ? !isOn : out.includes(one.id)) ? one.id : [])))
      }
    />
  ));
}
