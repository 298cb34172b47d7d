import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { boardFace } from '@/boards/registry';
import type { SheetRef } from '@/session/sheetRef';
import { classNames } from '@/ui/classNames';
import { Icon } from '@/ui/Icon';
import type { MenuPoint } from '@/ui/menuItems';
import { TextField } from '@/ui/TextField';
import { useT } from '@/ui/useT';
import styles from './TabBar.module.css';

interface TabProps {
  readonly board: SheetRef;
  /** Where the tab says something else than the sheet's title. */
  readonly name?: string;
  readonly on: boolean;
  readonly renaming: boolean;
  readonly dragged: boolean;
  readonly onShow: () => void;
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onRename: () => void;
  readonly onMenu: (at: MenuPoint) => void;
  /** null when the renaming was given up. */
  readonly onRenamed: (title: string | null) => void;
}

/** One board's tab. Double-click or F2 renames it; the right click opens its menu. */
export function BoardTab(props: TabProps) {
  const { board, name, on, renaming, dragged, onShow, onRename, onMenu, onRenamed } = props;
  const t = useT();
  const icon = boardFace(board.kind).icon;
  if (renaming) {
    return (
      <span className={classNames(styles.tab, styles.on)}>
        <Icon name={icon} />
        <TabField title={board.title} onDone={onRenamed} />
      </span>
    );
  }
  return (
    <button
      type="button"
      role="tab"
      data-tab={board.id}
      data-board-tab={board.kind === 'persona' ? undefined : ''}
      aria-selected={on}
      aria-controls="board"
      tabIndex={on ? 0 : -1}
      className={classNames(styles.tab, on && styles.on, dragged && styles.dragged)}
      onClick={onShow}
      onPointerDown={props.onPointerDown}
      onKeyDown={props.onKeyDown}
      onDoubleClick={onRename}
      onContextMenu={(event) => {
        event.preventDefault();
        const box = event.currentTarget.getBoundingClientRect();
        // The menu key has no pointer: the menu then hangs under the tab.
        onMenu(
          event.clientX || event.clientY ? { x: event.clientX, y: event.clientY } : { x: box.left, y: box.bottom },
        );
      }}
    >
      <Icon name={icon} />
      {name ?? (board.title || t('board.untitled'))}
    </button>
  );
}

function TabField({ title, onDone }: { readonly title: string; readonly onDone: (title: string | null) => void }) {
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
      label={t('board.tab.field')}
      hideLabel
      className={styles.field}
      value={value}
      onChange={setValue}
      autoFocus
      selectOnFocus
      maxLength={120}
      onSubmit={() => finish(value)}
      onCancel={() => finish(null)}
      onBlur={() => finish(value)}
    />
  );
}
