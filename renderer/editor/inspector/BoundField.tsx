import { useRef, useState } from 'react';
import { TextField } from '@/ui/TextField';
import { editKey } from '../textEditing';

export interface BoundFieldProps {
  readonly label: string;
  readonly value: string;
  /** Writes the text; what is typed in one visit of the field is undone together. */
  readonly onWrite: (text: string, mergeKey: string) => void;
  readonly multiline?: boolean;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly type?: 'text' | 'date';
  readonly disabled?: boolean;
}

/** A text of the document: every letter is saved as it is typed; a change from elsewhere shows unless it is being typed in. */
export function BoundField({ label, value, onWrite, multiline, hint, placeholder, type, disabled }: BoundFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const turn = useRef('');
  return (
    <TextField
      label={label}
      value={draft ?? value}
      quiet
      {...(multiline ? { multiline } : {})}
      {...(type ? { type } : {})}
      hint={hint}
      placeholder={placeholder}
      disabled={disabled}
      onFocus={() => {
        turn.current = editKey();
      }}
      onBlur={() => setDraft(null)}
      onChange={(text) => {
        setDraft(text);
        onWrite(text, turn.current);
      }}
    />
  );
}
