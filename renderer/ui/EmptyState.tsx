import type { ReactNode } from 'react';
import { classNames } from './classNames';
import styles from './EmptyState.module.css';

export interface EmptyStateProps {
  readonly title: string;
  readonly text?: string | undefined;
  readonly children?: ReactNode;
  readonly className?: string | undefined;
}

/** What stands where nothing is yet, or where a search found nothing: says why, and what to do. */
export function EmptyState({ title, text, children, className }: EmptyStateProps) {
  return (
    <div className={classNames(styles.empty, className)}>
      <h2 className={styles.title}>{title}</h2>
      {text && <p className={styles.text}>{text}</p>}
      {children && <div className={styles.buttons}>{children}</div>}
    </div>
  );
}
