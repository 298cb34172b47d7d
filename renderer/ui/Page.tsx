import type { ReactNode } from 'react';
import { classNames } from './classNames';
import { Icon } from './Icon';
import { Logo } from './Logo';
import styles from './Page.module.css';

export interface PageRailProps {
  /** Name of the landmark. */
  readonly label: string;
  /** Where its one button leads, in words. */
  readonly back: string;
  readonly onBack: () => void;
}

/** The strip at the left of a page that one comes back from, in the grid area `rail`. */
export function PageRail({ label, back, onBack }: PageRailProps) {
  return (
    <nav className={styles.rail} aria-label={label}>
      <button type="button" onClick={onBack} aria-label={back} data-tip={back} data-tip-side="right">
        <Logo />
        <Icon name="arrow-left" size={20} />
      </button>
    </nav>
  );
}

/** The bar over such a page, in the grid area `bar`: what it belongs to, its title as `h1`, its actions. */
export function PageBar({ className, children }: { readonly className?: string; readonly children: ReactNode }) {
  return <header className={classNames(styles.bar, className)}>{children}</header>;
}

/** What the page belongs to, before its title. */
export function PageCrumb({ children }: { readonly children: string }) {
  return <span className={styles.crumb}>{`${children} /`}</span>;
}
