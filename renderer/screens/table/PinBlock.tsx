import { type OnPin, pinnedFact } from '@shared/table/pinnedFact';
import type { TableView } from '@shared/table/view';
import { isoDate } from '@/app/dateText';
import { boardForFacts } from '@/app/tables';
import { EvidenceSign } from '@/editor/EvidenceSign';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import styles from './PinBlock.module.css';
import { useTable, useTableSession, useWords } from './tableContext';

/** Pins what is ticked: facts leave the table, never rows. */
export function PinBlock({ view, onPin }: { readonly view: TableView; readonly onPin: OnPin }) {
  const words = useWords();
  const { t } = words;
  const session = useTableSession();
  const ticked = useTable((state) => state.ticked);
  const isReading = useTable((state) => state.progress !== null);
  const figures = view.figures.filter(({ id }) => ticked.has(id));
  const board = boardForFacts();
  const pin = () => {
    const { source, filter } = session.store.getState();
    const context = { columns: view.columns, filter, file: source?.name ?? '', date: isoDate(Date.now()) };
    void onPin(figures.map((figure) => pinnedFact(figure, context, words)));
    session.store.setState({ ticked: new Set() });
  };
  const impossible = figures.length === 0 || isReading;
  return (
    <section className={styles.pin} aria-label={t('tables.pin.title')}>
      <h2>{t('tables.pin.title')}</h2>
      <p className={styles.where}>
        <b>{board ? t('tables.pin.toBoard', { board: board.title }) : t('tables.pin.toClipboard')}</b>
        <span>
          <EvidenceSign kind="data" size={10} /> {t('tables.pin.sign')}
        </span>
      </p>
      <Button className={styles.button} icon="push-pin" iconSize={17} disabled={impossible} onClick={pin}>
        {figures.length === 0 ? t('tables.pin.none') : t('tables.pin.button', { count: figures.length })}
      </Button>
      <p className={styles.note}>
        <Icon name="lock-simple" size={15} />
        <span>{t('tables.pin.note')}</span>
      </p>
    </section>
  );
}
