import type { DateOrder, DecimalSign, Reading } from '@shared/table/model';
import type { ColumnView } from '@shared/table/view';
import { numberWords, plainNumber } from '@shared/table/words';
import { useState } from 'react';
import { IconButton } from '@/ui/IconButton';
import { parseNumber } from '@/ui/numberText';
import { Select } from '@/ui/Select';
import { Switch } from '@/ui/Switch';
import { TextField } from '@/ui/TextField';
import styles from './SegmentSide.module.css';
import { useTableSession, useWords } from './tableContext';

/** One column: how its cells are read, and its statistics for the file and the segment. */
export function ColumnPanel({ column, at }: { readonly column: ColumnView; readonly at: number }) {
  const { t } = useWords();
  const session = useTableSession();
  const { reading, name } = column;
  const change = (part: Partial<Reading>) => session.choose(at, { ...reading, ...part });
  const isNumber = reading.type === 'number' || reading.type === 'rating';
  return (
    <section className={styles.column} aria-label={t('tables.column.title', { name })}>
      <header>
        <h3>{name}</h3>
        <IconButton
          icon="x"
          iconSize={14}
          label={t('tables.column.close')}
          onClick={() => session.store.setState({ column: null })}
        />
      </header>
      {isNumber && (
        <>
          <Statistics column={column} />
          <div className={styles.fields}>
            <Limit label={t('tables.column.min')} value={reading.min} onChange={(min) => change({ min })} />
            <Limit label={t('tables.column.max')} value={reading.max} onChange={(max) => change({ max })} />
          </div>
        </>
      )}
      {reading.type === 'number' && (
        <div className={styles.fields}>
          <Unit value={reading.unit} onChange={(unit) => change({ unit })} />
          <Select<DecimalSign>
            quiet
            label={t('tables.decimal.label')}
            value={reading.decimal ?? 'point'}
            options={(['comma', 'point'] as const).map((value) => ({ value, label: t(`tables.decimal.${value}`) }))}
            onChange={(decimal) => change({ decimal })}
          />
        </div>
      )}
      {reading.type === 'yesno' && (
        <Switch
          label={t('tables.column.blankIsNo')}
          on={reading.blankIsNo}
          onChange={(blankIsNo) => change({ blankIsNo })}
        />
      )}
      {reading.type === 'date' && (
        <Select<DateOrder>
          quiet
          label={t('tables.order.label')}
          value={reading.order ?? 'dmy'}
          options={(['dmy', 'mdy', 'ymd'] as const).map((value) => ({ value, label: t(`tables.order.${value}`) }))}
          onChange={(order) => change({ order })}
        />
      )}
    </section>
  );
}

interface LimitProps {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

/** A limit is taken over when it is left or with Enter: each one judges every row anew. */
function Limit({ label, value, onChange }: LimitProps) {
  const { t, lang } = useWords();
  const written = value === null ? '' : plainNumber(value, lang);
  const [text, setText] = useState(written);
  const number = text.trim() === '' ? null : parseNumber(text);
  const wrong = text.trim() !== '' && number === null;
  const take = () => {
    if (!wrong && number !== value) onChange(number);
  };
  return (
    <TextField
      quiet
      label={label}
      value={text}
      inputMode="decimal"
      error={wrong ? t('tables.segment.wrongNumber') : undefined}
      onChange={setText}
      onSubmit={take}
      onBlur={take}
      onCancel={() => setText(written)}
    />
  );
}

function Unit({ value, onChange }: { readonly value: string; readonly onChange: (unit: string) => void }) {
  const { t } = useWords();
  const shown = value === 'years' ? t('tables.column.years') : value;
  const [text, setText] = useState(shown);
  const take = () => {
    const unit = text.trim() === t('tables.column.years') ? 'years' : text.trim();
    if (unit !== value) onChange(unit);
  };
  return (
    <TextField
      quiet
      label={t('tables.column.unit')}
      value={text}
      maxLength={12}
      onChange={setText}
      onSubmit={take}
      onBlur={take}
    />
  );
}

function Statistics({ column: { name, summary } }: { readonly column: ColumnView }) {
  const { t, lang } = useWords();
  const { all, segment } = summary;
  if (!all) return null;
  const tell = (value: number | undefined) =>
    value === undefined ? '–' : numberWords(value, lang, Number.isInteger(value) ? 0 : Math.abs(value) >= 100 ? 1 : 2);
  const lines = [
    ['n', 'n'],
    ['min', 'min_'],
    ['q1', 'q1'],
    ['median', 'median'],
    ['mean', 'mean'],
    ['q3', 'q3'],
    ['max', 'max_'],
    ['deviation', 'deviation'],
  ] as const;
  return (
    <table className={styles.statistics}>
      <caption className="visually-hidden">{t('tables.column.stats', { name })}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{t('tables.column.whole')}</th>
          <th scope="col">{t('tables.column.segment')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(([key, label]) => (
          <tr key={key}>
            <th scope="row">{t(`tables.column.${label}`)}</th>
            <td>{tell(all[key])}</td>
            <td>{tell(segment?.[key])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
