import { type PersonaTemplate, PRESET_IDS, PRESETS, presetTemplate } from '@shared/boards/persona/templates';
import { cleanText } from '@shared/model/cleanText';
import { useState } from 'react';
import { closeDialog } from '@/app/appStore';
import { focusBoard } from '@/app/focusBoard';
import { createPersona } from '@/app/personas';
import { deleteTemplate, keepTemplate, type OwnTemplate, renameTemplate, useTemplates } from '@/app/templates';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Icon } from '@/ui/Icon';
import { TextField } from '@/ui/TextField';
import { useT } from '@/ui/useT';
import styles from './NewPersonaDialog.module.css';

interface Choice {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly size: string;
  readonly template: PersonaTemplate;
  /** It was made here, of a persona: it can be renamed and deleted. */
  readonly own: OwnTemplate | null;
}

function useChoices(own: readonly OwnTemplate[]): readonly Choice[] {
  const t = useT();
  return [
    ...PRESET_IDS.map((id) => ({
      id,
      name: t(PRESETS[id].name),
      about: t(PRESETS[id].about),
      size: t('personaEditor.blockCount', { count: PRESETS[id].blocks.length }),
      template: presetTemplate(id),
      own: null,
    })),
    ...own.map((each) => ({
      id: each.id,
      name: each.template.name,
      about: t('personaEditor.template.own'),
      size: t('personaEditor.blockCount', { count: each.template.blocks.length }),
      template: each.template,
      own: each,
    })),
  ];
}

/** A new persona: a name, and which page it starts on. */
export function NewPersonaDialog() {
  const t = useT();
  const choices = useChoices(useTemplates());
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState(choices[0]?.id ?? 'blank');
  const [busy, setBusy] = useState(false);
  const [deleted, setDeleted] = useState<OwnTemplate | null>(null);
  const gone = (own: OwnTemplate | null) => {
    setChosen(choices[0]?.id ?? 'blank');
    setDeleted(own);
  };
  const create = async () => {
    const choice = choices.find(({ id }) => id === chosen);
    if (busy || !choice) return;
    setBusy(true);
    if (!(await createPersona(choice.template, name))) return setBusy(false);
    closeDialog();
    void focusBoard();
  };
  return (
    <Dialog
      title={t('persona.newName')}
      size="large"
      onClose={closeDialog}
      footer={
        <>
          <Button onClick={closeDialog}>{t('common.cancel')}</Button>
          <Button variant="primary" icon="plus" disabled={busy} onClick={() => void create()}>
            {t('personaEditor.create.create')}
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
        <TextField
          label={t('persona.change.name')}
          placeholder={t('persona.placeholder.name')}
          value={name}
          onChange={setName}
          maxLength={200}
          autoFocus
          onSubmit={() => void create()}
        />
        <fieldset className={styles.choices}>
          <legend>{t('personaEditor.create.template')}</legend>
          {choices.map((choice) => (
            <div key={choice.id} className={styles.cell}>
              <label className={styles.choice}>
                <input
                  type="radio"
                  name="template"
                  value={choice.id}
                  checked={chosen === choice.id}
                  onChange={() => setChosen(choice.id)}
                />
                <Icon name={choice.own ? 'squares-four' : 'user-focus'} size={18} />
                <span className={styles.words}>
                  <strong>{choice.name}</strong>
                  <span>{choice.about}</span>
                  <span className={styles.size}>{choice.size}</span>
                </span>
              </label>
              {choice.own && chosen === choice.id && <OwnActs own={choice.own} onGone={() => gone(choice.own)} />}
            </div>
          ))}
        </fieldset>
        {deleted && (
          <p className={styles.deleted} role="status">
            {t('personaEditor.template.deleted', { name: deleted.template.name })}
            <Button
              size="small"
              icon="arrow-u-up-left"
              onClick={() => {
                setDeleted(null);
                void keepTemplate(deleted);
              }}
            >
              {t('common.undo')}
            </Button>
          </p>
        )}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}

/** Under an own template that is chosen: its name to change, and its end. */
function OwnActs({ own, onGone }: { readonly own: OwnTemplate; readonly onGone: () => void }) {
  const t = useT();
  const [name, setName] = useState(own.template.name);
  const rename = () => {
    const cleaned = cleanText(name).trim();
    if (cleaned !== '' && cleaned !== own.template.name) void renameTemplate(own, cleaned);
    else setName(own.template.name);
  };
  return (
    <div className={styles.acts}>
      <TextField
        label={t('personaEditor.template.rename')}
        quiet
        value={name}
        onChange={setName}
        maxLength={120}
        onSubmit={rename}
        onBlur={rename}
      />
      <Button
        size="small"
        icon="trash"
        variant="danger"
        onClick={() => {
          void deleteTemplate(own).then((done) => done && onGone());
        }}
      >
        {t('personaEditor.template.delete')}
      </Button>
    </div>
  );
}
