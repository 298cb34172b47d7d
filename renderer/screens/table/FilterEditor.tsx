import { isoDay, parseDateCell } from '@shared/table/dateCell';
import { type Condition, folded, rangeCondition } from '@shared/table/filter';
import { type ColumnType, isReadable } from '@shared/table/model';
import type { ColumnView, TableView } from '@shared/table/view';
import { labelWords, plainNumber } from '@shared/table/words';
import { useState } from 'react';
import { Button } from '@/ui/Button';
import { Checkbox } from '@/ui/Checkbox';
import { parseNumber } from '@/ui/numberText';
import { useLang } from '@/ui/preferences';
import { Select } from '@/ui/Select';
import { TextField } from '@/ui/TextField';
import { useT } from '@/ui/useT';
import styles from './FilterEditor.module.css';

type How = 'values' | 'range' | 'contains' | 'filled' | 'empty';

const WAYS: Readonly<Record<ColumnType, readonly How[]>> = {
  number: ['range', 'filled', 'empty'],
  rating: ['range', 'filled', 'empty'],
  date: ['range', 'filled', 'empty'],
  category: ['values', 'contains', 'filled', 'empty'],
  yesno: ['values', 'filled', 'empty'],
  text: ['values', 'contains', 'filled', 'empty'],
  identifier: ['contains', 'filled', 'empty'],
  email: [],
  phone: [],
  name: [],
  ignored: [],
};

const howOf = (condition: Condition): How => {
  if (condition.kind === 'labels') return 'values';
  return condition.kind === 'numbers' || condition.kind === 'days' ? 'range' : condition.kind;
};

export interface FilterEditorProps {
  readonly view: TableView;
  /** The one that is changed; null for a new one. */
  readonly condition: Condition | null;
  readonly onApply: (condition: Condition) => void;
  readonly onCancel: () => void;
}

/** Writes one condition: a column, how it is asked, and the values. */
export function FilterEditor({ view, condition, onApply, onCancel }: FilterEditorProps) {
  const t = useT();
  const offered = view.columns.flatMap(({ name, reading }, at) =>
    isReadable(reading) ? [{ value: String(at), label: name }] : [],
  );
  const [at, setAt] = useState(condition?.column ?? Number(offered[0]?.value ?? 0));
  const column = view.columns[at];
  if (!column) return null;
  return (
    <div className={styles.editor}>
      <Select
        quiet
        label={t('tables.segment.column')}
        options={offered}
        value={String(at)}
        onChange={(value) => setAt(Number(value))}
      />
      <Editor
        key={at}
        column={column}
        at={at}
        condition={condition?.column === at ? condition : null}
        onApply={onApply}
        onCancel={onCancel}
      />
    </div>
  );
}

interface EditorProps extends Omit<FilterEditorProps, 'view'> {
  readonly column: ColumnView;
  readonly at: number;
}

function Editor({ column, at, condition, onApply, onCancel }: EditorProps) {
  const t = useT();
  const lang = useLang();
  const ways = WAYS[column.reading.type];
  const [how, setHow] = useState<How>(condition ? howOf(condition) : (ways[0] ?? 'filled'));
  const isDate = column.reading.type === 'date';
  const bound = (value: number | null) => (value === null ? '' : isDate ? isoDay(value) : plainNumber(value, lang));
  const range = condition && 'from' in condition ? condition : { from: null, to: null };
  const [from, setFrom] = useState(bound(range.from));
  const [to, setTo] = useState(bound(range.to));
  const [labels, setLabels] = useState<readonly string[]>(condition?.kind === 'labels' ? condition.labels : []);
  const [text, setText] = useState(condition?.kind === 'contains' ? condition.text : '');

  const read = (written: string): number | null | undefined => {
    if (written.trim() === '') return null;
    if (!isDate) return parseNumber(written) ?? undefined;
    const day = parseDateCell(written, 'ymd');
    return typeof day === 'number' ? day : undefined;
  };
  const [low, high] = [read(from), read(to)];
  const errorOf = (value: number | null | undefined) =>
    value !== undefined
      ? undefined
      : t(isDate ? 'tables.segment.wrongDate' : 'tables.segment.wrongNumber', { example: '2026-10-12' });
  const made = (): Condition | null => {
    switch (how) {
      case 'values':
        return labels.length > 0 ? { kind: 'labels', column: at, labels } : null;
      case 'range':
        if (low === undefined || high === undefined || (low === null && high === null)) return null;
        return rangeCondition(isDate ? 'days' : 'numbers', at, low, high);
      case 'contains':
        return text.trim() === '' ? null : { kind: 'contains', column: at, text };
      default:
        return { kind: how, column: at };
    }
  };
  const next = made();
  const submit = () => next && onApply(next);
  return (
    <>
      <Select
        quiet
        label={t('tables.segment.how')}
        options={ways.map((value) => ({ value, label: t(`tables.how.${value}`) }))}
        value={how}
        onChange={setHow}
      />
      {how === 'values' && <Values column={column} labels={labels} onChange={setLabels} />}
      {how === 'range' && (
        <div className={styles.range}>
          <TextField
            quiet
            autoFocus
            label={t('tables.segment.from')}
            type={isDate ? 'date' : 'text'}
            inputMode={isDate ? undefined : 'decimal'}
            value={from}
            error={errorOf(low)}
            onChange={setFrom}
            onSubmit={submit}
            onCancel={onCancel}
          />
          <TextField
            quiet
            label={t('tables.segment.to')}
            type={isDate ? 'date' : 'text'}
            inputMode={isDate ? undefined : 'decimal'}
            value={to}
            error={errorOf(high)}
            onChange={setTo}
            onSubmit={submit}
            onCancel={onCancel}
          />
        </div>
      )}
      {how === 'contains' && (
        <TextField
          quiet
          autoFocus
          label={t('tables.segment.text')}
          value={text}
          onChange={setText}
          onSubmit={submit}
          onCancel={onCancel}
        />
      )}
      <div className={styles.buttons}>
        <Button size="small" variant="ghost" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button size="small" variant="primary" disabled={next === null} onClick={submit}>
          {t('tables.segment.apply')}
        </Button>
      </div>
    </>
  );
}

/** Beyond this many, values are searched. */
const SEARCHED_FROM = 8;
const MOST_SHOWN = 60;

interface ValuesProps {
  readonly column: ColumnView;
  readonly labels: readonly string[];
  readonly onChange: (labels: readonly string[]) => void;
}

function Values({ column, labels, onChange }: ValuesProps) {
  const t = useT();
  const [query, setQuery] = useState('');
  const found = column.labels.filter((label) => labels.includes(label) || folded(label).includes(folded(query.trim())));
  return (
    <div className={styles.values}>
      {column.labels.length > SEARCHED_FROM && (
        <TextField quiet type="search" label={t('tables.segment.search')} value={query} onChange={setQuery} />
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled by keys. */}
      <fieldset className={styles.options} tabIndex={0} aria-label={column.name}>
        {found.slice(0, MOST_SHOWN).map((label) => (
          <Checkbox
            key={label}
            label={labelWords(label, column.reading.type, t)}
            checked={labels.includes(label)}
            onChange={(on) => onChange(on ? [...labels, label] : labels.filter((other) => other !== label))}
          />
        ))}
      </fieldset>
    </div>
  );
}
