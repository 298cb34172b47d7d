import type { SheetLine } from '@shared/translate/rows';
import { translateWords } from '@shared/translate/translateWords';
import { useEffect, useState } from 'react';
import { Icon } from '@/ui/Icon';
import { useLang } from '@/ui/preferences';
import { TextField } from '@/ui/TextField';
import styles from './TranslationsDialog.module.css';

interface TranslationLineProps {
  readonly line: SheetLine;
  readonly onWrite: (text: string) => void;
  readonly onNext: () => void;
}

const ICONS = { missing: 'circle', stale: 'warning', fresh: 'check' } as const;

/** A text and its translation. Enter says that it is right as it stands, and goes on to the next. */
export function TranslationLine({ line, onWrite, onNext }: TranslationLineProps) {
  const w = translateWords(useLang());
  const { source, text, state, madeOf, title, where, most } = line;
  const [draft, setDraft] = useState(text);
  // Undone, or taken in from a table.
  useEffect(() => setDraft(text), [text]);
  const commit = () => {
    if (draft !== text) onWrite(draft);
  };
  return (
    <li className={styles.line}>
      <div className={styles.source}>
        <span className={styles.place}>{w('place', { title, where: w(`where.${where as 'notes'}`) })}</span>
        <span className="selectable">{source}</span>
        {state === 'stale' && (
          <span className={styles.before}>
            {w('before')} <del>{madeOf}</del>
          </span>
        )}
      </div>
      <div className={styles.target}>
        <TextField
          label={w('translationOf', { text: source.slice(0, 120) })}
          hideLabel
          quiet
          multiline
          value={draft}
          maxLength={most}
          onChange={setDraft}
          onBlur={commit}
          onSubmit={() => {
            // What was stale is right again once somebody says so.
            if (draft !== text || state === 'stale') onWrite(draft);
            onNext();
          }}
          onCancel={draft === text ? undefined : () => setDraft(text)}
        />
        <span className={styles[state]}>
          <Icon name={ICONS[state]} size={13} />
          {w(`state.${state}`)}
        </span>
      </div>
    </li>
  );
}
