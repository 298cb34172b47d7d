import { type RefObject, useLayoutEffect, useRef } from 'react';
import { Menu, MenuItem } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { AriaLocale } from './AriaLocale';
import { classNames } from './classNames';
import { Icon } from './Icon';
import styles from './Menu.module.css';
import type { MenuItemSpec } from './menuItems';
import { beforeNextInput } from './nextInput';
import { usePlatform } from './preferences';
import { shortcutText } from './shortcutText';
import { useT } from './useT';

export interface MenuPopupProps {
  readonly label: string;
  readonly items: readonly MenuItemSpec[];
  readonly anchor: RefObject<HTMLElement | null>;
  readonly placement?: 'bottom start' | 'bottom end' | 'right top';
  readonly onAction: (id: string) => void;
  readonly onClose: () => void;
}

/** The open menu itself: arrows, first letters, Escape. Loaded when the first menu opens. */
export function MenuPopup({ label, items, anchor, placement = 'bottom start', onAction, onClose }: MenuPopupProps) {
  const t = useT();
  const platform = usePlatform();
  const chosen = useRef<string | null>(null);
  const act = useRef(onAction);
  act.current = onAction;
  // An open menu keeps the focus to itself: what was chosen, which may move it, is done once the menu is gone.
  useLayoutEffect(
    () => () => {
      const id = chosen.current;
      if (id !== null) beforeNextInput(() => act.current(id));
    },
    [],
  );
  return (
    <AriaLocale>
      <Popover
        isOpen
        triggerRef={anchor}
        placement={placement}
        offset={4}
        onOpenChange={(open) => open || onClose()}
        aria-label={label}
        className={styles.popover ?? ''}
      >
        <Menu
          aria-label={label}
          autoFocus="first"
          className={styles.menu ?? ''}
          onClose={onClose}
          onAction={(key) => {
            chosen.current = String(key);
          }}
        >
          {items.map((item) => (
            <MenuItem
              key={item.id}
              id={item.id}
              textValue={item.label}
              isDisabled={item.disabled ?? false}
              className={classNames(styles.item, item.danger && styles.danger, item.separated && styles.separated)}
            >
              {item.checked ? (
                <Icon name="check" />
              ) : item.icon ? (
                <Icon name={item.icon} />
              ) : (
                <span className={styles.gap} />
              )}
              <span className={styles.label}>{item.label}</span>
              {(item.reason || item.shortcut) && (
                <span className={styles.end}>{item.reason ?? shortcutText(item.shortcut ?? '', platform, t)}</span>
              )}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </AriaLocale>
  );
}
