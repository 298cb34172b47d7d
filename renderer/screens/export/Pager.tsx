import { IconButton } from '@/ui/IconButton';
import { useT } from '@/ui/useT';
import styles from './Preview.module.css';

export interface PagerProps {
  /** From 0. */
  readonly page: number;
  readonly count: number;
  readonly onPage: (page: number) => void;
}

/** Which sheet of several is looked at. */
export function Pager({ page, count, onPage }: PagerProps) {
  const t = useT();
  return (
    <span className={styles.pager}>
      <IconButton
        icon="arrow-left"
        iconSize={14}
        label={t('exporting.preview.before')}
        disabled={page === 0}
        onClick={() => onPage(page - 1)}
      />
      <span role="status">{t('journey.legend.part', { number: page + 1, count })}</span>
      <IconButton
        icon="arrow-right"
        iconSize={14}
        label={t('exporting.preview.after')}
        disabled={page === count - 1}
        onClick={() => onPage(page + 1)}
      />
    </span>
  );
}
