import type { IconName } from '@shared/scene/icons';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { Button, type ButtonProps } from './Button';
import { IconButton } from './IconButton';
import styles from './Menu.module.css';
import type { MenuItemSpec, MenuPoint } from './menuItems';
import { onDemand } from './onDemand';

const MenuPopup = onDemand(async () => (await import('./MenuPopup')).MenuPopup);

export interface MenuButtonProps {
  /** Accessible name of the button and of its menu. */
  readonly label: string;
  readonly icon: IconName;
  readonly items: readonly MenuItemSpec[];
  readonly onAction: (id: string) => void;
  readonly className?: string | undefined;
  readonly iconSize?: number;
  readonly placement?: 'bottom start' | 'bottom end';
  /** With a written label, which the accessible name holds, the button is a full one. */
  readonly children?: ReactNode;
  readonly variant?: ButtonProps['variant'];
}

/** A button that opens a menu under it. */
export function MenuButton(props: MenuButtonProps) {
  const { label, icon, items, onAction, className, iconSize, placement = 'bottom end', children, variant } = props;
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    anchor.current?.focus();
  };
  const trigger = {
    ref: anchor,
    'aria-haspopup': 'menu',
    'aria-expanded': open,
    onPointerEnter: MenuPopup.preload,
    onFocus: MenuPopup.preload,
    onClick: () => setOpen(true),
  } as const;
  return (
    <>
      {children ? (
        <Button {...trigger} aria-label={label} icon={icon} className={className} {...(variant ? { variant } : {})}>
          {children}
        </Button>
      ) : (
        <IconButton {...trigger} icon={icon} label={label} className={className} {...(iconSize ? { iconSize } : {})} />
      )}
      {open && (
        <MenuPopup
          label={label}
          items={items}
          anchor={anchor}
          placement={placement}
          onAction={onAction}
          onClose={close}
        />
      )}
    </>
  );
}

export interface ContextMenuProps {
  readonly label: string;
  /** Viewport coordinates of the pointer, or of the selected thing's corner for the keyboard. */
  readonly at: MenuPoint;
  readonly items: readonly MenuItemSpec[];
  readonly onAction: (id: string) => void;
  readonly onClose: () => void;
}

/** A menu at a point, for a right click or the menu key. Rendered while open; focus comes back when it closes. */
export function ContextMenu({ label, at, items, onAction, onClose }: ContextMenuProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  const [ready, setReady] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the popup measures its anchor once it stands at the new point.
  useLayoutEffect(() => setReady(true), [at]);
  return (
    <>
      <span ref={anchor} className={styles.anchor} style={{ left: at.x, top: at.y }} />
      {ready && (
        <MenuPopup
          key={`${at.x},${at.y}`}
          label={label}
          items={items}
          anchor={anchor}
          onAction={onAction}
          onClose={onClose}
        />
      )}
    </>
  );
}
