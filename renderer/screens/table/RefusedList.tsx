import type { RefusedRow, TableView } from '@shared/table/view';
import { faultWords, numberWords } from '@shared/table/words';
import { useRef, useState } from 'react';
import { Button } from '@/ui/Button';
import { classNames } from '@/ui/classNames';
import { Icon } from '@/ui/Icon';
import { TextField } from '@/ui/TextField';
import styles from './RefusedList.module.css';
import { useTable, useTableSession, useWords } from './tableContext';

/** Every row that cannot be read: line, column, what was read, why, and what can be done. */
export function RefusedList({ view }: { readonly view: TableView }) {
  const { t, lang } = useWords();
  const session = useTableSession();
  const isReading = useTable((state) => state.progress !== null);
  if (isReading) return null;
  const { refused, ready, refusals } = view;
  return (
    <section className={styles.list} aria-label={t('tables.refusedTitle', { count: refused })}>
      <h2>
        {refused > 0 ? t('tables.refusedTitle', { count: refused }) : t('tables.refusedNone')}
        {refused > 0 && ready > 0 && (
          <span>{t('tables.othersDoNotWait', { count: ready, ready: numberWords(ready, lang) })}</span>
        )}
      </h2>
      {refusals.length > 0 && (
        <table>
          <thead className="visually-hidden">
            <tr>
              {(['line', 'column', 'value', 'reason', 'action'] as const).map((name) => (
                <th key={name} scope="col">
                  {t(`tables.refusedColumns.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {refusals.map((row) => (
              <Refusal key={`${row.line} ${row.column}`} row={row} view={view} />
            ))}
          </tbody>
        </table>
      )}
      {refusals.length < refused && (
        <Button size="small" icon="caret-down" iconSize={13} onClick={session.showMoreRefusals}>
          {t('tables.refusedMore')}
        </Button>
      )}
    </section>
  );
}

const SHOWN_VALUE = 120;

function Refusal({ row, view }: { readonly row: RefusedRow; readonly view: TableView }) {
  const words = useWords();
  const { t } = words;
  const session = useTableSession();
  const left = useTable((state) => state.leftAside.has(row.line));
  const [fixing, setFixing] = useState(false);
  const fix = useRef<HTMLButtonElement>(null);
  const fields = 'found' in row.fault ? row.fault.found : null;
  const leave = (aside: boolean) => {
    const lines = new Set(session.store.getState().leftAside);
    if (aside) lines.add(row.line);
    else lines.delete(row.line);
    session.store.setState({ leftAside: lines });
  };
  const stop = () => {
    setFixing(false);
    session.store.setState({ notFixed: null });
    // The button is back after the next picture.
    requestAnimationFrame(() => fix.current?.focus());
  };
  return (
    <tr className={classNames(left && styles.left)}>
      <th scope="row">
        <Icon name="warning" size={15} />
        {t('tables.lineNumber', { line: row.line })}
      </th>
      <td>{row.column === null ? t('tables.wholeLine') : view.columns[row.column]?.name}</td>
      <td>
        <code>
          {fields === null
            ? row.value.slice(0, SHOWN_VALUE) || t('tables.emptyCell')
            : t('tables.fields', { count: fields })}
        </code>
      </td>
      <td>{fixing ? <Correction row={row} onDone={stop} /> : faultWords(row.fault, words)}</td>
      <td className={styles.actions}>
        {!fixing && !left && (
          <Button
            ref={fix}
            size="small"
            aria-label={t('tables.fixLine', { line: row.line })}
            onClick={() => setFixing(true)}
          >
            {t('tables.fix')}
          </Button>
        )}
        {!fixing && (
          <Button
            size="small"
            variant="ghost"
            aria-label={t(left ? 'tables.takeBackLine' : 'tables.leaveLine', { line: row.line })}
            onClick={() => leave(!left)}
          >
            {t(left ? 'tables.takeBack' : 'tables.leave')}
          </Button>
        )}
      </td>
    </tr>
  );
}

/** A new value for a cell, or a whole line written anew; it is judged like any other. */
function Correction({ row, onDone }: { readonly row: RefusedRow; readonly onDone: () => void }) {
  const words = useWords();
  const { t } = words;
  const session = useTableSession();
  const separator = useTable((state) => state.facts?.delimiter ?? ';');
  const notFixed = useTable((state) => state.notFixed);
  const [text, setText] = useState(row.column === null ? row.value.split(' | ').join(separator) : row.value);
  const submit = () => {
    if (row.row !== null && row.column !== null) {
      session.fixCell(row.row, row.column, text);
      onDone();
    } else if (row.broken !== null) session.fixLine(row.broken, text);
  };
  const error =
    notFixed && row.broken !== null
      ? faultWords(
          { code: notFixed.found > notFixed.expected ? 'too-many-fields' : 'too-few-fields', ...notFixed },
          words,
        )
      : undefined;
  return (
    <div className={styles.correction}>
      <TextField
        quiet
        hideLabel
        autoFocus
        selectOnFocus
        label={t('tables.fixValue', { line: row.line })}
        value={text}
        error={error}
        onChange={setText}
        onSubmit={submit}
        onCancel={onDone}
      />
      <Button size="small" variant="primary" onClick={submit}>
        {t('tables.fixDone')}
      </Button>
      <Button size="small" variant="ghost" onClick={onDone}>
        {t('common.cancel')}
      </Button>
    </div>
  );
}
