import { Button } from './Button';
import { classNames } from './classNames';
import styles from './ProgressBar.module.css';
import { useT } from './useT';

export interface ProgressBarProps {
  readonly label: string;
  /** 0 to 1. */
  readonly value: number;
  readonly className?: string | undefined;
}

/** A straight bar, 10 px high. */
export function ProgressBar({ label, value, className }: ProgressBarProps) {
  const percent = Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
      className={classNames(styles.track, className)}
    >
      <div className={styles.fill} style={{ width: `${percent}%` }} />
    </div>
  );
}

export interface JobPanelProps {
  readonly title: string;
  /** The step being done, e.g. `Page 3 sur 4 : parcours`. */
  readonly step: string;
  readonly value: number;
  readonly onCancel?: (() => void) | undefined;
}

/** A long task: its name, its step, its progress, a way out. Show it only after 400 ms. */
export function JobPanel({ title, step, value, onCancel }: JobPanelProps) {
  const t = useT();
  return (
    <section className={styles.job} aria-label={title}>
      <b className={styles.title}>{title}</b>
      {onCancel && (
        <Button icon="x" iconSize={15} onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      )}
      <span className={styles.step} aria-live="polite">
        {step}
      </span>
      <ProgressBar label={title} value={value} />
    </section>
  );
}
