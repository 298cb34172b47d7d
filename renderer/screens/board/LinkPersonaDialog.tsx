import { useMemo } from 'react';
import { closeDialog, openDialog, useApp } from '@/app/appStore';
import { focusBoard } from '@/app/focusBoard';
import { linkExisting } from '@/app/personas';
import { Button } from '@/ui/Button';
import { useT } from '@/ui/useT';
import { PersonaPicker } from '../library/PersonaPicker';

/** Brings a persona of the library into the workshop: one correction then reaches all of its maps. */
export function LinkPersonaDialog() {
  const t = useT();
  const open = useApp((state) => state.open);
  const linked = useMemo(() => new Set(Object.keys(open?.session.store.getState().doc.personas ?? {})), [open]);
  return (
    <PersonaPicker
      title={t('personaEditor.link.title')}
      action={{ label: t('personaEditor.link.link'), icon: 'link' }}
      linked={linked}
      onPick={async ({ id, name }) => {
        await linkExisting(id, name);
        closeDialog();
        void focusBoard();
      }}
    >
      <Button icon="user-plus" onClick={() => openDialog({ kind: 'new-persona' })}>
        {t('personaEditor.link.new')}
      </Button>
    </PersonaPicker>
  );
}
