import type { ReactNode, RefObject, WheelEvent } from 'react';
import type { SheetId } from '@/session/sheetRef';
import { classNames } from '@/ui/classNames';
import { Icon } from '@/ui/Icon';
import { MenuButton } from '@/ui/Menu';
import type { MenuItemSpec } from '@/ui/menuItems';
import { useT } from '@/ui/useT';
import styles from './TabBar.module.css';
import { useTabOverflow } from './useTabOverflow';

interface ScrollerProps {
  readonly list: RefObject<HTMLDivElement | null>;
  readonly shown: SheetId | undefined;
  /** Every tab, for the menu that stands beside a list that is too long. */
  readonly items: readonly MenuItemSpec[];
  readonly onShow: (id: SheetId) => void;
  readonly children: ReactNode;
}

/** The list of tabs. One that is longer than its room has an arrow at each end that goes on, and a menu of them all. */
export function TabScroller({ list, shown, items, onShow, children }: ScrollerProps) {
  const t = useT();
  const { before, after, turn } = useTabOverflow(list, shown);
  const wheel = ({ deltaX, deltaY }: WheelEvent<HTMLDivElement>) => {
    if (list.current && deltaX === 0) list.current.scrollLeft += deltaY;
  };
  return (
    <>
      <div className={styles.scroller}>
        <div ref={list} className={styles.tabs} role="tablist" aria-label={t('board.landmark.tabs')} onWheel={wheel}>
          {children}
        </div>
        {before && <Arrow to="before" onTurn={turn} />}
        {after && <Arrow to="after" onTurn={turn} />}
      </div>
      {(before || after) && (
        <MenuButton
          label={t('board.tab.all')}
          icon="caret-down"
          iconSize={15}
          className={classNames(styles.tab, styles.add, styles.all)}
          placement="bottom end"
          items={items}
          onAction={(id) => onShow(id as SheetId)}
        />
      )}
    </>
  );
}

/** For a hand on a mouse: arrow keys walk through the tabs and bring each into view. */
function Arrow({ to, onTurn }: { readonly to: 'before' | 'after'; readonly onTurn: (to: 'before' | 'after') => void }) {
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-hidden="true"
      data-testid={`tabs-${to}`}
      className={classNames(styles.arrow, styles[to])}
      onClick={() => onTurn(to)}
    >
      <Icon name={to === 'before' ? 'caret-left' : 'caret-right'} size={14} />
    </button>
  );
}
