import type { AnyDoc } from '@shared/model/document';
import { MAX_TAG, MAX_TAGS } from '@shared/model/note';
import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { Icon } from '@/ui/Icon';
import { useT } from '@/ui/useT';
import type { BoardController } from '../boardController';
import type { EditedNote } from '../boardEditing';
import { useDoc } from '../useController';
import { partStyles } from './parts';

/** Tags of some notes, those that all of them have first; each once. */
function tagsOf(notes: readonly EditedNote[]): readonly string[] {
  return [...new Set(notes.flatMap((note) => note.tags))].sort((a, b) => {
    const count = (tag: string) => notes.filter((note) => note.tags.includes(tag)).length;
    return count(b) - count(a) || a.localeCompare(b);
  });
}

export interface TagsFieldProps<Doc extends AnyDoc> {
  readonly controller: BoardController<Doc>;
  readonly notes: readonly EditedNote[];
  /** In the bar under the sheet: no label of its own, one line, the keyboard at once. */
  readonly inBar?: boolean;
  readonly onDone?: () => void;
}

/** Tags of notes as chips; Enter or a comma adds what is written, Backspace in an empty field takes the last one off. */
export function TagsField<Doc extends AnyDoc>({ controller, notes, inBar, onDone }: TagsFieldProps<Doc>) {
  const t = useT();
  const doc = useDoc(controller.session);
  const id = useId();
  const [text, setText] = useState('');
  const known = useMemo(
    () => [...new Set(controller.plug.notes.all(doc).flatMap((note) => note.tags))].sort((a, b) => a.localeCompare(b)),
    [controller, doc],
  );
  const tags = tagsOf(notes);
  const set = (change: (tags: readonly string[]) => readonly string[]) =>
    controller.plug.notes.set(
      controller.session,
      notes.map((note) => ({ id: note.id, fields: { tags: [...change(note.tags)] } })),
    );
  const add = (wanted: string) => {
    const fresh = wanted
      .split(',')
      .map((tag) => tag.trim().replace(/\s+/g, ' '))
      .filter((tag) => tag !== '');
    if (fresh.length > 0) set((own) => [...own, ...fresh.filter((tag) => !own.includes(tag))].slice(0, MAX_TAGS));
    setText('');
  };
  const remove = (tag: string) => set((own) => own.filter((one) => one !== tag));
  const keyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const last = tags.at(-1);
    if (event.key === 'Enter' || event.key === ',') {
      event.preventDefault();
      if (text.trim() === '' && event.key === 'Enter') onDone?.();
      else add(text);
    } else if (event.key === 'Escape' && onDone) onDone();
    else if (event.key === 'Backspace' && text === '' && last) remove(last);
  };
  return (
    <div className={inBar ? partStyles.barTags : partStyles.section}>
      {!inBar && (
        <label className={partStyles.label} htmlFor={`${id}-field`}>
          {t('editing.inspector.tags')}
        </label>
      )}
      <ul className={partStyles.tags} aria-label={t('editing.inspector.tags')}>
        {tags.map((tag) => (
          <li key={tag} className={partStyles.tag}>
            {tag}
            <button type="button" aria-label={t('editing.inspector.removeTag', { tag })} onClick={() => remove(tag)}>
              <Icon name="x" size={11} />
            </button>
          </li>
        ))}
      </ul>
      <input
        id={`${id}-field`}
        className={partStyles.tagInput}
        // biome-ignore lint/a11y/noAutofocus: the bar shows the field because somebody asked to tag.
        autoFocus={inBar}
        aria-label={t('editing.inspector.addTag')}
        placeholder={t('editing.inspector.addTag')}
        list={`${id}-known`}
        value={text}
        maxLength={MAX_TAG}
        spellCheck={false}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={keyDown}
        onBlur={() => {
          if (text.trim() !== '') add(text);
        }}
      />
      <datalist id={`${id}-known`}>
        {known
          .filter((tag) => !tags.includes(tag))
          .map((tag) => (
            <option key={tag} value={tag} />
          ))}
      </datalist>
    </div>
  );
}
