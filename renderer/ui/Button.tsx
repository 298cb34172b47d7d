import type { IconName } from '@shared/scene/icons';
import type { ButtonHTMLAttributes, MouseEvent, ReactNode, Ref } from 'react';
import styles from './Button.module.css';
import { classNames } from './classNames';
import { Icon } from './Icon';
import { usePlatform } from './preferences';
import { ariaShortcut } from './shortcutText';

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> {
  readonly variant?: 'plain' | 'primary' | 'ghost' | 'danger';
  readonly size?: 'small' | 'medium' | 'large';
  readonly icon?: IconName | undefined;
  readonly iconSize?: number;
  /** Accelerator in Electron's notation; shown in the tooltip and told to assistive technology. */
  readonly shortcut?: string | undefined;
  /** Tooltip text; by default a button with a shortcut shows its own label. */
  readonly tip?: string | undefined;
  /** Stays focusable, so that the reason in `tip` can be read. */
  readonly disabled?: boolean | undefined;
  /** Active choice: gold. */
  readonly on?: boolean | undefined;
  readonly children?: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

const SIZES = { small: styles.small, medium: undefined, large: styles.large };
const VARIANTS = { plain: undefined, primary: styles.primary, ghost: styles.ghost, danger: styles.danger };

/** A push button with a written label. */
export function Button(props: ButtonProps) {
  const {
    variant = 'plain',
    size = 'medium',
    icon,
    iconSize = 16,
    shortcut,
    tip,
    disabled,
    on,
    children,
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
      aria-keyshortcuts={shortcut ? ariaShortcut(shortcut, platform) : undefined}
      {...rest}
      aria-disabled={disabled || undefined}
      data-tip={tip}
      data-tip-keys={shortcut}
      className={classNames(styles.button, SIZES[size], VARIANTS[variant], on && styles.on, className)}
      onClick={click}
    >
      {icon && <Icon name={icon} size={iconSize} />}
      {children}
    </button>
  );
}
