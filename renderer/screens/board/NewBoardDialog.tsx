import type { PresetId } from '@shared/boards/journey-map/presets';
import { boardsInOrder } from '@shared/model/workshopCommands';
import { useState } from 'react';
import { closeDialog, useApp } from '@/app/appStore';
import { addPresetBoard, duplicateBoard, freeTabTitle } from '@/app/boards';
import { PresetPicker } from '@/screens/home/NewWorkshopDialog';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Segmented } from '@/ui/Segmented';
import { TextField } from '@/ui/TextField';
import { useT } from '@/ui/useT';
import styles from './NewBoardDialog.module.css';

type Origin = 'preset' | 'duplicate';

/** A new journey from a preset, or the target journey as a copy of the one on screen. */
export function NewBoardDialog() {
  const t = useT();
  const open = useApp((state) => state.open);
  const boardId = useApp((state) => state.boardId);
  const boards = open ? boardsInOrder(open.session.store.getState().doc) : [];
  const current = boards.find(({ id }) => id === boardId) ?? null;
  const [origin, setOrigin] = useState<Origin>(current ? 'duplicate' : 'preset');
  const [preset, setPreset] = useState<PresetId>('full');
  const fallback = freeTabTitle(
    t(
      origin === 'duplicate'
        ? 'journey.state.target'
        : boards.length === 0
          ? 'journey.state.current'
          : 'journey.newTitle',
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
        : await addPresetBoard('journey-map', preset, name);
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
        {current && (
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
