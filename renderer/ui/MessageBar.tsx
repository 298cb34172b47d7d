import type { IconName } from '@shared/scene/icons';
import type { ReactNode } from 'react';
import { classNames } from './classNames';
import { Icon } from './Icon';
import styles from './MessageBar.module.css';

export interface MessageBarProps {
  /** `error`: something may be lost or was refused; `notice`: recovered, to know; `done`: it worked. */
  readonly kind: 'error' | 'notice' | 'done';
  readonly title: string;
  /** What is safe, and what to do. */
  readonly text?: string | undefined;
  readonly icon?: IconName;
  /** Small buttons, the main one last. */
  readonly children?: ReactNode;
  readonly className?: string | undefined;
}

const ICON_OF: Readonly<Record<MessageBarProps['kind'], IconName>> = {
  error: 'warning',
  notice: 'clock-counter-clockwise',
  done: 'check-circle',
};

/** A message above the board (which moves down), never over it. */
export function MessageBar({ kind, title, text, icon, children, className }: MessageBarProps) {
  const kindStyle = kind === 'error' ? undefined : styles[kind];
  return (
    <div role={kind === 'error' ? 'alert' : 'status'} className={classNames(styles.bar, kindStyle, className)}>
      <Icon name={icon ?? ICON_OF[kind]} size={20} />
      <div>
        <b className={styles.title}>{title}</b>
        {text && <p className={classNames(styles.text, 'selectable')}>{text}</p>}
      </div>
      <div className={styles.buttons}>{children}</div>
    </div>
  );
}
