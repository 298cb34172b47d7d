import { memo } from 'react';
import { useT } from '@/ui/useT';
import styles from './Squares.module.css';

type Count = 1 | 2 | 3 | null;

const NAMES = { 0: 'none', 1: 'hypotheses', 2: 'partly', 3: 'solid' } as const;

/** How well a persona stands on evidence: three squares, full or empty, and the same in words. */
export const Squares = memo(function Squares({ count, silent }: { readonly count: Count; readonly silent?: boolean }) {
  const t = useT();
  const label = t(`library.card.strength.${NAMES[count ?? 0]}`);
  return (
    <span className={styles.squares} {...(silent ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}>
      {[1, 2, 3].map((at) => (
        <i key={at} className={(count ?? 0) >= at ? styles.full : undefined} />
      ))}
    </span>
  );
});
