import { titleBlockWords } from '@shared/poster/titleBlockWords';
import { useStore } from 'zustand/react';
import { openDialog } from '@/app/appStore';
import type { OpenWorkshop } from '@/app/openWorkshop';
import { Button } from '@/ui/Button';
import field from '@/ui/Field.module.css';
import { useLang } from '@/ui/preferences';
import { LogoPicture } from './LogoPicture';
import styles from './logo.module.css';

/** What stands at the head of every poster of the workshop, and the way to change it. */
export function TitleBlockPanel({ open }: { readonly open: OpenWorkshop }) {
  const w = titleBlockWords(useLang());
  const { title, client, place, logo } = useStore(open.session.store, (state) => state.doc.info);
  return (
    <fieldset className={styles.panel}>
      <legend className={field.label}>{w('panel')}</legend>
      {logo ? (
        <span className={styles.thumb}>
          <LogoPicture logo={logo} alt={w('logo')} />
        </span>
      ) : (
        <p data-none="">{w('none')}</p>
      )}
      <p>{[title, client, place].filter((part) => part.trim() !== '').join(', ')}</p>
      <Button size="small" icon="pencil-simple" onClick={() => openDialog({ kind: 'title-block' })}>
        {w('edit')}
      </Button>
    </fieldset>
  );
}
