import type { NoteFilter } from '@shared/boards/pieces/noteFilter';
import type { AnyDoc } from '@shared/model/document';
import type { ReactNode } from 'react';
import { Button } from '@/ui/Button';
import { Switch } from '@/ui/Switch';
import { useT } from '@/ui/useT';
import type { BoardController } from '../boardController';
import { useDoc, useUi } from '../useController';
import { type FilterFacts, type FilterOption, filterFacts, setFilter, toggled } from './boardFilter';
import styles from './Filter.module.css';
import { OptionSign, useOptionName } from './optionName';

/** Everything the notes of the board can be asked for, with how many there are of each. */
export function FilterPanel<Doc extends AnyDoc>({ controller }: { readonly controller: BoardController<Doc> }) {
  const doc = useDoc(controller.session);
  const filter = useUi(controller, (ui) => ui.filter);
  const facts = filterFacts(controller.plug, doc, filter);
  return <FilterChoice facts={facts} filter={filter} onChange={(next) => setFilter(controller, next)} />;
}

export interface FilterChoiceProps {
  readonly facts: FilterFacts;
  readonly filter: NoteFilter | undefined;
  readonly onChange: (filter: NoteFilter | undefined) => void;
}

/** The same wherever notes are chosen: for a board, for its poster. */
export function FilterChoice({ facts: { shown, total, options }, filter, onChange }: FilterChoiceProps) {
  const t = useT();
  if (total === 0) return <p className={styles.none}>{t('editing.filter.nothing')}</p>;
  const list = (all: readonly FilterOption[]) =>
    all.map((option) => (
      <Option key={option.value} option={option} onToggle={() => onChange(toggled(filter, option))} />
    ));
  return (
    <>
      <Group title={t('editing.filter.evidence')}>{list(options.evidence)}</Group>
      <Switch
        label={t('editing.filter.evidenceOnly')}
        on={filter?.evidenceOnly ?? false}
        onChange={(evidenceOnly) => onChange({ ...filter, evidenceOnly })}
      />
      {options.colors.length > 0 && <Group title={t('editing.filter.colors')}>{list(options.colors)}</Group>}
      {options.tags.length > 0 && <Group title={t('editing.filter.tags')}>{list(options.tags)}</Group>}
      {options.authors.length > 0 && <Group title={t('editing.filter.authors')}>{list(options.authors)}</Group>}
      <div className={styles.foot}>
        <span role="status">{t('editing.filter.count', { shown, total })}</span>
        <Button size="small" icon="x" disabled={!filter} onClick={() => onChange(undefined)}>
          {t('editing.filter.clear')}
        </Button>
      </div>
    </>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className={styles.group}>
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}

function Option({ option, onToggle }: { readonly option: FilterOption; readonly onToggle: () => void }) {
  const name = useOptionName()(option);
  return (
    <button type="button" className={styles.option} aria-pressed={option.isOn} onClick={onToggle}>
      <OptionSign option={option} />
      {name}
      <span className={styles.count}>{option.count}</span>
    </button>
  );
}
