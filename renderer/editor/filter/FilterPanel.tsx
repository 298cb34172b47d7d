import type { AnyDoc } from '@shared/model/document';
import type { ReactNode } from 'react';
import { Button } from '@/ui/Button';
import { Switch } from '@/ui/Switch';
import { useT } from '@/ui/useT';
import type { BoardController } from '../boardController';
import { useDoc, useUi } from '../useController';
import { type FilterOption, filterFacts, setFilter, toggleAsked } from './boardFilter';
import styles from './Filter.module.css';
import { OptionSign, useOptionName } from './optionName';

/** Everything the notes of the board can be asked for, with how many there are of each. */
export function FilterPanel<Doc extends AnyDoc>({ controller }: { readonly controller: BoardController<Doc> }) {
  const t = useT();
  const doc = useDoc(controller.session);
  const filter = useUi(controller, (ui) => ui.filter);
  const { shown, total, options } = filterFacts(controller.plug, doc, filter);
  if (total === 0) return <p className={styles.none}>{t('editing.filter.nothing')}</p>;
  const list = (all: readonly FilterOption[]) =>
    all.map((option) => <Option key={option.value} option={option} onToggle={() => toggleAsked(controller, option)} />);
  return (
    <>
      <Group title={t('editing.filter.evidence')}>{list(options.evidence)}</Group>
      <Switch
        label={t('editing.filter.evidenceOnly')}
        on={filter?.evidenceOnly ?? false}
        onChange={(evidenceOnly) => setFilter(controller, { ...filter, evidenceOnly })}
      />
      {options.colors.length > 0 && <Group title={t('editing.filter.colors')}>{list(options.colors)}</Group>}
      {options.tags.length > 0 && <Group title={t('editing.filter.tags')}>{list(options.tags)}</Group>}
      {options.authors.length > 0 && <Group title={t('editing.filter.authors')}>{list(options.authors)}</Group>}
      <div className={styles.foot}>
        <span role="status">{t('editing.filter.count', { shown, total })}</span>
        <Button size="small" icon="x" disabled={!filter} onClick={() => setFilter(controller, undefined)}>
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
