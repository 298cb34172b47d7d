import type { Lang } from '@shared/i18n/translate';
import type { ThemeName } from '@shared/model/theme';
import { useEffect, useRef, useState } from 'react';
import { dayText, longDateText } from '@/app/dateText';
import type { WorkshopCard } from '@/session/library';
import { classNames } from '@/ui/classNames';
import { Icon } from '@/ui/Icon';
import { MenuButton } from '@/ui/Menu';
import type { MenuItemSpec } from '@/ui/menuItems';
import { TextField } from '@/ui/TextField';
import { useT } from '@/ui/useT';
import styles from './CardGrid.module.css';
import { WorkshopCover } from './WorkshopCover';

const SHOWN_TAGS = 2;

interface TileProps {
  readonly card: WorkshopCard;
  readonly lang: Lang;
  readonly theme: ThemeName;
  readonly items: readonly MenuItemSpec[];
  readonly renaming: boolean;
  readonly onAction: (id: string) => void;
  /** null when the renaming was given up. */
  readonly onRenamed: (title: string | null) => void;
}

/** One workshop: its first journey in small, its title, whose and when, its boards, its last edit. */
export function WorkshopTile({ card, lang, theme, items, renaming, onAction, onRenamed }: TileProps) {
  const t = useT();
  const title = card.title || t('home.card.untitled');
  const where = [card.client, card.place, longDateText(card.date, lang)].filter(Boolean).join(', ');
  const more = card.boards.length - SHOWN_TAGS;
  const openButton = useRef<HTMLButtonElement>(null);
  const wasRenaming = useRef(false);
  useEffect(() => {
    if (wasRenaming.current && !renaming) openButton.current?.focus();
    wasRenaming.current = renaming;
  }, [renaming]);
  return (
    <li className={styles.card}>
      <div className={styles.paper}>
        <div className={styles.cover}>
          <WorkshopCover card={card} theme={theme} />
        </div>
        <div className={styles.text}>
          {renaming ? (
            <TitleField title={card.title} onDone={onRenamed} />
          ) : (
            <h2 style={{ font: 'inherit' }}>
              <button ref={openButton} type="button" data-card className={styles.open} onClick={() => onAction('open')}>
                {title}
              </button>
            </h2>
          )}
          {where && <p className={styles.where}>{where}</p>}
          <div className={styles.tags}>
            {card.sample && <span className={classNames(styles.tag, styles.sample)}>{t('home.card.sample')}</span>}
            {card.boards.slice(0, SHOWN_TAGS).map((board) => (
              <span key={board.id} className={styles.tag}>
                {board.title || t('board.untitled')}
              </span>
            ))}
            {more > 0 && <span className={styles.tag}>+{more}</span>}
          </div>
        </div>
        <div className={styles.foot}>
          <Icon name="stack" />
          <b>{t('home.card.boards', { count: card.boardCount })}</b>
          <span>{dayText(card.updatedAt, Date.now(), lang, t)}</span>
          <MenuButton
            label={t('home.card.actions', { title })}
            icon="dots-three-vertical"
            iconSize={17}
            className={styles.menu}
            items={items}
            onAction={onAction}
          />
        </div>
      </div>
    </li>
  );
}

function TitleField({ title, onDone }: { readonly title: string; readonly onDone: (title: string | null) => void }) {
  const t = useT();
  const [value, setValue] = useState(title);
  const done = useRef(false);
  const finish = (result: string | null) => {
    if (done.current) return;
    done.current = true;
    onDone(result);
  };
  return (
    <TextField
      label={t('home.card.titleField')}
      hideLabel
      className={styles.renaming}
      value={value}
      onChange={setValue}
      autoFocus
      selectOnFocus
      onSubmit={() => finish(value)}
      onCancel={() => finish(null)}
      onBlur={() => finish(value)}
    />
  );
}
