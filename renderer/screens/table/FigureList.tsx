import { FEW_ANSWERS } from '@shared/table/facts';
import type { TableView } from '@shared/table/view';
import { figureWords } from '@shared/table/words';
import { classNames } from '@/ui/classNames';
import { Icon } from '@/ui/Icon';
import styles from './FigureList.module.css';
import { useTable, useTableSession, useWords } from './tableContext';

/** Every figure of the segment; those that are ticked get pinned. */
export function FigureList({ view }: { readonly view: TableView }) {
  const words = useWords();
  const { t } = words;
  const session = useTableSession();
  const ticked = useTable((state) => state.ticked);
  const chosen = useTable((state) => state.column);
  const tick = (id: string, on: boolean) => {
    const next = new Set(ticked);
    if (on) next.add(id);
    else next.delete(id);
    session.store.setState({ ticked: next });
  };
  // The column that is looked at comes first.
  const figures = view.figures.toSorted((a, b) => Number(b.column === chosen) - Number(a.column === chosen));
  return (
    <section aria-label={t('tables.figures')} className={styles.figures}>
      <h2 className="visually-hidden">{t('tables.figures')}</h2>
      {figures.length === 0 && <p className={styles.none}>{t('tables.figuresNone')}</p>}
      <ul>
        {figures.map((figure) => {
          const column = view.columns[figure.column];
          if (!column) return null;
          const { headline, detail } = figureWords(figure, column, words);
          return (
            <li key={figure.id}>
              <label className={styles.figure}>
                <span className={styles.text}>
                  <b>{headline}</b>
                  <span className={classNames(styles.detail, figure.n < FEW_ANSWERS && styles.few)}>
                    {t('tables.condition', { column: column.name, value: detail })}
                  </span>
                </span>
                <input
                  type="checkbox"
                  checked={ticked.has(figure.id)}
                  onChange={({ currentTarget }) => tick(figure.id, currentTarget.checked)}
                />
                <span className={styles.box}>
                  <Icon name="check" size={14} />
                </span>
              </label>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
