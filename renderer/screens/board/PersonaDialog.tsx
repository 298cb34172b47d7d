import type { PersonaId } from '@shared/base/ids';
import type { PersonaFields } from '@shared/boards/persona/commands/info';
import type { Portrait } from '@shared/boards/persona/model';
import { portraitScene } from '@shared/boards/persona/portrait';
import { wholePortrait } from '@shared/boards/persona/portraitModel';
import { useState } from 'react';
import { closeDialog, useApp } from '@/app/appStore';
import { createPersona, updatePersona } from '@/app/boards';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { SceneSvg } from '@/ui/SceneSvg';
import { TextField } from '@/ui/TextField';
import { useT } from '@/ui/useT';
import styles from './PersonaDialog.module.css';
import { PORTRAITS } from './portraits';

/** What the dialog asks; the rest of a persona is written on its page. */
type DialogFields = Pick<PersonaFields, 'name' | 'age' | 'role' | 'place' | 'facts' | 'quote'>;

const NOBODY: DialogFields = { name: '', age: '', role: '', place: '', facts: '', quote: '' };
const PICTURE = { x: 0, y: 0, w: 168, h: 210 };
/** Field by field: a stored portrait may hold its fields in another order. */
function same(a: Portrait, b: Portrait | null): boolean {
  if (b === null) return false;
  const [one, two] = [wholePortrait(a), wholePortrait(b)];
  return (Object.keys(one) as (keyof Portrait)[]).every((field) => one[field] === two[field]);
}

/** Who the journey is about: a name is enough. */
export function PersonaDialog({ personaId }: { readonly personaId: PersonaId | null }) {
  const t = useT();
  const open = useApp((state) => state.open);
  const known = personaId ? (open?.personas.getState()[personaId] ?? null) : null;
  const [fields, setFields] = useState<DialogFields>(() => {
    if (!known) return NOBODY;
    const { name, age, role, place, facts, quote } = known.info;
    return { name, age, role, place, facts, quote };
  });
  const [portrait, setPortrait] = useState<Portrait | null>(known ? known.info.portrait : (PORTRAITS[0] ?? null));
  const [busy, setBusy] = useState(false);
  const save = async () => {
    if (busy) return;
    setBusy(true);
    if (personaId) await updatePersona(personaId, fields, portrait);
    else if (!(await createPersona(fields, portrait))) return setBusy(false);
    closeDialog();
  };
  const field = (name: keyof DialogFields, more: Partial<Parameters<typeof TextField>[0]> = {}) => (
    <TextField
      label={t(`board.persona.${name}`)}
      value={fields[name]}
      onChange={(value) => setFields((all) => ({ ...all, [name]: value }))}
      maxLength={600}
      onSubmit={() => void save()}
      {...more}
    />
  );
  const ownPortrait = portrait && !PORTRAITS.some((each) => same(each, portrait)) ? [portrait] : [];
  return (
    <Dialog
      title={t(personaId ? 'board.persona.title' : 'board.persona.titleNew')}
      size="large"
      onClose={closeDialog}
      footer={
        <>
          <Button onClick={closeDialog}>{t('common.cancel')}</Button>
          <Button variant="primary" icon="check" disabled={busy} onClick={() => void save()}>
            {t('board.persona.save')}
          </Button>
        </>
      }
    >
      <div className={styles.persona}>
        <div className={styles.picture}>
          {portrait && <SceneSvg width={PICTURE.w} height={PICTURE.h} items={portraitScene(portrait, PICTURE)} />}
        </div>
        <div className={styles.fields}>
          {field('name', { autoFocus: true, className: styles.name })}
          {field('age', { className: styles.age })}
          {field('role')}
          {field('place')}
          {field('facts', { className: styles.wide, multiline: true })}
          {field('quote', { className: `${styles.wide ?? ''} ${styles.voice ?? ''}`, multiline: true })}
        </div>
      </div>
      <fieldset className={styles.choices}>
        <legend>{t('board.persona.portrait')}</legend>
        {[...PORTRAITS, ...ownPortrait].map((each, at) => (
          <label key={`${each.hair} ${each.background}`} className={styles.choice}>
            <input
              type="radio"
              name="portrait"
              aria-label={t('board.persona.portraitOf', { number: at + 1 })}
              checked={same(each, portrait)}
              onChange={() => setPortrait(each)}
            />
            <SceneSvg
              width={66}
              height={66}
              items={portraitScene(each, { x: 0, y: 0, w: 66, h: 66 }, { view: { x: 20, y: 26, w: 160, h: 160 } })}
            />
          </label>
        ))}
      </fieldset>
    </Dialog>
  );
}
