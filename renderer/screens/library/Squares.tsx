import type { TranslateFn } from '@shared/i18n/translate';
import { memo } from 'react';
import { useT } from '@/ui/useT';
import styles from './Squares.module.css';

type Count = 1 | 2 | 3 | null;

const NAMES = { 0: 'none', 1: 'hypotheses', 2: 'partly', 3: 'solid' } as const;

/** How well a persona stands on evidence, in words. */
export const strengthText = (count: Count, t: TranslateFn): string => t(`library.card.strength.${NAMES[count ?? 0]}`);

interface SquaresProps {
  readonly count: Count;
  readonly silent?: boolean;
  /** The name by which a card finds them to write their count. */
  readonly part?: string;
}

/** How well a persona stands on evidence: three squares, full or empty, and the same in words. */
export const Squares = memo(function Squares({ count, silent, part }: SquaresProps) {
  const t = useT();
  return (
    <span
      className={styles.squares}
      data-count={count ?? 0}
      data-part={part}
      {...(silent ? { 'aria-hidden': true } : { role: 'img', 'aria-label': strengthText(count, t) })}
    >
      <i />
      <i />
      <i />
    </span>
  );
});
