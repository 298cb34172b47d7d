import { boardsInOrder } from '@shared/model/workshopCommands';
import { useState } from 'react';
import { closeDialog, openDialog, useApp } from '@/app/appStore';
import { addPresetBoard, duplicateBoard, freeTabTitle } from '@/app/boards';
import { boardFace } from '@/boards/registry';
import { PresetPicker } from '@/screens/home/NewWorkshopDialog';
import { type StartId, startOf } from '@/screens/home/starts';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Segmented } from '@/ui/Segmented';
import { TextField } from '@/ui/TextField';
import { useT } from '@/ui/useT';
import styles from './NewBoardDialog.module.css';

type Origin = 'preset' | 'duplicate';

/** A new board from a preset of any kind, or the target journey as a copy of the one on screen. */
export function NewBoardDialog() {
  const t = useT();
  const open = useApp((state) => state.open);
  const boardId = useApp((state) => state.boardId);
  const boards = open ? boardsInOrder(open.session.store.getState().doc) : [];
  const current = boards.find(({ id }) => id === boardId) ?? null;
  const canCopy = current !== null && boardFace(current.kind).asTarget !== null;
  const [origin, setOrigin] = useState<Origin>(canCopy ? 'duplicate' : 'preset');
  const [preset, setPreset] = useState<StartId>(startOf('journey-map/full').id);
  const { kind, start } = startOf(preset);
  const isFirstJourney = kind === 'journey-map' && boards.every((board) => board.kind !== kind);
  const fallback = freeTabTitle(
    t(
      origin === 'duplicate'
        ? 'journey.state.target'
        : isFirstJourney
          ? 'journey.state.current'
          : boardFace(kind).newTitle,
    ),
  );
  const [title, setTitle] = useState('');
  const [busy, setBusy] = useState(false);
  const add = async () => {
    if (busy) return;
    setBusy(true);
    const name = title.trim() || fallback;
    const done =
      origin === 'duplicate' && current
        ? await duplicateBoard(current, name, true)
        : await addPresetBoard(kind, start.preset, name);
    setBusy(false);
    if (done) closeDialog();
  };
  return (
    <Dialog
      title={t('board.add.title')}
      size="large"
      onClose={closeDialog}
      footer={
        <>
          <Button icon="user-plus" onClick={() => openDialog({ kind: 'new-persona' })}>
            {t('persona.newName')}
          </Button>
          <Button icon="link" onClick={() => openDialog({ kind: 'link-persona' })}>
            {t('actions.linkPersona')}
          </Button>
          <span className={styles.space} />
          <Button onClick={closeDialog}>{t('common.cancel')}</Button>
          <Button variant="primary" icon="plus" disabled={busy} onClick={() => void add()}>
            {t('board.add.create')}
          </Button>
        </>
      }
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <TextField
          label={t('board.add.name')}
          placeholder={fallback}
          value={title}
          onChange={setTitle}
          maxLength={120}
          autoFocus
        />
        {current && canCopy && (
          <Segmented<Origin>
            label={t('board.add.title')}
            hideLabel
            value={origin}
            onChange={setOrigin}
            options={[
              {
                value: 'duplicate',
                label: t('board.add.duplicate', { title: current.title || t('board.untitled') }),
                icon: 'target',
              },
              { value: 'preset', label: t('board.add.preset'), icon: 'path' },
            ]}
          />
        )}
        {origin === 'preset' ? (
          <PresetPicker value={preset} onChange={setPreset} />
        ) : (
          <p className={styles.about}>{t('board.add.duplicateText')}</p>
        )}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
