import { parseDateCell } from '@shared/table/dateCell';
import type { DateOrder, DecimalSign, TableQuestion } from '@shared/table/model';
import { parseNumberCell } from '@shared/table/numberCell';
import type { TableView } from '@shared/table/view';
import { plainNumber } from '@shared/table/words';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { useLang } from '@/ui/preferences';
import { useT } from '@/ui/useT';
import styles from './TableSheet.module.css';
import { useTableSession } from './tableContext';

/** What the file leaves open is asked, never guessed. */
export function Questions({ view }: { readonly view: TableView }) {
  return view.questions.map((question) => <Question key={question.column} question={question} view={view} />);
}

function Question({ question, view }: { readonly question: TableQuestion; readonly view: TableView }) {
  const t = useT();
  const lang = useLang();
  const session = useTableSession();
  const column = view.columns[question.column];
  if (!column) return null;
  const { example, kind } = question;
  const values = { column: column.name, example };
  const choices: readonly { readonly label: string; readonly decimal?: DecimalSign; readonly order?: DateOrder }[] =
    kind === 'decimal'
      ? (['comma', 'point'] as const).map((decimal) => ({
          decimal,
          label: `${plainNumber(parseNumberCell(example, decimal)?.value ?? 0, lang)} (${t(`tables.decimal.${decimal}`)})`,
        }))
      : (['dmy', 'mdy'] as const).map((order) => ({ order, label: longDate(example, order, lang) }));
  return (
    <section className={styles.question} aria-label={t(`tables.question.${kind}`, values)}>
      <Icon name="question" size={20} />
      <div>
        <b>{t(`tables.question.${kind}`, values)}</b>
        <p>{t('tables.question.wait')}</p>
      </div>
      {choices.map(({ label, ...chosen }) => (
        <Button
          key={label}
          size="small"
          onClick={() => session.choose(question.column, { ...column.reading, ...chosen })}
        >
          {label}
        </Button>
      ))}
    </section>
  );
}

/** A date with its month in letters: what a reader cannot mistake. */
function longDate(text: string, order: DateOrder, lang: 'fr' | 'en'): string {
  const day = parseDateCell(text, order);
  if (typeof day !== 'number') return text;
  const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(lang === 'fr' ? 'fr-FR' : 'en-GB', options).format(day * 86_400_000);
}
