import { type InputHTMLAttributes, type KeyboardEvent, type Ref, useId } from 'react';
import { classNames } from './classNames';
import styles from './Field.module.css';

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The label is read aloud but not drawn. */
  readonly hideLabel?: boolean;
  readonly placeholder?: string | undefined;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** Several lines: the field grows with its text. Enter makes a line, unless `onSubmit` is given (then Shift+Enter does). */
  readonly multiline?: boolean;
  readonly type?: 'text' | 'date' | 'search';
  readonly autoFocus?: boolean;
  readonly selectOnFocus?: boolean;
  /** A thinner frame, for panels full of fields. */
  readonly quiet?: boolean;
  readonly disabled?: boolean | undefined;
  readonly maxLength?: number;
  readonly onSubmit?: (() => void) | undefined;
  readonly onCancel?: (() => void) | undefined;
  readonly onBlur?: (() => void) | undefined;
  readonly onFocus?: (() => void) | undefined;
  readonly className?: string | undefined;
  readonly inputMode?: InputHTMLAttributes<HTMLInputElement>['inputMode'];
  readonly inputRef?: Ref<HTMLInputElement & HTMLTextAreaElement>;
}

/** A labelled text field. */
export function TextField(props: TextFieldProps) {
  const {
    label,
    value,
    onChange,
    hideLabel,
    hint,
    error,
    multiline,
    type = 'text',
    quiet,
    onSubmit,
    onCancel,
    className,
  } = props;
  const id = useId();
  const described = error || hint ? `${id}-note` : undefined;
  const keyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && onSubmit && !(multiline && event.shiftKey)) {
      event.preventDefault();
      onSubmit();
    } else if (event.key === 'Escape' && onCancel) {
      event.preventDefault();
      event.stopPropagation();
      onCancel();
    }
  };
  const shared = {
    id,
    ref: props.inputRef,
    value,
    placeholder: props.placeholder,
    disabled: props.disabled,
    maxLength: props.maxLength,
    // Set only by dialogs and in-place renaming, where the field is the next thing to do.
    autoFocus: props.autoFocus,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': described,
    spellCheck: false,
    onKeyDown: keyDown,
    onBlur: props.onBlur,
    onFocus: (event: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) => {
      if (props.selectOnFocus) event.currentTarget.select();
      props.onFocus?.();
    },
    onChange: (event: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) => onChange(event.currentTarget.value),
  } as const;
  return (
    <div className={classNames(styles.field, className)}>
      <label htmlFor={id} className={hideLabel ? styles.hidden : styles.label}>
        {label}
      </label>
      {multiline ? (
        <textarea {...shared} rows={1} className={classNames(styles.input, styles.area, quiet && styles.quiet)} />
      ) : (
        <input
          {...shared}
          type={type}
          inputMode={props.inputMode}
          className={classNames(styles.input, quiet && styles.quiet)}
        />
      )}
      {described && (
        <span id={described} className={error ? styles.error : styles.hint}>
          {error ?? hint}
        </span>
      )}
    </div>
  );
}
