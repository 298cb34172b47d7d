import { useT } from '@/ui/useT';
import { ColumnPanel } from './ColumnPanel';
import { FigureList } from './FigureList';
import { PinBlock } from './PinBlock';
import { SegmentPanel } from './SegmentPanel';
import styles from './SegmentSide.module.css';
import { useTable } from './tableContext';

/** Whom we look at, what can be said of them, and where to pin it. */
export function SegmentSide() {
  const t = useT();
  const view = useTable((state) => state.view);
  const column = useTable((state) => state.column);
  if (!view) return null;
  const chosen = column === null ? undefined : view.columns[column];
  return (
    <aside className={styles.side} aria-label={t('tables.segment.title')}>
      <div className={styles.scroll}>
        <SegmentPanel view={view} />
        {chosen && column !== null && <ColumnPanel key={column} column={chosen} at={column} />}
        <FigureList view={view} />
      </div>
      <PinBlock view={view} />
    </aside>
  );
}
