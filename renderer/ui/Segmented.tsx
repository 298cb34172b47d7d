import type { IconName } from '@shared/scene/icons';
import { useId } from 'react';
import styles from './choices.module.css';
import field from './Field.module.css';
import { Icon } from './Icon';

export interface SegmentedOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly icon?: IconName;
  readonly disabled?: boolean;
}

export interface SegmentedProps<Value extends string> {
  readonly label: string;
  readonly options: readonly SegmentedOption<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly hideLabel?: boolean;
  /** Number of columns; by default all options stand in one row. */
  readonly columns?: number;
  readonly className?: string | undefined;
}

/** One choice out of a few, all visible: a radio group. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { label, options, value, onChange, hideLabel, columns = options.length, className } = props;
  const name = useId();
  return (
    <fieldset className={className} style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
      <legend className={hideLabel ? field.hidden : field.label} style={{ padding: 0, marginBottom: 6 }}>
        {label}
      </legend>
      <div className={styles.segmented} style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>
        {options.map((option) => (
          <label key={option.value} className={styles.segment}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              disabled={option.disabled}
              onChange={() => onChange(option.value)}
            />
            {option.icon && <Icon name={option.icon} size={15} />}
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
