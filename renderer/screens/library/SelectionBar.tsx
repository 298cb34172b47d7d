import { canCompare } from '@/app/library/chosen';
import type { PersonaCard } from '@/session/library';
import { Button } from '@/ui/Button';
import { IconButton } from '@/ui/IconButton';
import { useT } from '@/ui/useT';
import type { Found } from './filters';
import { actOn } from './personaMenu';
import styles from './SelectionBar.module.css';
import { select, selectNone } from './view';

interface SelectionProps {
  readonly cards: readonly PersonaCard[];
  /** What the filters leave. */
  readonly shown: Found;
}

/** What can be done with everything that is selected. */
export function SelectionBar({ cards, shown }: SelectionProps) {
  const t = useT();
  const isFavourite = cards.every(({ favourite }) => favourite);
  const isArchived = cards.every(({ archived }) => archived);
  return (
    <div role="toolbar" aria-label={t('library.selection.label')} className={styles.bar}>
      <span className={styles.group}>
        <b aria-live="polite">{t('library.selection.count', { count: cards.length })}</b>
        <Button
          size="small"
          variant="ghost"
          onClick={() =>
            select(
              shown.cards.map(({ id }) => id),
              true,
            )
          }
        >
          {t('library.selection.all')}
        </Button>
        <IconButton icon="x" label={t('library.selection.none')} onClick={selectNone} />
      </span>
      <span className={styles.group}>
        <Button size="small" icon="tag" onClick={() => actOn(cards, 'tags')}>
          {t('library.menu.tags')}
        </Button>
        <IconButton
          bordered
          icon={isFavourite ? 'star-fill' : 'star'}
          label={t(isFavourite ? 'library.menu.unfavourite' : 'library.menu.favourite')}
          onClick={() => actOn(cards, 'favourite')}
        />
        {canCompare(cards.length) && (
          <Button size="small" icon="columns" onClick={() => actOn(cards, 'compare')}>
            {t('library.menu.compare')}
          </Button>
        )}
        <Button size="small" icon="tray" onClick={() => actOn(cards, 'archive')}>
          {t(isArchived ? 'library.menu.unarchive' : 'library.menu.archive')}
        </Button>
        <Button size="small" icon="download-simple" onClick={() => actOn(cards, 'export')}>
          {t('library.exchange.export')}
        </Button>
        <Button size="small" icon="trash" onClick={() => actOn(cards, 'delete')}>
          {t('library.menu.delete')}
        </Button>
      </span>
    </div>
  );
}
