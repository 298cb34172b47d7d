import { numberWords } from '@shared/table/words';
import { PAGE_ROWS } from '@/tables/shownRows';
import { IconButton } from '@/ui/IconButton';
import { useLang } from '@/ui/preferences';
import { Segmented } from '@/ui/Segmented';
import { useT } from '@/ui/useT';
import styles from './TableSheet.module.css';
import { useTable, useTableSession } from './tableContext';

/** Which rows stand above: an excerpt, those of the segment, or all, a page at a time. */
export function Browser() {
  const t = useT();
  const lang = useLang();
  const session = useTableSession();
  const browse = useTable((state) => state.browse);
  const { rows, total } = useTable((state) => state.shown);
  const isReading = useTable((state) => state.progress !== null);
  if (isReading) return null;
  const { which, from } = browse;
  const pages = which !== 'excerpt' && total > PAGE_ROWS;
  const go = (by: number) => session.setBrowse({ which, from: from + by * PAGE_ROWS });
  return (
    <div className={styles.browser}>
      <Segmented
        hideLabel
        label={t('tables.browse.label')}
        value={which}
        options={(['excerpt', 'segment', 'all'] as const).map((value) => ({
          value,
          label: t(`tables.browse.${value}`),
        }))}
        onChange={(value) => session.setBrowse({ which: value, from: 0 })}
      />
      {rows.length === 0 && <span>{t('tables.browse.none')}</span>}
      {pages && (
        <span className={styles.pager}>
          <span role="status">
            {t('tables.browse.range', {
              from: numberWords(from + 1, lang),
              to: numberWords(from + rows.length, lang),
              total: numberWords(total, lang),
            })}
          </span>
          <IconButton
            icon="caret-left"
            label={t('tables.browse.previous')}
            disabled={from === 0}
            onClick={() => go(-1)}
          />
          <IconButton
            icon="caret-right"
            label={t('tables.browse.next')}
            disabled={from + PAGE_ROWS >= total}
            onClick={() => go(1)}
          />
        </span>
      )}
    </div>
  );
}
