import { useEffect, useRef, useState } from 'react';
import { classNames } from '@/ui/classNames';
import { TextField } from '@/ui/TextField';
import { useT } from '@/ui/useT';
import styles from './TopBar.module.css';

interface TitleProps {
  readonly title: string;
  readonly placeholder: string;
  readonly label: string;
  readonly onChange: (title: string) => void;
  /** In the path above the title. */
  readonly small?: boolean;
}

/** A title that becomes a field when it is clicked. Enter or leaving it keeps the change, Escape does not. */
export function EditableTitle({ title, placeholder, label, onChange, small }: TitleProps) {
  const t = useT();
  const [draft, setDraft] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const byKeyboard = useRef(false);
  const editing = draft !== null;
  useEffect(() => {
    if (!editing && byKeyboard.current) button.current?.focus();
    byKeyboard.current = false;
  }, [editing]);
  const finish = (keep: boolean) => {
    if (draft === null) return;
    setDraft(null);
    if (keep && draft.trim() !== title) onChange(draft.trim());
  };
  if (draft !== null) {
    return (
      <TextField
        className={classNames(styles.field, small && styles.smallField)}
        label={label}
        hideLabel
        value={draft}
        onChange={setDraft}
        autoFocus
        selectOnFocus
        maxLength={300}
        onSubmit={() => {
          byKeyboard.current = true;
          finish(true);
        }}
        onCancel={() => {
          byKeyboard.current = true;
          finish(false);
        }}
        onBlur={() => finish(true)}
      />
    );
  }
  return (
    <button
      ref={button}
      type="button"
      className={classNames(small ? styles.step : styles.title, !title && styles.empty)}
      aria-label={t('board.rename', { title: title || placeholder })}
      data-tip={t('board.rename', { title: title || placeholder })}
      onClick={() => setDraft(title)}
    >
      {title || placeholder}
    </button>
  );
}
