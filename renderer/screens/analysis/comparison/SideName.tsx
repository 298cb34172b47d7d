import styles from './SideName.module.css';

/** A side of a comparison: its name and its letter, that of the second on ink. */
export function SideName({ letter, children }: { readonly letter: 'A' | 'B'; readonly children: string }) {
  return (
    <span className={styles.side}>
      <span>{children}</span> <i data-letter={letter}>{letter}</i>
    </span>
  );
}
