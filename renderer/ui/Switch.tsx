import styles from './choices.module.css';
import { classNames } from './classNames';

export interface SwitchProps {
  readonly label: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly disabled?: boolean | undefined;
  readonly className?: string | undefined;
}

/** Something that is on or off at once. */
export function Switch({ label, on, onChange, disabled, className }: SwitchProps) {
  return (
    <label className={classNames(styles.switch, className)}>
      <input
        type="checkbox"
        role="switch"
        checked={on}
        aria-checked={on}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span className={styles.track} />
      <span>{label}</span>
    </label>
  );
}
