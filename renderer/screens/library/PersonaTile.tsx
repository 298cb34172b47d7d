import type { PersonaId } from '@shared/base/ids';
import { typographic } from '@shared/text/typography';
import { type CSSProperties, memo } from 'react';
import { dayText } from '@/app/dateText';
import type { PersonaCard } from '@/session/library';
import { classNames } from '@/ui/classNames';
import { Icon } from '@/ui/Icon';
import { useLang } from '@/ui/preferences';
import { useT } from '@/ui/useT';
import { marked, setOf } from './marked';
import { PersonaPicture } from './PersonaPicture';
import styles from './PersonaTile.module.css';
import { Squares } from './Squares';

const SHOWN_TAGS = 2;
export const PICTURE_HEIGHT = 138;

export interface TileProps {
  readonly card: PersonaCard;
  readonly width: number;
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

const ROOM: CSSProperties = { height: PICTURE_HEIGHT };
/** What stands on every card the same is made once: ten thousand cards pass through a dozen places. */
const MAPS_SIGN = <Icon name="stack" />;
const OPEN_BOX = <span className={styles.box} data-box />;
const OPEN_LINE_BOX = <span className={styles.lineBox} data-box />;

function Card({ card, width, marks, found, selected }: TileProps) {
  const t = useT();
  const lang = useLang();
  const quote = card.quote.trim();
  const role = roleLine(card);
  const more = card.tags.length - SHOWN_TAGS;
  const words = setOf(marks);
  return (
    <div className={styles.paper}>
      <div className={styles.picture} style={ROOM}>
        <PersonaPicture card={card} width={width} height={PICTURE_HEIGHT} />
        {selected ? <Box /> : OPEN_BOX}
        {card.favourite && <Star />}
      </div>
      <div className={styles.text}>
        <h2 className={styles.name}>{marked(card.name || t('persona.unnamed'), words)}</h2>
        <p className={styles.role}>
          {role ? marked(role, words) : <i className={styles.missing}>{t('library.card.noRole')}</i>}
        </p>
        <p className={found === null ? styles.quote : styles.found}>
          {found === null
            ? quote && marked(quoted(quote, lang), words)
            : marked(t('library.card.foundIn', { text: found }), words)}
        </p>
        <div className={styles.tags}>
          {card.archived && (
            <span className={classNames(styles.tag, styles.archived)}>{t('library.card.archived')}</span>
          )}
          {card.tags.slice(0, SHOWN_TAGS).map((tag, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: another card's tag in a place changes what stands there.
            <span key={at} className={styles.tag}>
              {marked(tag, words)}
            </span>
          ))}
          {more > 0 && <span className={styles.tag}>+{more}</span>}
        </div>
      </div>
      <div className={styles.foot}>
        {MAPS_SIGN}
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

function Box({ line }: { readonly line?: boolean }) {
  return (
    <span className={classNames(line ? styles.lineBox : styles.box, styles.boxOn)} data-box>
      <Icon name="check" size={13} />
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

function Line({ card, marks, selected }: TileProps) {
  const words = setOf(marks);
  const t = useT();
  const lang = useLang();
  return (
    <>
      {selected ? <Box line /> : OPEN_LINE_BOX}
      <span className={styles.thumb}>
        <PersonaPicture card={card} width={52} height={40} />
      </span>
      <span className={styles.lineName}>
        <b>{marked(card.name || t('persona.unnamed'), words)}</b>
        <span>{marked(roleLine(card), words)}</span>
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
