import { Browser } from './Browser';
import { DataGrid } from './DataGrid';
import { Questions } from './Questions';
import { ReadProgress } from './ReadProgress';
import { RefusedList } from './RefusedList';
import { SheetHead } from './SheetHead';
import styles from './TableSheet.module.css';
import { useTable } from './tableContext';

/** The table on its sheet: what was read and how, its columns, some of its rows, and every row that was refused. */
export function TableSheet() {
  const view = useTable((state) => state.view);
  if (!view) return null;
  return (
    <div className={styles.sheet}>
      <SheetHead view={view} />
      <ReadProgress />
      <Questions view={view} />
      <DataGrid view={view} />
      <Browser />
      <RefusedList view={view} />
    </div>
  );
}
