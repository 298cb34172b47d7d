import type { WorkshopLogo } from '@shared/model/workshop';
import { setWorkshopInfo } from '@shared/model/workshopCommands';
import { sharpUpTo } from '@shared/poster/logoPicture';
import { titleBlockWords } from '@shared/poster/titleBlockWords';
import { useRef, useState } from 'react';
import { closeDialog, useApp, workspace } from '@/app/appStore';
import type { OpenWorkshop } from '@/app/openWorkshop';
import { changeWorkshop } from '@/app/undo';
import type { ImageProblem } from '@/editor/clipboard/imageNote';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import field from '@/ui/Field.module.css';
import { useLang } from '@/ui/preferences';
import { TextField } from '@/ui/TextField';
import { useT } from '@/ui/useT';
import { LogoPicture } from './LogoPicture';
import styles from './logo.module.css';
import { readLogo } from './readLogo';

/** What the posters and the report of a workshop say of it: its title, client, place, date and the client's logo. */
export function TitleBlockDialog() {
  const open = useApp((state) => state.open);
  return open && !open.alone && <Fields open={open} />;
}

/** A logo that is chosen; its bytes until it is stored. */
interface ChosenLogo {
  readonly logo: WorkshopLogo;
  readonly bytes: Uint8Array | null;
}

function Fields({ open }: { readonly open: OpenWorkshop }) {
  const t = useT();
  const w = titleBlockWords(useLang());
  const { info } = open.session.store.getState().doc;
  const [title, setTitle] = useState(info.title);
  const [client, setClient] = useState(info.client);
  const [place, setPlace] = useState(info.place);
  const [date, setDate] = useState(info.date);
  const [chosen, setChosen] = useState<ChosenLogo | null>(info.logo && { logo: info.logo, bytes: null });
  const [problem, setProblem] = useState<ImageProblem | null>(null);
  const [busy, setBusy] = useState(false);
  const save = async () => {
    if (busy) return;
    setBusy(true);
    const kept = chosen?.bytes ? await workspace().keepAsset(chosen.bytes) : null;
    setBusy(false);
    if (kept && !kept.ok) return setProblem('imageNotStored');
    changeWorkshop(setWorkshopInfo, {
      fields: { title: title.trim(), client: client.trim(), place: place.trim(), date, logo: chosen?.logo ?? null },
    });
    closeDialog();
  };
  return (
    <Dialog
      title={w('title')}
      onClose={closeDialog}
      footer={
        <>
          <Button onClick={closeDialog}>{t('common.cancel')}</Button>
          <Button variant="primary" icon="check" disabled={busy} onClick={() => void save()}>
            {w('save')}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <p className={field.hint}>{w('intro')}</p>
        <div className={styles.fields} style={{ marginTop: 14 }}>
          <TextField
            className={styles.wide}
            label={w('name')}
            value={title}
            onChange={setTitle}
            autoFocus
            maxLength={300}
          />
          <TextField className={styles.wide} label={w('client')} value={client} onChange={setClient} maxLength={300} />
          <TextField label={w('place')} value={place} onChange={setPlace} maxLength={300} />
          <TextField label={w('date')} type="date" value={date} onChange={setDate} />
        </div>
        <LogoField chosen={chosen} problem={problem} onChoose={setChosen} onProblem={setProblem} onBusy={setBusy} />
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}

interface LogoFieldProps {
  readonly chosen: ChosenLogo | null;
  readonly problem: ImageProblem | null;
  readonly onChoose: (chosen: ChosenLogo | null) => void;
  readonly onProblem: (problem: ImageProblem | null) => void;
  readonly onBusy: (isBusy: boolean) => void;
}

/** The logo on the paper it will be printed on, and what can be said of it; chosen by a button or dropped. */
function LogoField({ chosen, problem, onChoose, onProblem, onBusy }: LogoFieldProps) {
  const w = titleBlockWords(useLang());
  const file = useRef<HTMLInputElement>(null);
  const choose = useRef<HTMLButtonElement>(null);
  const read = async (given: File | undefined) => {
    if (!given) return;
    onBusy(true);
    const made = await readLogo(given);
    onBusy(false);
    if ('problem' in made) return onProblem(made.problem);
    onProblem(null);
    onChoose(made);
  };
  return (
    <fieldset className={styles.logo}>
      <legend className={field.label}>{w('logo')}</legend>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button beside it does the same. */}
      <div
        className={styles.place}
        data-empty={chosen ? undefined : ''}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          event.stopPropagation();
          void read(event.dataTransfer.files[0]);
        }}
      >
        {chosen ? <LogoPicture logo={chosen.logo} bytes={chosen.bytes} alt={w('logo')} /> : w('drop')}
      </div>
      <div className={styles.about}>
        <Button ref={choose} icon="folder-open" onClick={() => file.current?.click()}>
          {w(chosen ? 'change' : 'choose')}
        </Button>
        <input
          ref={file}
          className={styles.file}
          type="file"
          accept="image/png,image/jpeg,image/webp,image/gif,image/svg+xml,image/avif,image/bmp"
          tabIndex={-1}
          aria-label={w('choose')}
          onChange={(event) => {
            void read(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
        {chosen && (
          <Button
            variant="ghost"
            icon="trash"
            onClick={() => {
              onChoose(null);
              onProblem(null);
              choose.current?.focus();
            }}
          >
            {w('remove')}
          </Button>
        )}
        <p role="status">{chosen ? sharpness(chosen.logo, w) : w('means')}</p>
        {problem && <p role="alert">{w(`problem.${problem}`)}</p>}
      </div>
    </fieldset>
  );
}

function sharpness({ width, height }: WorkshopLogo, w: ReturnType<typeof titleBlockWords>): string {
  const sheet = sharpUpTo({ width, height });
  return sheet ? w('sharp', { width, height, sheet }) : w('blurred', { width, height });
}
