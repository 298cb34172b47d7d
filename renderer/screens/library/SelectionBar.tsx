import type { PersonaId } from '@shared/base/ids';
import { useMemo } from 'react';
import { canCompare } from '@/app/library/chosen';
import type { PersonaCard } from '@/session/library';
import { Button } from '@/ui/Button';
import { IconButton } from '@/ui/IconButton';
import { useT } from '@/ui/useT';
import type { Found } from './filters';
import { actOn } from './personaMenu';
import styles from './SelectionBar.module.css';
import { useAfterPaint } from './useAfterPaint';
import { chosenIn, select, selectNone } from './view';

interface SelectionProps {
  readonly personas: readonly PersonaCard[];
  readonly selected: ReadonlySet<PersonaId>;
  /** What the search and the filters leave. */
  readonly shown: Found;
  /** What was searched for, when something is. */
  readonly answered: string;
}

/** What can be done with everything that is selected and shown. */
export function SelectionBar({ personas, selected, shown, answered }: SelectionProps) {
  const t = useT();
  const rested = useAfterPaint(shown, answered) ?? shown;
  const cards = useMemo(() => rested.cards.filter(({ id }) => selected.has(id)), [rested, selected]);
  const all = useMemo(() => personas.filter(({ id }) => selected.has(id)).length, [personas, selected]);
  const hidden = Math.max(0, all - cards.length);
  const isNothing = cards.length === 0;
  const isFavourite = !isNothing && cards.every(({ favourite }) => favourite);
  const isArchived = !isNothing && cards.every(({ archived }) => archived);
  const by = t(answered === '' ? 'library.selection.byFilters' : 'library.selection.bySearch');
  const said = [
    isNothing && hidden > 0
      ? t('library.selection.allHidden', { count: hidden, by })
      : t('library.selection.count', { count: cards.length }),
    !isNothing && hidden > 0 && t('library.selection.othersHidden', { count: hidden, by }),
  ];
  // The cards of now: the words above may still wait for a rest.
  const act = (action: string) => actOn(chosenIn(shown), action);
  return (
    <div role="toolbar" aria-label={t('library.selection.label')} className={styles.bar}>
      <span className={styles.group}>
        <b aria-live="polite">{said.filter(Boolean).join(', ')}</b>
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
        <Button size="small" icon="tag" disabled={isNothing} onClick={() => act('tags')}>
          {t('library.menu.tags')}
        </Button>
        <IconButton
          bordered
          disabled={isNothing}
          icon={isFavourite ? 'star-fill' : 'star'}
          label={t(isFavourite ? 'library.menu.unfavourite' : 'library.menu.favourite')}
          onClick={() => act('favourite')}
        />
        {canCompare(cards.length) && (
          <Button size="small" icon="columns" disabled={isNothing} onClick={() => act('compare')}>
            {t('library.menu.compare')}
          </Button>
        )}
        <Button size="small" icon="tray" disabled={isNothing} onClick={() => act('archive')}>
          {t(isArchived ? 'library.menu.unarchive' : 'library.menu.archive')}
        </Button>
        <Button size="small" icon="download-simple" disabled={isNothing} onClick={() => act('export')}>
          {t('library.exchange.export')}
        </Button>
        <Button size="small" icon="trash" disabled={isNothing} onClick={() => act('delete')}>
          {t('library.menu.delete')}
        </Button>
      </span>
    </div>
  );
}
