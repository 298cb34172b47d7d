import type { PersonaId } from '@shared/base/ids';
import { cleanText } from '@shared/model/cleanText';
import { useState } from 'react';
import { closeDialog } from '@/app/appStore';
import { saveTemplate } from '@/app/templates';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { TextField } from '@/ui/TextField';
import { useT } from '@/ui/useT';

/** Names the template that is made of a persona's page. */
export function SaveTemplateDialog({ personaId }: { readonly personaId: PersonaId }) {
  const t = useT();
  const [name, setName] = useState('');
  const cleaned = cleanText(name).trim();
  const save = () => {
    if (cleaned === '') return;
    closeDialog();
    void saveTemplate(personaId, cleaned);
  };
  return (
    <Dialog
      title={t('personaEditor.template.title')}
      size="small"
      onClose={closeDialog}
      footer={
        <>
          <Button onClick={closeDialog}>{t('common.cancel')}</Button>
          <Button variant="primary" icon="squares-four" disabled={cleaned === ''} onClick={save}>
            {t('personaEditor.template.save')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('personaEditor.template.name')}
        placeholder={t('personaEditor.template.placeholder')}
        hint={t('personaEditor.template.hint')}
        value={name}
        onChange={setName}
        maxLength={120}
        autoFocus
        onSubmit={save}
      />
    </Dialog>
  );
}
