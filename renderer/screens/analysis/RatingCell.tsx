import { emotionLevel } from '@shared/boards/pieces/valence';
import { useState } from 'react';
import { parseNumber } from '@/ui/numberText';
import { useLang } from '@/ui/preferences';
import { useT } from '@/ui/useT';
import styles from './opinions.module.css';
import { ratingText } from './ratingEdits';

interface CellProps {
  readonly label: string;
  /** Row and column. */
  readonly at: string;
  readonly value: number | null;
  readonly onChange: (valence: number | null) => void;
}

/** undefined is no rating at all: `abc`, `7`. */
function readRating(text: string): number | null | undefined {
  if (text.trim() === '') return null;
  const value = parseNumber(text);
  return value === null || value < -2 || value > 2 ? undefined : value;
}

/** One rating, typed. What is none stays as it was typed, marked, until it is put right or taken back. */
export function RatingCell({ label, at, value, onChange }: CellProps) {
  const t = useT();
  const lang = useLang();
  const [typed, setTyped] = useState<string | null>(null);
  const read = typed === null ? value : readRating(typed);
  const commit = () => {
    if (typed === null || read === undefined) return;
    setTyped(null);
    if (read !== value) onChange(read);
  };
  return (
    <input
      className={styles.cell}
      data-cell={at}
      data-level={read === undefined || read === null ? undefined : emotionLevel(read)}
      aria-label={label}
      aria-invalid={read === undefined || undefined}
      aria-describedby="grid-hint"
      title={read === undefined ? t('opinions.wrong') : undefined}
      inputMode="decimal"
      autoComplete="off"
      value={typed ?? (value === null ? '' : ratingText(value, lang))}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && typed !== null) {
          event.preventDefault();
          setTyped(null);
        }
      }}
    />
  );
}
