import type { IconName } from '@shared/scene/icons';
import type { ButtonHTMLAttributes, MouseEvent, Ref } from 'react';
import styles from './Button.module.css';
import { classNames } from './classNames';
import { Icon } from './Icon';
import { usePlatform } from './preferences';
import { ariaShortcut } from './shortcutText';

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled' | 'children'> {
  readonly icon: IconName;
  /** What it does, in words: the accessible name and the tooltip. */
  readonly label: string;
  readonly iconSize?: number;
  /** Accelerator in Electron's notation, shown in the tooltip. */
  readonly shortcut?: string | undefined;
  readonly disabled?: boolean | undefined;
  /** For a button that switches something: gold and `aria-pressed`. */
  readonly pressed?: boolean | undefined;
  readonly bordered?: boolean;
  readonly mirrored?: boolean;
  readonly tipSide?: 'top' | 'bottom' | 'left' | 'right';
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button that shows an icon alone; the tooltip names it. */
export function IconButton(props: IconButtonProps) {
  const {
    icon,
    label,
    iconSize = 18,
    shortcut,
    disabled,
    pressed,
    bordered,
    mirrored,
    tipSide,
    className,
    onClick,
    ...rest
  } = props;
  const platform = usePlatform();
  const click = (event: MouseEvent<HTMLButtonElement>) => {
    if (disabled) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={pressed}
      aria-keyshortcuts={shortcut ? ariaShortcut(shortcut, platform) : undefined}
      {...rest}
      aria-disabled={disabled || undefined}
      data-tip={label}
      data-tip-keys={shortcut}
      data-tip-side={tipSide}
      className={classNames(styles.icon, bordered && styles.bordered, pressed && styles.on, className)}
      onClick={click}
    >
      <Icon name={icon} size={iconSize} mirrored={mirrored ?? false} />
    </button>
  );
}
