import { MAX_TAG, MAX_TAGS } from '@shared/model/note';
import { type KeyboardEvent, useId, useState } from 'react';
import { partStyles } from '@/editor/inspector/parts';
import { Icon } from '@/ui/Icon';
import { useT } from '@/ui/useT';

interface TagLineProps {
  readonly tags: readonly string[];
  readonly onChange: (tags: readonly string[]) => void;
}

/** Tags of a persona as chips; Enter or a comma adds what is written, Backspace in an empty field takes the last one off. */
export function TagLine({ tags, onChange }: TagLineProps) {
  const t = useT();
  const id = useId();
  const [text, setText] = useState('');
  const add = () => {
    const fresh = text
      .split(',')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== '' && !tags.includes(tag));
    if (fresh.length > 0) onChange([...tags, ...fresh].slice(0, MAX_TAGS));
    setText('');
  };
  const keyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' || event.key === ',') {
      event.preventDefault();
      add();
    } else if (event.key === 'Backspace' && text === '' && tags.length > 0) onChange(tags.slice(0, -1));
  };
  return (
    <div className={partStyles.section}>
      <label className={partStyles.label} htmlFor={id}>
        {t('editing.inspector.tags')}
      </label>
      <ul className={partStyles.tags} aria-label={t('editing.inspector.tags')}>
        {tags.map((tag) => (
          <li key={tag} className={partStyles.tag}>
            {tag}
            <button
              type="button"
              aria-label={t('editing.inspector.removeTag', { tag })}
              onClick={() => onChange(tags.filter((one) => one !== tag))}
            >
              <Icon name="x" size={11} />
            </button>
          </li>
        ))}
      </ul>
      <input
        id={id}
        className={partStyles.tagInput}
        placeholder={t('editing.inspector.addTag')}
        value={text}
        maxLength={MAX_TAG}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={keyDown}
        onBlur={add}
      />
    </div>
  );
}
