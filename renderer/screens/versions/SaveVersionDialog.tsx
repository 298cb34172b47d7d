import type { PersonaId } from '@shared/base/ids';
import { cleanText } from '@shared/model/cleanText';
import { useState } from 'react';
import { closeDialog, workspace } from '@/app/appStore';
import { showError } from '@/app/errors';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { showToast } from '@/ui/notices';
import { TextField } from '@/ui/TextField';
import { useT } from '@/ui/useT';

interface SaveVersionProps {
  readonly personaId: PersonaId;
  /** A version that is there already and gets another name. */
  readonly version: { readonly id: string; readonly name: string } | null;
}

/** Gives a version its name: what the persona is now, or one that is there already. */
export function SaveVersionDialog({ personaId, version }: SaveVersionProps) {
  const t = useT();
  const [name, setName] = useState(version?.name ?? '');
  const cleaned = cleanText(name).trim();
  const isPossible = version !== null || cleaned !== '';
  const save = async () => {
    if (!isPossible) return;
    const { versions } = workspace();
    closeDialog();
    const done = await (version ? versions.rename(version.id, cleaned) : versions.save(personaId, cleaned));
    if (!done) showError({ code: 'storage-write-failed', detail: 'versions' });
    else if (!version) showToast({ icon: 'bookmark-simple', text: t('versions.saved', { name: cleaned }) });
  };
  return (
    <Dialog
      title={t(version ? 'versions.renameTitle' : 'versions.saveTitle')}
      size="small"
      onClose={closeDialog}
      footer={
        <>
          <Button onClick={closeDialog}>{t('common.cancel')}</Button>
          <Button variant="primary" icon="bookmark-simple" disabled={!isPossible} onClick={() => void save()}>
            {t(version ? 'versions.renameDo' : 'versions.saveDo')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('versions.nameField')}
        placeholder={t('versions.namePlaceholder')}
        hint={t('versions.nameHint')}
        value={name}
        onChange={setName}
        maxLength={120}
        autoFocus
        selectOnFocus
        onSubmit={() => void save()}
      />
    </Dialog>
  );
}
