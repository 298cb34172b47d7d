import type { PersonaId } from '@shared/base/ids';
import { useState } from 'react';
import { closeDialog, workspace } from '@/app/appStore';
import { cardsOf } from '@/app/library/chosen';
import { tagPersonas } from '@/app/library/personas';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Icon } from '@/ui/Icon';
import { TextField } from '@/ui/TextField';
import { useT } from '@/ui/useT';
import styles from './dialogs.module.css';
import { codeOf, spellingOf } from './facetCodes';

/** Adds tags to several personas, and takes some away. */
export function TagsDialog({ ids }: { readonly ids: readonly PersonaId[] }) {
  const t = useT();
  const [written, setWritten] = useState('');
  const [removed, setRemoved] = useState<readonly string[]>([]);
  const { personas } = workspace().library.getState();
  const tags = [...new Set(cardsOf(personas, ids).flatMap((card) => card.tags))];
  const apply = () => {
    const codes = written
      .split(',')
      .map((tag) => tag.trim())
      .filter(Boolean)
      .map((tag) => codeOf('tags', tag));
    // Spellings of one tag are that tag, as the library writes it.
    const added = [...new Set(codes)].map((code) => spellingOf(code, personas));
    closeDialog();
    if (added.length > 0 || removed.length > 0) void tagPersonas(ids, added, removed);
  };
  return (
    <Dialog
      title={t('library.tagging.title')}
      size="small"
      onClose={closeDialog}
      footer={
        <>
          <Button onClick={closeDialog}>{t('common.cancel')}</Button>
          <Button variant="primary" icon="check" onClick={apply}>
            {t('library.tagging.apply')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('library.tagging.add')}
        placeholder={t('library.tagging.addHelp')}
        value={written}
        onChange={setWritten}
        autoFocus
        maxLength={400}
        onSubmit={apply}
      />
      {tags.length > 0 && (
        <fieldset className={styles.tags}>
          <legend>{t('library.tagging.known')}</legend>
          {tags.map((tag) => (
            <button
              key={tag}
              type="button"
              className={styles.tag}
              aria-pressed={removed.includes(tag)}
              aria-label={t('library.tagging.remove', { tag })}
              onClick={() =>
                setRemoved((all) => (all.includes(tag) ? all.filter((other) => other !== tag) : [...all, tag]))
              }
            >
              {tag}
              <Icon name="x" size={12} />
            </button>
          ))}
        </fieldset>
      )}
    </Dialog>
  );
}
