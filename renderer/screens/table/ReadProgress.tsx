import { numberWords } from '@shared/table/words';
import { JobPanel } from '@/ui/ProgressBar';
import { useLang } from '@/ui/preferences';
import { useT } from '@/ui/useT';
import styles from './TableSheet.module.css';
import { useTable, useTableSession } from './tableContext';

/** How far reading is, over the first rows that stand already; and a way out. */
export function ReadProgress() {
  const t = useT();
  const lang = useLang();
  const { cancel } = useTableSession();
  const progress = useTable((state) => state.progress);
  if (!progress) return null;
  return (
    <div className={styles.progress}>
      <JobPanel
        title={t('tables.reading')}
        step={t('tables.readingStep', { rows: numberWords(progress.rows, lang) })}
        value={progress.total > 0 ? progress.done / progress.total : 0}
        onCancel={cancel}
      />
    </div>
  );
}
