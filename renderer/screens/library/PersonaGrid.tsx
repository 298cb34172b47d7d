import type { PersonaId } from '@shared/base/ids';
import {
  type DragEvent,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { openPersona } from '@/app/library/personas';
import { followLibrary } from '@/app/library/section';
import type { PersonaCard } from '@/session/library';
import { classNames } from '@/ui/classNames';
import type { MenuPoint } from '@/ui/menuItems';
import { useT } from '@/ui/useT';
import { PICTURE_HEIGHT } from './CardFace';
import styles from './PersonaGrid.module.css';
import { CARD, LINE, PAD, PersonaRow, type RowContent } from './PersonaRow';
import { LineHeads } from './PersonaTile';
import { TYPING_REST } from './useRested';
import { chosenIn, select, selectNone } from './view';

/** Rows that are ready above and below what is seen. */
const AHEAD = 2;
/** Room at the sides: in line with the title on the left, with the button on the right beside the scroll bar. */
const SIDES = 26 + 12;

/** The room that the cards had last: the first picture of the library already has them in their places. */
let lastSize = { width: 0, height: 0 };

export interface GridProps extends RowContent {
  /** What was asked when these cards were found; empty without a search. */
  readonly answered: string;
  readonly onMenu: (ids: readonly PersonaId[], at: MenuPoint) => void;
  /** Cards are looked at of which the answer does not say why they were found. */
  readonly onUnexplained: (ids: readonly PersonaId[]) => void;
  readonly onDelete: (ids: readonly PersonaId[]) => void;
}

/**
 * The cards of the library, of which only those near the view are there: ten thousand scroll like ten. Arrows go from card to card,
 * Space selects, Enter opens, Shift extends, Ctrl+A takes all, the menu key and Delete do what they say.
 */
export function PersonaGrid(props: GridProps) {
  const { found, words, details, selected, list, answered, onMenu, onUnexplained, onDelete } = props;
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState(lastSize);
  const [top, setTop] = useState(0);
  const [activeId, setActiveId] = useState<PersonaId | null>(null);
  const [settled, setSettled] = useState<Pick<RowContent, 'found' | 'words' | 'details'> | null>(null);
  const focusNext = useRef<PersonaId | null>(null);
  const leaving = useRef<readonly PersonaId[]>([]);
  const anchor = useRef(0);
  const kind = list ? LINE : CARD;
  const inner = Math.max(0, size.width - SIDES);
  const columns = list ? 1 : Math.max(1, Math.min(6, Math.floor((inner + kind.gapX) / (kind.least + kind.gapX))));
  const width = Math.floor((inner - (columns - 1) * kind.gapX) / columns);
  const pitch = kind.height + kind.gap;
  const rows = Math.ceil(found.size / columns);
  const seen = { first: Math.floor(top / pitch), end: Math.ceil((top + size.height) / pitch) };
  const ahead = settled ? AHEAD : 0;
  const first = Math.max(0, seen.first - ahead);
  const last = Math.min(rows, seen.end + ahead);
  // What nobody sees stays as it was until there is a rest: taking it away costs as much as showing it.
  const shownIn = (row: number) =>
    settled && (row < seen.first || row >= seen.end) ? settled : { found, words, details };
  // Of a row that begins at the lower edge only the pictures are seen.
  const isRead = (row: number) =>
    settled?.found === found || list || PAD + row * pitch + PICTURE_HEIGHT < top + size.height;
  const known = activeId === null ? 0 : found.placeOf(activeId);
  const active = Math.max(0, known);

  useLayoutEffect(() => {
    if (!box.current) return;
    const measured = (width: number, height: number): void => {
      if (width === lastSize.width && height === lastSize.height) return;
      lastSize = { width, height };
      setSize(lastSize);
    };
    // Without a size of last time there would be no card in the first picture.
    if (lastSize.width === 0) measured(box.current.clientWidth, box.current.clientHeight);
    const observer = new ResizeObserver(([entry]) => {
      if (entry) measured(Math.floor(entry.contentRect.width), Math.floor(entry.contentRect.height));
    });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);

  const settle = (): void => {
    if (settled?.found !== found) setSettled({ found, words, details });
  };
  // The eyes come first: rows that nobody sees yet are made at a rest, or as soon as somebody scrolls.
  useEffect(() => {
    let idle = 0;
    let rest: ReturnType<typeof setTimeout> | undefined;
    const stop = (): void => {
      clearTimeout(rest);
      cancelIdleCallback(idle);
    };
    const comes = (): void => {
      rest = setTimeout(() => {
        idle = requestIdleCallback(() => setSettled({ found, words, details }), { timeout: 500 });
      }, TYPING_REST);
    };
    const leaves = (): void => {
      stop();
      setSettled(null);
    };
    comes();
    const unfollow = followLibrary({ comes, leaves });
    return () => {
      unfollow();
      stop();
    };
  }, [found, words, details]);

  const explain = useRef(onUnexplained);
  explain.current = onUnexplained;
  const isSettled = settled?.found === found;
  // Once there is a rest, or somebody scrolls: a letter does not pay for it.
  useEffect(() => {
    if (answered === '' || !isSettled) return;
    const ids = found.slice(first * columns, last * columns).flatMap(({ id }) => (details.has(id) ? [] : [id]));
    if (ids.length > 0) explain.current(ids);
  }, [answered, isSettled, found, details, first, last, columns]);

  // Deleted cards may leave with the focus: it goes to the one beside them.
  useEffect(() => {
    if (leaving.current.length === 0) return;
    if (document.activeElement === document.body) focusNext.current = found.cards[active]?.id ?? null;
    leaving.current = leaving.current.filter((id) => found.placeOf(id) >= 0);
  }, [found, active]);

  // The card that the focus goes to may only be there now; a picture of before the key may still be on its way here.
  useEffect(() => {
    const next = focusNext.current && box.current?.querySelector<HTMLElement>(`[data-persona="${focusNext.current}"]`);
    if (!next) return;
    focusNext.current = null;
    next.focus({ preventScroll: true });
  });

  const show = (at: number): void => {
    const scroller = box.current;
    if (!scroller) return;
    const from = Math.floor(at / columns) * pitch;
    const to = from + kind.height + 2 * PAD;
    if (from < scroller.scrollTop) scroller.scrollTop = from;
    else if (to > scroller.scrollTop + size.height) scroller.scrollTop = to - size.height;
    setTop(scroller.scrollTop);
  };
  const go = (at: number, extend: boolean): void => {
    const next = Math.max(0, Math.min(found.size - 1, at));
    const card = found.cards[next];
    if (!card) return;
    focusNext.current = card.id;
    settle();
    setActiveId(card.id);
    show(next);
    if (extend) selectRange(anchor.current, next);
    else anchor.current = next;
  };
  const selectRange = (a: number, b: number): void => {
    const range = found.cards.slice(Math.min(a, b), Math.max(a, b) + 1);
    selectNone();
    select(
      range.map(({ id }) => id),
      true,
    );
  };
  const toggle = (card: PersonaCard): void => select([card.id], !selected.has(card.id));
  const chosen = (card: PersonaCard): readonly PersonaId[] =>
    selected.has(card.id) ? chosenIn(found).map(({ id }) => id) : [card.id];

  const remove = (ids: readonly PersonaId[], at: number): void => {
    const gone = new Set(ids);
    const stays = ({ id }: PersonaCard) => !gone.has(id);
    const beside = found.cards.slice(at).find(stays) ?? found.cards.slice(0, at).findLast(stays);
    leaving.current = ids;
    if (beside) setActiveId(beside.id);
    onDelete(ids);
  };

  const keyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    // Cards pass through the places of the grid: the one under the focus is meant, or the one that it is on its way to.
    const next = focusNext.current === null ? -1 : found.placeOf(focusNext.current);
    const at = next >= 0 ? next : (cardAt(event.target)?.at ?? active);
    const card = found.cards[at];
    if (!card) return;
    const page = Math.max(1, Math.floor(size.height / pitch)) * columns;
    const moves: Readonly<Record<string, number>> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      ArrowDown: at + columns,
      ArrowUp: at - columns,
      PageDown: at + page,
      PageUp: at - page,
      Home: event.ctrlKey || event.metaKey ? 0 : at - (at % columns),
      End: event.ctrlKey || event.metaKey ? found.size - 1 : at - (at % columns) + columns - 1,
    };
    const move = moves[event.key];
    if (move !== undefined) {
      const leaves = (event.key === 'ArrowDown' || event.key === 'ArrowUp') && (move < 0 || move >= found.size);
      if (!leaves || event.key === 'ArrowDown') go(move, event.shiftKey);
    } else if (event.key === 'Enter') openPersona(card.id);
    else if (event.key === ' ') toggle(card);
    else if (event.key === 'Escape' && selected.size > 0) selectNone();
    else if (event.key === 'Delete') remove(chosen(card), at);
    else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) {
      select(
        found.cards.map(({ id }) => id),
        true,
      );
    } else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      const place = (event.target as HTMLElement).getBoundingClientRect();
      onMenu(chosen(card), { x: place.left + 24, y: place.top + 24 });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const cardAt = (target: EventTarget): { readonly card: PersonaCard; readonly at: number } | null => {
    const id = (target as HTMLElement).closest<HTMLElement>('[data-persona]')?.dataset.persona;
    const at = found.placeOf(id ?? '');
    const card = found.cards[at];
    return card ? { card, at } : null;
  };
  // Assistive technology may go to any card: keys mean the one that has the focus.
  const focus = (event: FocusEvent<HTMLDivElement>): void => {
    const hit = cardAt(event.target);
    focusNext.current = null;
    if (hit && hit.card.id !== activeId) setActiveId(hit.card.id);
  };
  const click = (event: MouseEvent<HTMLDivElement>): void => {
    const hit = cardAt(event.target);
    if (!hit) return;
    setActiveId(hit.card.id);
    if (event.shiftKey) {
      selectRange(anchor.current, hit.at);
      return;
    }
    anchor.current = hit.at;
    const onBox = (event.target as HTMLElement).closest('[data-box]') !== null;
    if (onBox || event.ctrlKey || event.metaKey || selected.size > 0) toggle(hit.card);
    // The second click of a double click means the same.
    else if (event.detail < 2) openPersona(hit.card.id);
  };
  const menu = (event: MouseEvent<HTMLDivElement>): void => {
    const hit = cardAt(event.target);
    if (!hit) return;
    event.preventDefault();
    setActiveId(hit.card.id);
    onMenu(chosen(hit.card), { x: event.clientX, y: event.clientY });
  };
  const dragStart = (event: DragEvent<HTMLDivElement>): void => {
    const hit = cardAt(event.target);
    if (!hit) return;
    event.dataTransfer.effectAllowed = 'copy';
    event.dataTransfer.setData('application/x-personarium-personas', JSON.stringify(chosen(hit.card)));
    event.dataTransfer.setData('text/plain', hit.card.name);
    (event.target as HTMLElement).dataset.dragged = '';
  };
  const dragEnd = (event: DragEvent<HTMLDivElement>): void => {
    delete (event.target as HTMLElement).dataset.dragged;
  };

  const shown = Array.from({ length: Math.max(0, last - first) }, (_, at) => first + at);
  return (
    <div className={styles.room}>
      {list && (
        <div className={styles.heads} style={{ width }}>
          <LineHeads />
        </div>
      )}
      <div
        ref={box}
        className={classNames(styles.scroll, list && styles.underHeads)}
        onScroll={(event) => {
          setTop(event.currentTarget.scrollTop);
          settle();
        }}
        data-library-scroll
        data-answered={answered}
      >
        {/* biome-ignore lint/a11y/useSemanticElements: a table cannot leave out the rows that are not seen. */}
        <div
          role="grid"
          aria-label={t('library.grid.label')}
          aria-description={t('library.grid.help')}
          aria-multiselectable
          aria-rowcount={rows}
          aria-colcount={columns}
          className={styles.grid}
          style={{ height: Math.max(0, rows * pitch - kind.gap) + 2 * PAD }}
          onKeyDown={keyDown}
          onFocus={focus}
          onClick={click}
          onContextMenu={menu}
          onDragStart={dragStart}
          onDragEnd={dragEnd}
        >
          {width > 0 &&
            shown.map((row) => (
              <PersonaRow
                key={row}
                {...shownIn(row)}
                row={row}
                columns={columns}
                width={width}
                kind={kind}
                selected={selected}
                active={active}
                isRead={isRead(row)}
                list={list}
              />
            ))}
        </div>
      </div>
    </div>
  );
}
