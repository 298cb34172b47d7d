import { useEffect, useRef, useState } from 'react';
import { TextField } from '@/ui/TextField';

interface LeftFieldProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly onChange: (text: string) => void;
  readonly hideLabel?: boolean;
  readonly multiline?: boolean;
  readonly type?: 'text' | 'date';
  /** After Enter has written it. */
  readonly onEnter?: () => void;
  /** After Escape has taken back what was typed. */
  readonly onEscape?: () => void;
}

/** A text that counts once it is left or Enter is pressed; Escape takes back what was typed. */
export function LeftField({ value, onChange, onEnter, onEscape, ...look }: LeftFieldProps) {
  const [draft, show] = useState<string | null>(null);
  // Leaving the field gives what was typed, also where a key that has just given it or taken it back moves the focus on.
  const typed = useRef<string | null>(null);
  const setDraft = (text: string | null) => {
    typed.current = text;
    show(text);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a value from outside (undo) replaces what was being typed.
  useEffect(() => setDraft(null), [value]);
  const give = () => {
    const text = typed.current?.trim();
    setDraft(null);
    if (text !== undefined && text !== value) onChange(text);
  };
  return (
    <TextField
      {...look}
      value={draft ?? value}
      quiet={look.hideLabel ?? false}
      onChange={setDraft}
      onBlur={give}
      onSubmit={() => {
        give();
        onEnter?.();
      }}
      onCancel={() => {
        setDraft(null);
        onEscape?.();
      }}
    />
  );
}
