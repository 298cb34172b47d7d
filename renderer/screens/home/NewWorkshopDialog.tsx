import { BOARD_KINDS } from '@shared/model/document';
import { useState } from 'react';
import { closeDialog } from '@/app/appStore';
import { isoDate, longDateText } from '@/app/dateText';
import { createWorkshop } from '@/app/workshops';
import { boardFace } from '@/boards/registry';
import { Button } from '@/ui/Button';
import { classNames } from '@/ui/classNames';
import { Dialog } from '@/ui/Dialog';
import { Icon } from '@/ui/Icon';
import { useLang } from '@/ui/preferences';
import { TextField } from '@/ui/TextField';
import { useT } from '@/ui/useT';
import styles from './NewWorkshopDialog.module.css';
import { type StartId, startOf } from './starts';

/** Title, client, place, date, and the stages to start with, shown as they will stand. */
export function NewWorkshopDialog({ preset: asked }: { readonly preset: string }) {
  const t = useT();
  const lang = useLang();
  const [title, setTitle] = useState('');
  const [client, setClient] = useState('');
  const [place, setPlace] = useState('');
  const [date, setDate] = useState(() => isoDate(Date.now()));
  const [preset, setPreset] = useState<StartId>(startOf(asked).id);
  const [busy, setBusy] = useState(false);
  const fallback = t('home.create.untitled', { date: longDateText(date || isoDate(Date.now()), lang) });
  const create = async () => {
    if (busy) return;
    setBusy(true);
    const { kind, start } = startOf(preset);
    const done = await createWorkshop({
      title: title.trim() || fallback,
      client,
      place,
      date,
      kind,
      preset: start.preset,
    });
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
  readonly value: StartId;
  readonly onChange: (preset: StartId) => void;
}

/** The presets of every kind of board as a list of choices; beside it, what the chosen one starts with. */
export function PresetPicker({ value, onChange }: PickerProps) {
  const t = useT();
  return (
    <fieldset className={styles.presets}>
      <legend>
        {t('home.create.preset')} <span className={styles.hint}>{t('home.create.presetHint')}</span>
      </legend>
      <div className={styles.list}>
        {BOARD_KINDS.map((kind) => {
          const { name, icon, starts } = boardFace(kind);
          return (
            // biome-ignore lint/a11y/useSemanticElements: the radio buttons of all kinds are one group of the form.
            <div key={kind} role="group" className={styles.kind} aria-label={t(name)}>
              <p className={styles.kindName} aria-hidden="true">
                <Icon name={icon} size={15} />
                {t(name)}
              </p>
              {starts.map((start) => {
                const id: StartId = `${kind}/${start.preset}`;
                return (
                  <label key={id} className={styles.preset}>
                    <input type="radio" name="preset" value={id} checked={id === value} onChange={() => onChange(id)} />
                    <span>{t(start.name)}</span>
                    <em>{start.size(t)}</em>
                  </label>
                );
              })}
            </div>
          );
        })}
      </div>
      <Preview preset={value} />
    </fieldset>
  );
}

function Preview({ preset }: { readonly preset: StartId }) {
  const t = useT();
  const { about, parts, flow } = startOf(preset).start;
  return (
    <div className={styles.preview} aria-live="polite">
      <p className={styles.about}>{t(about)}</p>
      <ol>
        {parts.map(({ title, help, strong }) => (
          <li key={title} className={classNames(styles.stage, strong && styles.purchase, !flow && styles.area)}>
            <b>{t(title)}</b>
            {help && <span>{t(help)}</span>}
          </li>
        ))}
      </ol>
    </div>
  );
}
