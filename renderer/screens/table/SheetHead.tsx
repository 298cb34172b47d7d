import type { MessageKey } from '@shared/i18n/translate';
import { DELIMITERS, type Delimiter } from '@shared/table/delimiter';
import { ENCODINGS } from '@shared/table/encoding';
import type { TableView } from '@shared/table/view';
import { numberWords, type Words } from '@shared/table/words';
import { useState } from 'react';
import type { FileFacts, FileSettings } from '@/tables/protocol';
import { Button } from '@/ui/Button';
import { classNames } from '@/ui/classNames';
import { NumberField } from '@/ui/NumberField';
import { Select } from '@/ui/Select';
import { Switch } from '@/ui/Switch';
import styles from './SheetHead.module.css';
import { SheetSelect } from './SheetSelect';
import { useTable, useTableSession, useWords } from './tableContext';

const DELIMITER_NAMES = { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'bar' } as const satisfies Record<
  Delimiter,
  string
>;

/** Titles above a table take fewer lines. */
const MOST_FIRST_LINE = 1000;

/** The file, how it was read, and the count that always adds up: read = ready + refused. */
export function SheetHead({ view }: { readonly view: TableView }) {
  const words = useWords();
  const { t, lang } = words;
  const source = useTable((state) => state.source);
  const facts = useTable((state) => state.facts);
  const settings = useTable((state) => state.settings);
  const [open, setOpen] = useState(false);
  if (!source || !facts) return null;
  const told = factsWords(facts, view, words);
  const isSetByHand = Object.values(settings).some((value) => value !== null);
  const isRecognised = !isSetByHand && view.questions.length === 0 && view.ready > 0;
  return (
    <header className={styles.head}>
      <div className={styles.file}>
        <h2>{source.name}</h2>
        <p>
          {t(isRecognised ? 'tables.recognised' : 'tables.changed', { facts: told })}
          <Button
            variant="ghost"
            size="small"
            icon="sliders-horizontal"
            aria-expanded={open}
            className={styles.toggle}
            onClick={() => setOpen(!open)}
          >
            {t('tables.settings')}
          </Button>
        </p>
      </div>
      <dl className={styles.counts}>
        <Count value={numberWords(view.read, lang)} name={t('tables.read', { count: view.read })} />
        <Count value={numberWords(view.ready, lang)} name={t('tables.ready', { count: view.ready })} />
        <Count
          value={numberWords(view.refused, lang)}
          name={t('tables.refused', { count: view.refused })}
          bad={view.refused > 0}
        />
      </dl>
      {open && <Settings facts={facts} />}
    </header>
  );
}

function Count({
  value,
  name,
  bad = false,
}: {
  readonly value: string;
  readonly name: string;
  readonly bad?: boolean;
}) {
  return (
    <div className={classNames(styles.count, bad && styles.bad)}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** `Point-virgule, UTF-8, virgule décimale, dates jour/mois/année`. */
function factsWords(
  { kind, delimiter, encoding, sheet, sheets, firstLine }: FileFacts,
  view: TableView,
  { t, lang }: Words,
): string {
  const numbers = view.columns.filter(({ reading }) => reading.type === 'number').map(({ reading }) => reading.decimal);
  const dates = view.columns.filter(({ reading }) => reading.type === 'date').map(({ reading }) => reading.order);
  const decimal = numbers.includes('comma') ? 'comma' : 'point';
  const hasDecimals = view.columns.some(
    ({ summary: { all } }) =>
      all && !(Number.isInteger(all.min) && Number.isInteger(all.max) && Number.isInteger(all.median)),
  );
  const order = dates.find((one) => one !== null);
  const parts = [
    delimiter ? t(`tables.delimiter.${DELIMITER_NAMES[delimiter]}`) : '',
    encoding ? t(`tables.encoding.${encoding}`) : '',
    sheet !== null && sheets.length > 0 ? t('tables.sheetNamed', { name: sheet }) : '',
    firstLine > 1 ? t('tables.firstLineAt', { line: numberWords(firstLine, lang) }) : '',
    kind === 'csv' && hasDecimals ? t(`tables.decimal.${decimal}`) : '',
    kind === 'csv' && order ? t('tables.datesIn', { order: t(`tables.order.${order}`) }) : '',
  ].filter((part) => part !== '');
  const text = parts.join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function Settings({ facts }: { readonly facts: FileFacts }) {
  const { t } = useWords();
  const session = useTableSession();
  const set = (settings: Partial<FileSettings>) => session.setSettings(settings);
  const { delimiter, encoding, sheet, sheets, header, firstLine } = facts;
  return (
    <div className={styles.settings}>
      {delimiter && (
        <Select
          quiet
          label={t('tables.delimiter.label')}
          value={delimiter}
          options={DELIMITERS.map((value) => ({ value, label: t(`tables.delimiter.${DELIMITER_NAMES[value]}`) }))}
          onChange={(value) => set({ delimiter: value })}
        />
      )}
      {encoding && (
        <Select
          quiet
          label={t('tables.encoding.label')}
          value={encoding}
          options={ENCODINGS.map((value) => ({ value, label: t(`tables.encoding.${value}` as MessageKey) }))}
          onChange={(value) => set({ encoding: value })}
        />
      )}
      {sheet !== null && sheets.length > 1 && (
        <SheetSelect
          sheet={sheet}
          sheets={sheets}
          onChange={(value) => set({ sheet: value, header: null, firstLine: null })}
        />
      )}
      <NumberField
        label={t('tables.firstLine')}
        value={firstLine}
        min={1}
        max={MOST_FIRST_LINE}
        onChange={(line) => set({ firstLine: line })}
      />
      <Switch label={t('tables.header')} on={header} onChange={(on) => set({ header: on })} />
    </div>
  );
}
