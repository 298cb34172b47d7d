import type { PersonaId } from '@shared/base/ids';
import type { HitDetail } from '@shared/search/textIndex';
import { memo } from 'react';
import type { PersonaCard } from '@/session/library';
import { roleLine } from './cardParts';
import type { Found } from './filters';
import { wordsIn } from './marked';
import styles from './PersonaGrid.module.css';
import { PersonaTile, type TileProps } from './PersonaTile';

/** Sizes of cards and of lines in CSS pixels; `least` is the least width of a column. */
export const CARD = { height: 330, gap: 20, gapX: 18, least: 236 };
export const LINE = { height: 58, gap: 0, gapX: 0, least: Number.POSITIVE_INFINITY };
/** Above the first row and under the last one. */
export const PAD = 12;

/** Of which cards a row is made, and what is known of them. */
export interface RowContent {
  readonly found: Found;
  readonly words: ReadonlySet<string>;
  readonly details: ReadonlyMap<string, HitDetail>;
  readonly selected: ReadonlySet<PersonaId>;
  readonly list: boolean;
}

interface RowProps extends RowContent {
  readonly row: number;
  readonly columns: number;
  readonly width: number;
  readonly kind: typeof CARD;
  /** Place of the card that the Tab key reaches. */
  readonly active: number;
  /** The texts of its cards are in view, or there is time for them. */
  readonly isRead: boolean;
}

/** What a card says itself, on its face. */
const SAID = new Set(['quote', 'role', 'tags', 'place', 'tagline']);

/** What a card shows of the search, as texts: the same ones draw nothing again. */
function foundIn(
  card: PersonaCard,
  words: ReadonlySet<string>,
  detail: HitDetail | undefined,
): Pick<TileProps, 'marks' | 'found'> {
  const found = detail?.found && !SAID.has(detail.found.field) ? detail.found.text : null;
  return { found, marks: wordsIn([card.name, roleLine(card), found ?? card.quote, ...card.tags], words) };
}

/** A row of the grid: as many cards as there are columns, or one line. */
export const PersonaRow = memo(function PersonaRow(props: RowProps) {
  const { found, words, details, selected, list, row, columns, width, kind, active, isRead } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: rows of a virtual grid; its cells take the focus.
    <div
      role="row"
      aria-rowindex={row + 1}
      className={styles.row}
      style={{
        transform: `translateY(${PAD + row * (kind.height + kind.gap)}px)`,
        width: columns * (width + kind.gapX) - kind.gapX,
        height: kind.height,
        gap: kind.gapX,
        gridAutoRows: kind.height,
        gridTemplateColumns: `repeat(${columns}, ${width}px)`,
      }}
    >
      {found.slice(row * columns, (row + 1) * columns).map((card, column) => (
        <PersonaTile
          // Another card in a place changes what stands there; making it anew costs three times as much.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above.
          key={column}
          card={card}
          {...foundIn(card, words, details.get(card.id))}
          selected={selected.has(card.id)}
          active={row * columns + column === active}
          row={row}
          column={column}
          list={list}
          isRead={isRead}
        />
      ))}
    </div>
  );
});
