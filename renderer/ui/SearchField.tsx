import { type KeyboardEvent, memo, type Ref, useId } from 'react';
import { classNames } from './classNames';
import styles from './Field.module.css';
import { Icon } from './Icon';
import { IconButton } from './IconButton';
import { useT } from './useT';

export interface SearchFieldProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly autoFocus?: boolean;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  /** The list that arrows in this field choose from: its id, and the id of the option that Enter takes. */
  readonly list?: { readonly id: string; readonly active: string | undefined };
}

/** The same elements at every letter: nothing of them is drawn again. */
const SIGN = <Icon name="magnifying-glass" size={19} />;

/** A search field: Escape empties it. */
export function SearchField(props: SearchFieldProps) {
  const { label, placeholder, value, onChange, inputRef, autoFocus, onKeyDown, list } = props;
  const id = useId();
  return (
    <search className={styles.withIcon}>
      <label htmlFor={id} className={styles.hidden}>
        {label}
      </label>
      {SIGN}
      <input
        id={id}
        ref={inputRef}
        // biome-ignore lint/a11y/noAutofocus: only in dialogs where searching is the next thing to do.
        autoFocus={autoFocus}
        type="search"
        {...(list && {
          role: 'combobox',
          'aria-expanded': true,
          'aria-controls': list.id,
          'aria-activedescendant': list.active,
        })}
        className={styles.input}
        value={value}
        placeholder={placeholder}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && value) {
            event.stopPropagation();
            onChange('');
          }
          onKeyDown?.(event);
        }}
      />
      <ClearButton isEmpty={!value} onChange={onChange} />
    </search>
  );
}

/** Drawn again at the first letter, and not at the others where `onChange` stays the same. */
const ClearButton = memo(function ClearButton({
  isEmpty,
  onChange,
}: {
  readonly isEmpty: boolean;
  readonly onChange: (value: string) => void;
}) {
  const t = useT();
  return (
    <IconButton
      icon="x"
      iconSize={14}
      label={t('common.clear')}
      className={classNames(styles.clear, isEmpty && styles.nothing)}
      onClick={() => onChange('')}
    />
  );
});
