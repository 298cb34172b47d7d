import { PRESET_IDS, PRESETS, type PresetId, presetOf } from '@shared/boards/journey-map/presets';
import { useState } from 'react';
import { closeDialog } from '@/app/appStore';
import { isoDate, longDateText } from '@/app/dateText';
import { createWorkshop } from '@/app/workshops';
import { Button } from '@/ui/Button';
import { classNames } from '@/ui/classNames';
import { Dialog } from '@/ui/Dialog';
import { useLang } from '@/ui/preferences';
import { TextField } from '@/ui/TextField';
import { useT } from '@/ui/useT';
import styles from './NewWorkshopDialog.module.css';

const known = (preset: string): PresetId => PRESET_IDS.find((id) => id === preset) ?? 'blank';

/** Title, client, place, date, and the stages to start with, shown as they will stand. */
export function NewWorkshopDialog({ preset: asked }: { readonly preset: string }) {
  const t = useT();
  const lang = useLang();
  const [title, setTitle] = useState('');
  const [client, setClient] = useState('');
  const [place, setPlace] = useState('');
  const [date, setDate] = useState(() => isoDate(Date.now()));
  const [preset, setPreset] = useState<PresetId>(known(asked));
  const [busy, setBusy] = useState(false);
  const fallback = t('home.create.untitled', { date: longDateText(date || isoDate(Date.now()), lang) });
  const create = async () => {
    if (busy) return;
    setBusy(true);
    const done = await createWorkshop({ title: title.trim() || fallback, client, place, date, preset });
    setBusy(false);
    if (done) closeDialog();
  };
  return (
    <Dialog
      title={t('home.create.title')}
      size="large"
      onClose={closeDialog}
      footer={
        <>
          <Button onClick={closeDialog}>{t('common.cancel')}</Button>
          <Button variant="primary" icon="check" disabled={busy} onClick={() => void create()}>
            {t('home.create.create')}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        <div className={styles.fields}>
          <TextField
            className={styles.wide}
            label={t('home.create.name')}
            placeholder={t('home.create.namePlaceholder')}
            value={title}
            onChange={setTitle}
            autoFocus
            maxLength={300}
          />
          <TextField label={t('home.create.client')} value={client} onChange={setClient} maxLength={300} />
          <TextField label={t('home.create.place')} value={place} onChange={setPlace} maxLength={300} />
          <TextField label={t('home.create.date')} type="date" value={date} onChange={setDate} />
        </div>
        <PresetPicker value={preset} onChange={setPreset} />
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}

interface PickerProps {
  readonly value: PresetId;
  readonly onChange: (preset: PresetId) => void;
}

/** The presets as a list of choices; beside it, the stages of the one that is chosen. */
export function PresetPicker({ value, onChange }: PickerProps) {
  const t = useT();
  return (
    <fieldset className={styles.presets}>
      <legend>
        {t('home.create.preset')} <span className={styles.hint}>{t('home.create.presetHint')}</span>
      </legend>
      <div className={styles.list}>
        {PRESET_IDS.map((id) => (
          <label key={id} className={styles.preset}>
            <input type="radio" name="preset" value={id} checked={id === value} onChange={() => onChange(id)} />
            <span>{t(PRESETS[id].name)}</span>
            <em>{t('home.presets.stages', { count: PRESETS[id].stages.length })}</em>
          </label>
        ))}
      </div>
      <Preview preset={value} />
    </fieldset>
  );
}

function Preview({ preset }: { readonly preset: PresetId }) {
  const t = useT();
  const { about, stages } = presetOf(preset);
  return (
    <div className={styles.preview} aria-live="polite">
      <p className={styles.about}>{t(about)}</p>
      <ol>
        {stages.map((stage) => (
          <li key={stage.title} className={classNames(styles.stage, stage.phase === 'purchase' && styles.purchase)}>
            <b>{t(stage.title)}</b>
            <span>{t(stage.help)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
