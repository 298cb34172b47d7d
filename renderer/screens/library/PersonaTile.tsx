import type { PersonaId } from '@shared/base/ids';
import { memo } from 'react';
import { dayText } from '@/app/dateText';
import type { PersonaCard } from '@/session/library';
import { classNames } from '@/ui/classNames';
import { useLang } from '@/ui/preferences';
import { useT } from '@/ui/useT';
import { CardFace } from './CardFace';
import { Box, mapsText, roleLine, Star } from './cardParts';
import { marked } from './marked';
import { PersonaPicture } from './PersonaPicture';
import styles from './PersonaTile.module.css';
import { Squares } from './Squares';

export interface TileProps {
  readonly card: PersonaCard;
  /** Words to mark, as `wordsIn` tells them: a letter leaves most cards as they are. */
  readonly marks: string;
  /** Why it was found, where the card says nothing of it itself. */
  readonly found: string | null;
  readonly selected: boolean;
  /** The one the Tab key reaches. */
  readonly active: boolean;
  readonly row: number;
  readonly column: number;
  readonly list: boolean;
  /** Its texts are in view, or there is time for them. */
  readonly isRead: boolean;
}

/** One persona of the library, as a card or as a line of the list. What happens to it is the grid's business. */
export const PersonaTile = memo(function PersonaTile(props: TileProps) {
  const { card, selected, active, row, column, list } = props;
  return (
    // Keys and clicks are heard by the grid.
    // biome-ignore lint/a11y/useSemanticElements: a grid of cards in virtual rows is no table.
    <div
      role="gridcell"
      aria-colindex={column + 1}
      aria-selected={selected}
      tabIndex={active ? 0 : -1}
      data-persona={card.id satisfies PersonaId}
      data-row={row}
      draggable
      className={classNames(styles.cell, list ? styles.line : styles.card, selected && styles.selected)}
    >
      {list ? (
        <Line {...props} />
      ) : (
        <CardFace card={card} marks={props.marks} found={props.found} selected={selected} isRead={props.isRead} />
      )}
    </div>
  );
});

/** What stands in the columns of the list. Each of its lines says so itself. */
export function LineHeads() {
  const t = useT();
  return (
    <div className={styles.heads} aria-hidden="true">
      <span>{t('library.list.name')}</span>
      <span>{t('library.list.sector')}</span>
      <span>{t('library.list.tags')}</span>
      <span>{t('library.list.maps')}</span>
      <span>{t('library.list.day')}</span>
      <span>{t('library.list.strength')}</span>
    </div>
  );
}

function Line({ card, marks, selected }: TileProps) {
  const t = useT();
  const lang = useLang();
  return (
    <>
      <Box line on={selected} />
      <span className={styles.thumb}>
        <PersonaPicture card={card} width={52} height={40} />
      </span>
      <span className={styles.lineName}>
        <b>{marked(card.name || t('persona.unnamed'), marks)}</b>
        <span>{marked(roleLine(card), marks)}</span>
      </span>
      <span className={styles.lineText}>{card.sector}</span>
      <span className={styles.lineText}>{card.tags.join(', ')}</span>
      <span className={styles.lineShort}>{mapsText(card, t)}</span>
      <span className={styles.lineShort}>{dayText(card.updatedAt, Date.now(), lang, t)}</span>
      {card.favourite ? <Star /> : <span />}
      <Squares count={card.squares} />
    </>
  );
}
