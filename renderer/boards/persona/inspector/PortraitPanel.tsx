import { setPhoto } from '@shared/boards/persona/commands/info';
import { BoundField } from '@/editor/inspector/BoundField';
import { LostPicture, useLost } from '@/editor/inspector/LostPicture';
import { Panel } from '@/editor/inspector/parts';
import { Button } from '@/ui/Button';
import { useT } from '@/ui/useT';
import { openWindow } from '../personaUi';
import type { PersonaPanelProps } from './panelProps';

/** The picture of a persona: drawn from cut paper, or a photograph. */
export function PortraitPanel({ controller, doc }: PersonaPanelProps) {
  const t = useT();
  const { session } = controller;
  const { photo } = doc.info;
  const isLost = useLost(controller, photo);
  return (
    <Panel title={t('persona.change.portrait')}>
      {isLost && <LostPicture what={t('personaEditor.photo.lost')} />}
      <Button icon="user-focus" onClick={() => openWindow(session, 'portrait')}>
        {t('actions.editPortrait')}
      </Button>
      <Button icon="image" onClick={() => openWindow(session, 'photo')}>
        {t(photo ? 'personaEditor.photo.change' : 'personaEditor.photo.choose')}
      </Button>
      {photo && (
        <>
          <BoundField
            label={t('personaEditor.photo.alt')}
            value={photo.alt}
            multiline
            onWrite={(alt, mergeKey) => session.run(setPhoto, { photo: { ...photo, alt } }, { mergeKey })}
          />
          <Button icon="trash" onClick={() => session.run(setPhoto, { photo: null })}>
            {t('personaEditor.photo.remove')}
          </Button>
        </>
      )}
    </Panel>
  );
}
