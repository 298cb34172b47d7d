import type { WordPair } from '@shared/redact/choices';
import { redactWords } from '@shared/redact/redactWords';
import { useRef } from 'react';
import { Button } from '@/ui/Button';
import { IconButton } from '@/ui/IconButton';
import { useLang } from '@/ui/preferences';
import { TextField } from '@/ui/TextField';
import styles from './RedactDialog.module.css';

interface WordPairsProps {
  readonly words: readonly WordPair[];
  readonly onChange: (words: readonly WordPair[]) => void;
}

/** Words that are replaced wherever they stand, a row each. Enter goes on to the next row. */
export function WordPairs({ words, onChange }: WordPairsProps) {
  const w = redactWords(useLang());
  const list = useRef<HTMLFieldSetElement>(null);
  const set = (at: number, pair: Partial<WordPair>) =>
    onChange(words.map((word, index) => (index === at ? { ...word, ...pair } : word)));
  const fields = () => [...(list.current?.querySelectorAll('input') ?? [])];
  // A new row is drawn first.
  const focusRow = (at: number) => requestAnimationFrame(() => fields()[at * 2]?.focus());
  const next = (at: number) => {
    if (at === words.length - 1) onChange([...words, { from: '', to: '' }]);
    focusRow(at + 1);
  };
  return (
    <fieldset className={styles.words} ref={list}>
      <legend>{w('dialog.words')}</legend>
      <p>{w('dialog.wordHint')}</p>
      {words.map(({ from, to }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are known by their place alone.
        <div key={at} className={styles.pair}>
          <TextField
            label={w('dialog.wordFrom', { number: at + 1 })}
            hideLabel
            quiet
            value={from}
            onChange={(value) => set(at, { from: value })}
            onSubmit={() => fields()[at * 2 + 1]?.focus()}
          />
          <TextField
            label={w('dialog.wordTo')}
            hideLabel
            quiet
            placeholder="[…]"
            value={to}
            onChange={(value) => set(at, { to: value })}
            onSubmit={() => next(at)}
          />
          <IconButton
            icon="x"
            iconSize={14}
            label={w('dialog.removeWord', { word: from || String(at + 1) })}
            onClick={() => {
              onChange(words.filter((_, index) => index !== at));
              list.current?.querySelector<HTMLButtonElement>(':scope > button')?.focus();
            }}
          />
        </div>
      ))}
      <Button size="small" icon="plus" onClick={() => next(words.length - 1)}>
        {w('dialog.addWord')}
      </Button>
    </fieldset>
  );
}
