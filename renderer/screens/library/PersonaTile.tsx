import type { PersonaId } from '@shared/base/ids';
import type { HitDetail } from '@shared/search/textIndex';
import { typographic } from '@shared/text/typography';
import { memo } from 'react';
import { dayText } from '@/app/dateText';
import type { PersonaCard } from '@/session/library';
import { classNames } from '@/ui/classNames';
import { Icon } from '@/ui/Icon';
import { useLang } from '@/ui/preferences';
import { useT } from '@/ui/useT';
import { Marked } from './Marked';
import { PersonaPicture } from './PersonaPicture';
import styles from './PersonaTile.module.css';
import { Squares } from './Squares';

const SHOWN_TAGS = 2;
export const PICTURE_HEIGHT = 138;

export interface TileProps {
  readonly card: PersonaCard;
  readonly width: number;
  readonly words: ReadonlySet<string>;
  readonly detail: HitDetail | null;
  readonly selected: boolean;
  /** The one the Tab key reaches. */
  readonly active: boolean;
  readonly row: number;
  readonly column: number;
  readonly list: boolean;
}

/** The line under the name: what the person does, and where. */
export const roleLine = ({ role, tagline, place }: PersonaCard): string =>
  [capital(role || tagline), place].filter(Boolean).join(', ');

const capital = (text: string): string => text.slice(0, 1).toLocaleUpperCase() + text.slice(1);

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
      {list ? <Line {...props} /> : <Card {...props} />}
    </div>
  );
});

function Card({ card, width, words, detail, selected }: TileProps) {
  const t = useT();
  const lang = useLang();
  const quote = card.quote.trim();
  const role = roleLine(card);
  const more = card.tags.length - SHOWN_TAGS;
  const found = detail?.found;
  const hidden = found && !['quote', 'role', 'tags', 'place', 'tagline'].includes(found.field) ? found : null;
  return (
    <div className={styles.paper}>
      <div className={styles.picture} style={{ height: PICTURE_HEIGHT }}>
        <PersonaPicture card={card} width={width} height={PICTURE_HEIGHT} />
        <Box selected={selected} />
        {card.favourite && <Star />}
      </div>
      <div className={styles.text}>
        <h2 className={styles.name}>
          <Marked text={card.name || t('persona.unnamed')} words={words} />
        </h2>
        <p className={styles.role}>
          {role ? <Marked text={role} words={words} /> : <i className={styles.missing}>{t('library.card.noRole')}</i>}
        </p>
        <p className={hidden ? styles.found : styles.quote}>
          {hidden ? (
            <Marked text={t('library.card.foundIn', { text: hidden.text })} words={words} />
          ) : (
            quote && <Marked text={quoted(quote, lang)} words={words} />
          )}
        </p>
        <div className={styles.tags}>
          {card.archived && (
            <span className={classNames(styles.tag, styles.archived)}>{t('library.card.archived')}</span>
          )}
          {card.tags.slice(0, SHOWN_TAGS).map((tag) => (
            <span key={tag} className={styles.tag}>
              <Marked text={tag} words={words} />
            </span>
          ))}
          {more > 0 && <span className={styles.tag}>+{more}</span>}
        </div>
      </div>
      <div className={styles.foot}>
        <Icon name="stack" />
        <b>{maps(card, t)}</b>
        <span>{dayText(card.updatedAt, Date.now(), lang, t)}</span>
        <span className={styles.strength}>
          <Squares count={card.squares} />
        </span>
      </div>
    </div>
  );
}

const maps = (card: PersonaCard, t: ReturnType<typeof useT>): string =>
  card.uses.length === 0 ? t('library.card.noMap') : t('library.card.maps', { count: card.uses.length });

/** The marks of the language around what a person says. */
const quoted = (text: string, lang: 'fr' | 'en'): string =>
  lang === 'fr' ? `«\u00A0${typographic(text, 'fr')}\u00A0»` : `“${text}”`;

function Box({ selected, line }: { readonly selected: boolean; readonly line?: boolean }) {
  return (
    <span className={classNames(line ? styles.lineBox : styles.box, selected && styles.boxOn)} data-box>
      {selected && <Icon name="check" size={13} />}
    </span>
  );
}

function Star() {
  const t = useT();
  return (
    <span className={styles.star} role="img" aria-label={t('library.card.favourite')}>
      <Icon name="star-fill" size={15} />
    </span>
  );
}

function Line({ card, words, selected }: TileProps) {
  const t = useT();
  const lang = useLang();
  return (
    <>
      <Box selected={selected} line />
      <span className={styles.thumb}>
        <PersonaPicture card={card} width={52} height={40} />
      </span>
      <span className={styles.lineName}>
        <b>
          <Marked text={card.name || t('persona.unnamed')} words={words} />
        </b>
        <span>
          <Marked text={roleLine(card)} words={words} />
        </span>
      </span>
      <span className={styles.lineText}>{card.sector}</span>
      <span className={styles.lineText}>{card.tags.join(', ')}</span>
      <span className={styles.lineShort}>{maps(card, t)}</span>
      <span className={styles.lineShort}>{dayText(card.updatedAt, Date.now(), lang, t)}</span>
      {card.favourite ? <Star /> : <span />}
      <Squares count={card.squares} />
    </>
  );
}
