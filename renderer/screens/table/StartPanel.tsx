import type { TranslateFn } from '@shared/i18n/translate';
import { TABLE_LIMITS, type TableProblem } from '@shared/table/model';
import { numberWords } from '@shared/table/words';
import { useEffect, useRef, useState } from 'react';
import { workspace } from '@/app/appStore';
import { isoDate, longDateText, timeText } from '@/app/dateText';
import type { Workspace } from '@/session/workspaceApi';
import { RECOGNISE } from '@/tables/protocol';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { IconButton } from '@/ui/IconButton';
import { MessageBar } from '@/ui/MessageBar';
import { showToast } from '@/ui/notices';
import { JobPanel } from '@/ui/ProgressBar';
import { useLang } from '@/ui/preferences';
import { useT } from '@/ui/useT';
import { FileInput } from './FileInput';
import { SheetSelect } from './SheetSelect';
import styles from './StartPanel.module.css';
import { useTable, useTableSession } from './tableContext';

/** Before there is a table: choose or drop a file, open one that was kept; why the last one could not be read. */
export function StartPanel() {
  const t = useT();
  const lang = useLang();
  const session = useTableSession();
  const problem = useTable((state) => state.problem);
  const progress = useTable((state) => state.progress);
  const source = useTable((state) => state.source);
  const input = useRef<HTMLInputElement>(null);
  if (progress && source) {
    return (
      <div className={styles.panel}>
        <JobPanel
          title={t('tables.reading')}
          step={source.name}
          value={progress.total > 0 ? progress.done / progress.total : 0}
          onCancel={session.cancel}
        />
      </div>
    );
  }
  const limits = { rows: numberWords(TABLE_LIMITS.rows, lang), columns: TABLE_LIMITS.columns };
  return (
    <div className={styles.panel}>
      {problem && <Problem problem={problem} name={source?.name ?? ''} />}
      <section className={styles.card} aria-label={t('tables.start.title')}>
        <Icon name="chart-bar" size={34} />
        <h2>{t('tables.start.title')}</h2>
        <p>{t('tables.start.text')}</p>
        <Button variant="primary" size="large" icon="folder-open" onClick={() => input.current?.click()}>
          {t('tables.choose')}
        </Button>
        <FileInput inputRef={input} />
        <small>{t('tables.start.limits', limits)}</small>
      </section>
      <KeptList />
    </div>
  );
}

function Problem({ problem, name }: { readonly problem: TableProblem; readonly name: string }) {
  const t = useT();
  const lang = useLang();
  const session = useTableSession();
  const choice = useTable((state) => state.choice);
  const { title, text } = problemWords(problem, t, (value) => numberWords(value, lang));
  return (
    <MessageBar
      kind="error"
      title={name ? `${name}${t('common.files.colon')}${title}` : title}
      text={`${text} ${t('tables.problem.safe')}`}
    >
      {choice && <SheetSelect {...choice} onChange={(sheet) => session.setSettings({ ...RECOGNISE, sheet })} />}
    </MessageBar>
  );
}

function problemWords(problem: TableProblem, t: TranslateFn, number: (value: number) => string) {
  const values = {
    limit: 'limit' in problem ? number(problem.limit) : '',
    limitMb: 'limitMb' in problem ? number(problem.limitMb) : '',
    line: 'line' in problem ? number(problem.line) : '',
  };
  return { title: t(`tables.problem.${problem.code}.title`), text: t(`tables.problem.${problem.code}.text`, values) };
}

type Kept = Awaited<ReturnType<Workspace['keptTables']['list']>>;

/** Kept tables by names of their own: a file that was kept again carries its number. */
function numbered(tables: Kept) {
  const times = new Map<string, number>();
  return tables
    .toReversed()
    .map((table) => {
      const number = (times.get(table.name) ?? 0) + 1;
      times.set(table.name, number);
      return { table, label: number === 1 ? table.name : `${table.name} (${number})` };
    })
    .reverse();
}

function KeptList() {
  const t = useT();
  const lang = useLang();
  const session = useTableSession();
  const [tables, setTables] = useState<Kept>([]);
  useEffect(() => {
    void workspace().keptTables.list().then(setTables);
  }, []);
  if (tables.length === 0) return null;
  const open = async (id: string, name: string) => {
    const bytes = await workspace().keptTables.read(id);
    if (bytes) session.open({ name, file: new Blob([bytes as Uint8Array<ArrayBuffer>]), keptId: id });
    else showToast({ text: t('tables.start.damaged', { name }), icon: 'warning', lastsMs: 8000 });
  };
  const remove = async (table: Kept[number], name: string) => {
    const { keptTables } = workspace();
    // Deleted at once; only the toast still has it.
    const bytes = await keptTables.read(table.id);
    await keptTables.remove(table.id);
    setTables(await keptTables.list());
    const takeBack = async (whole: Uint8Array) => {
      if (await keptTables.keep(table, whole)) setTables(await keptTables.list());
      else showToast({ text: t('tables.keepFailed'), icon: 'warning', lastsMs: 8000 });
    };
    showToast({
      text: t('tables.start.removed', { name }),
      icon: 'trash',
      action: bytes ? { label: t('common.undo'), shortcut: 'CmdOrCtrl+Z', run: () => void takeBack(bytes) } : undefined,
    });
  };
  return (
    <section className={styles.kept} aria-label={t('tables.start.kept')}>
      <h2>{t('tables.start.kept')}</h2>
      <ul>
        {numbered(tables).map(({ table, label }) => (
          <li key={table.id}>
            <button
              type="button"
              aria-label={t('tables.start.open', { name: label })}
              onClick={() => void open(table.id, table.name)}
            >
              <Icon name="file-csv" size={20} />
              <b>{label}</b>
              <span>
                {t('tables.start.size', {
                  size: numberWords(Math.max(0.1, table.size / 1_000_000), lang, 1),
                  date: t('common.date.atTime', {
                    day: longDateText(isoDate(table.keptAt), lang),
                    time: timeText(table.keptAt, lang),
                  }),
                })}
              </span>
            </button>
            <IconButton
              icon="trash"
              label={t('tables.start.remove', { name: label })}
              onClick={() => void remove(table, label)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
