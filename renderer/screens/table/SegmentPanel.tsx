import type { Condition } from '@shared/table/filter';
import type { TableView } from '@shared/table/view';
import { conditionWords, numberWords, withUnit } from '@shared/table/words';
import { useRef, useState } from 'react';
import { Icon } from '@/ui/Icon';
import { IconButton } from '@/ui/IconButton';
import { Segmented } from '@/ui/Segmented';
import { FilterEditor } from './FilterEditor';
import styles from './SegmentSide.module.css';
import { useTable, useTableSession, useWords } from './tableContext';

/** The filters in words, and how many rows they leave. */
export function SegmentPanel({ view }: { readonly view: TableView }) {
  const words = useWords();
  const { t, lang } = words;
  const session = useTableSession();
  const filter = useTable((state) => state.filter);
  /** The condition being written: its place, or the one after the last. */
  const [editing, setEditing] = useState<number | null>(null);
  const add = useRef<HTMLButtonElement>(null);
  const stop = () => {
    setEditing(null);
    requestAnimationFrame(() => add.current?.focus());
  };
  const apply = (at: number, condition: Condition) => {
    const conditions =
      at < filter.conditions.length ? filter.conditions.with(at, condition) : [...filter.conditions, condition];
    session.setFilter({ ...filter, conditions });
    stop();
  };
  const share = view.ready > 0 ? (100 * view.segment) / view.ready : 0;
  const values = {
    count: view.segment,
    total: numberWords(view.ready, lang),
    share: withUnit(numberWords(share, lang, share > 0 && share < 100 ? 1 : 0), '%', words),
  };
  return (
    <section className={styles.segment}>
      <h2>{t('tables.segment.title')}</h2>
      {filter.conditions.length > 1 && (
        <Segmented
          label={t('tables.segment.join')}
          value={filter.join}
          options={[
            { value: 'and', label: t('tables.segment.all') },
            { value: 'or', label: t('tables.segment.any') },
          ]}
          onChange={(join) => session.setFilter({ ...filter, join })}
        />
      )}
      <ul>
        {filter.conditions.map((condition, at) => {
          const { column, value } = conditionWords(condition, view.columns, words);
          const name = `${column} ${value}`;
          if (editing === at)
            return (
              <li key={name}>
                <FilterEditor view={view} condition={condition} onApply={(next) => apply(at, next)} onCancel={stop} />
              </li>
            );
          return (
            <li key={name} className={styles.filter}>
              <button type="button" aria-label={t('tables.segment.edit', { name })} onClick={() => setEditing(at)}>
                {column} <b>{value}</b>
              </button>
              <IconButton
                icon="x"
                iconSize={14}
                label={t('tables.segment.remove', { name })}
                onClick={() => {
                  session.setFilter({ ...filter, conditions: filter.conditions.toSpliced(at, 1) });
                  stop();
                }}
              />
            </li>
          );
        })}
      </ul>
      {editing === filter.conditions.length ? (
        <FilterEditor
          view={view}
          condition={null}
          onApply={(next) => apply(filter.conditions.length, next)}
          onCancel={stop}
        />
      ) : (
        <button ref={add} type="button" className={styles.add} onClick={() => setEditing(filter.conditions.length)}>
          <Icon name="plus" size={15} />
          {t('tables.segment.add')}
        </button>
      )}
      <p className={styles.total} role="status">
        <b>{numberWords(view.segment, lang)}</b> <span>{t('tables.segment.people', values)}</span>
      </p>
      <div className={styles.bar} aria-hidden="true">
        <i style={{ width: `${share}%` }} />
      </div>
      <p className={styles.legend} aria-hidden="true">
        <span>{t('tables.segment.inSegment')}</span>
        <span>{t('tables.segment.whole')}</span>
      </p>
    </section>
  );
}
