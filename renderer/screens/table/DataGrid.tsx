import { isAside, isReadable } from '@shared/table/model';
import type { ColumnView, TableView } from '@shared/table/view';
import { numberWords } from '@shared/table/words';
import { useState } from 'react';
import type { ShownRow } from '@/tables/protocol';
import { classNames } from '@/ui/classNames';
import { Icon } from '@/ui/Icon';
import { IconButton } from '@/ui/IconButton';
import { ColumnChart } from './ColumnChart';
import { OFFERED_TYPES, readingAs, typeIcon, typeWords } from './columnWords';
import styles from './DataGrid.module.css';
import { useTable, useTableSession, useWords } from './tableContext';

/** Columns drawn at once: a survey may have hundreds. */
const PAGE_COLUMNS = 24;

/** The columns with their types and distributions, and the rows that are shown. */
export function DataGrid({ view }: { readonly view: TableView }) {
  const { t, lang } = useWords();
  const rows = useTable((state) => state.shown.rows);
  const [first, setFirst] = useState(0);
  const from = Math.min(first, Math.max(0, view.columns.length - 1));
  const columns = view.columns.slice(from, from + PAGE_COLUMNS).map((column, at) => ({ column, at: from + at }));
  return (
    <>
      {view.columns.length > PAGE_COLUMNS && (
        <div className={styles.pages}>
          <span role="status">
            {t('tables.columns.range', {
              from: from + 1,
              to: from + columns.length,
              total: numberWords(view.columns.length, lang),
            })}
          </span>
          <IconButton
            icon="caret-left"
            label={t('tables.columns.previous')}
            disabled={from === 0}
            onClick={() => setFirst(Math.max(0, from - PAGE_COLUMNS))}
          />
          <IconButton
            icon="caret-right"
            label={t('tables.columns.next')}
            disabled={from + PAGE_COLUMNS >= view.columns.length}
            onClick={() => setFirst(from + PAGE_COLUMNS)}
          />
        </div>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keys. */}
      <section className={styles.scroll} tabIndex={0} aria-label={t('tables.table')}>
        <table className={styles.table} style={{ minWidth: 54 + columns.length * 118 }}>
          <caption className="visually-hidden">{t('tables.table')}</caption>
          <colgroup>
            <col style={{ width: 54 }} />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{t('tables.line')}</span>
              </th>
              {columns.map(({ column, at }) => (
                <ColumnName key={at} column={column} at={at} />
              ))}
            </tr>
            <tr>
              <td />
              {columns.map(({ column, at }) => (
                <ColumnHead key={at} column={column} at={at} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.line} row={row} columns={columns} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

interface ColumnProps {
  readonly column: ColumnView;
  readonly at: number;
}

const NUMERIC: ReadonlySet<string> = new Set(['number', 'rating']);

function ColumnName({ column, at }: ColumnProps) {
  const { t } = useWords();
  const session = useTableSession();
  const chosen = useTable((state) => state.column);
  const aside = isAside(column.reading.type);
  return (
    <th scope="col" className={classNames(aside && styles.aside)}>
      <button
        type="button"
        className={styles.name}
        aria-pressed={chosen === at}
        data-tip={t('tables.column.show', { name: column.name })}
        onClick={() => session.store.setState({ column: chosen === at ? null : at })}
      >
        {column.name}
      </button>
    </th>
  );
}

function ColumnHead({ column, at }: ColumnProps) {
  const { t, lang } = useWords();
  const session = useTableSession();
  const { reading } = column;
  const aside = isAside(reading.type);
  return (
    <td className={classNames(styles.about, aside && styles.aside)}>
      <span className={styles.type}>
        <Icon name={typeIcon(reading)} size={15} />
        <span aria-hidden="true">{aside ? t('tables.type.aside') : typeWords(reading.type, reading, t, lang)}</span>
        <Icon name="caret-down" size={13} />
        <select
          aria-label={t('tables.type.label', { column: column.name })}
          value={reading.type}
          onChange={({ currentTarget }) => {
            const type = OFFERED_TYPES.find((one) => one === currentTarget.value);
            if (type) session.choose(at, readingAs(reading, type));
          }}
        >
          {OFFERED_TYPES.map((type) => (
            <option key={type} value={type}>
              {typeWords(type, readingAs(reading, type), t, lang)}
            </option>
          ))}
        </select>
      </span>
      {aside ? (
        <p>{t(reading.type === 'ignored' ? 'tables.ignoredWhy' : 'tables.asideWhy')}</p>
      ) : isReadable(reading) ? (
        <>
          <ColumnChart column={column} />
          <Completeness column={column} />
        </>
      ) : (
        <p>{t('tables.waiting')}</p>
      )}
    </td>
  );
}

function Completeness({ column: { missing, refused, reading } }: { readonly column: ColumnView }) {
  const { t } = useWords();
  return (
    <span className={styles.complete}>
      {refused > 0 && (
        <span className={styles.refusals}>
          <Icon name="warning" size={13} />
          {t('tables.refusals', { count: refused })}
        </span>
      )}
      {missing > 0 && <span>{t('tables.missing', { count: missing })}</span>}
      {reading.blankIsNo && <span>{t('tables.blankIsNo')}</span>}
      {missing === 0 && refused === 0 && !reading.blankIsNo && <span>{t('tables.complete')}</span>}
    </span>
  );
}

function Row({ row, columns }: { readonly row: ShownRow; readonly columns: readonly ColumnProps[] }) {
  const { t } = useWords();
  const state = row.state === 'ready' ? '' : t(`tables.state.${row.state}`);
  return (
    <tr className={classNames(row.state === 'segment' && styles.segment, row.state === 'refused' && styles.refused)}>
      <th scope="row">
        {row.line}
        {state && <span className="visually-hidden"> {state}</span>}
      </th>
      {columns.map(({ column, at }) => {
        const text = row.cells[at] ?? '';
        const bad = row.bad.includes(at);
        const numeric = NUMERIC.has(column.reading.type);
        if (isAside(column.reading.type)) return <td key={at} className={styles.aside} />;
        return (
          <td key={at} className={classNames(numeric && styles.numeric, bad && styles.bad)}>
            {bad && <Icon name="warning" size={14} />}
            {bad && <span className="visually-hidden">{t('tables.state.refused')} </span>}
            {text === '' ? <i>{t('tables.emptyCell')}</i> : text}
          </td>
        );
      })}
    </tr>
  );
}
