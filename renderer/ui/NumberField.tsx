import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { classNames } from './classNames';
import styles from './Field.module.css';
import { Icon } from './Icon';
import { formatNumber, parseNumber } from './numberText';
import { useLang } from './preferences';
import { useT } from './useT';

export interface NumberFieldProps {
  readonly label: string;
  /** null is an empty field. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly min?: number;
  readonly max?: number;
  /** Also the precision that is kept: 0.1 keeps one decimal. */
  readonly step?: number;
  /** Written after the number, e.g. `%`. */
  readonly unit?: string;
  readonly hideLabel?: boolean;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly className?: string | undefined;
}

const clamp = (value: number, min: number, max: number) => Math.min(max, Math.max(min, value));

/** A number typed or stepped; it takes a comma or a point, and gives the value when left, on Enter and at each step. */
export function NumberField(props: NumberFieldProps) {
  const {
    label,
    value,
    onChange,
    min = -Infinity,
    max = Infinity,
    step = 1,
    unit = '',
    hideLabel,
    placeholder,
    disabled,
    className,
  } = props;
  const id = useId();
  const t = useT();
  const lang = useLang();
  const [draft, setDraft] = useState<string | null>(null);
  const decimals = Math.max(0, Math.ceil(-Math.log10(step)));
  const round = (raw: number) => clamp(Number((Math.round(raw / step) * step).toFixed(decimals)), min, max);
  const written = value === null ? '' : formatNumber(value, lang, decimals);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a value from outside (undo) replaces what was being typed.
  useEffect(() => setDraft(null), [value]);

  const give = (next: number | null) => {
    setDraft(null);
    if (next !== value) onChange(next);
  };
  const commit = () => {
    if (draft === null) return;
    if (draft.trim() === '') return give(null);
    const parsed = parseNumber(draft);
    give(parsed === null ? value : round(parsed));
  };
  const stepBy = (count: number) => {
    const from = (draft === null ? value : parseNumber(draft)) ?? (min > 0 ? min - step : 0);
    give(round(from + count * step));
  };
  const keyDown = (event: KeyboardEvent) => {
    const moves: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 };
    const move = moves[event.key];
    if (move !== undefined) {
      event.preventDefault();
      stepBy(move);
    } else if (event.key === 'Enter') commit();
    else if (event.key === 'Escape' && draft !== null) {
      event.stopPropagation();
      setDraft(null);
    }
  };
  return (
    <div className={classNames(styles.field, className)}>
      <label htmlFor={id} className={hideLabel ? styles.hidden : styles.label}>
        {label}
      </label>
      <div className={styles.number}>
        <input
          id={id}
          role="spinbutton"
          className={styles.input}
          inputMode="decimal"
          autoComplete="off"
          placeholder={placeholder}
          disabled={disabled}
          aria-valuenow={value ?? undefined}
          aria-valuetext={value === null ? undefined : `${written}${unit ? `\u00A0${unit}` : ''}`}
          aria-valuemin={Number.isFinite(min) ? min : undefined}
          aria-valuemax={Number.isFinite(max) ? max : undefined}
          value={draft ?? written}
          onChange={(event) => setDraft(event.currentTarget.value)}
          onBlur={commit}
          onKeyDown={keyDown}
        />
        {unit && (
          <span className={styles.unit} aria-hidden="true">
            {unit}
          </span>
        )}
        <button
          type="button"
          tabIndex={-1}
          aria-label={t('common.decrease')}
          disabled={disabled || (value !== null && value <= min)}
          onClick={() => stepBy(-1)}
        >
          <Icon name="minus" size={12} />
        </button>
        <button
          type="button"
          tabIndex={-1}
          aria-label={t('common.increase')}
          disabled={disabled || (value !== null && value >= max)}
          onClick={() => stepBy(1)}
        >
          <Icon name="plus" size={12} />
        </button>
      </div>
    </div>
  );
}
