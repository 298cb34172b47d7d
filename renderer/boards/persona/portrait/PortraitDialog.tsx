import { setPhoto, setPortrait } from '@shared/boards/persona/commands/info';
import type { PersonaDoc, Portrait } from '@shared/boards/persona/model';
import { portraitScene } from '@shared/boards/persona/portrait';
import { randomPortrait } from '@shared/boards/persona/portraitMaker';
import { type WholePortrait, wholePortrait } from '@shared/boards/persona/portraitModel';
import { PORTRAITS } from '@shared/boards/persona/portraits';
import { useState } from 'react';
import type { BoardController } from '@/editor/boardController';
import { editKey } from '@/editor/textEditing';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { SceneSvg } from '@/ui/SceneSvg';
import { useT } from '@/ui/useT';
import { closeWindow } from '../personaUi';
import { PortraitFields } from './PortraitFields';
import styles from './portrait.module.css';

const PICTURE = { x: 0, y: 0, w: 220, h: 264 };
const SMALL = { x: 0, y: 0, w: 54, h: 54 };
const FACE = { x: 20, y: 26, w: 160, h: 160 };

const atRandom = (): Portrait => randomPortrait((count) => Math.floor(Math.random() * count));

/** Field by field: a stored portrait may hold its fields in another order. */
const same = (given: Portrait, b: WholePortrait): boolean => {
  const a = wholePortrait(given);
  return (Object.keys(a) as (keyof Portrait)[]).every((field) => a[field] === b[field]);
};

/** The cut-paper portrait: every part by hand, or another one at random. Nothing is stored before it is taken. */
export function PortraitDialog({ controller }: { readonly controller: BoardController<PersonaDoc> }) {
  const t = useT();
  const { session } = controller;
  const { info } = session.store.getState().doc;
  const [portrait, setShown] = useState<WholePortrait>(() => wholePortrait(info.portrait ?? atRandom()));
  const close = () => {
    closeWindow(session);
    controller.focusBoard();
  };
  const take = (next: Portrait | null) => {
    const mergeKey = editKey();
    session.run(setPortrait, { portrait: next }, { mergeKey });
    if (info.photo) session.run(setPhoto, { photo: null }, { mergeKey });
    close();
  };
  return (
    <Dialog
      title={t('personaEditor.portrait.title')}
      size="large"
      onClose={close}
      footer={
        <>
          <Button onClick={() => take(null)}>{t('personaEditor.portrait.none')}</Button>
          <Button onClick={close}>{t('common.cancel')}</Button>
          <Button variant="primary" icon="check" onClick={() => take(portrait)}>
            {t('personaEditor.portrait.apply')}
          </Button>
        </>
      }
    >
      <div className={styles.maker}>
        <div className={styles.side}>
          <SceneSvg
            width={PICTURE.w}
            height={PICTURE.h}
            items={portraitScene(portrait, PICTURE)}
            label={t('personaEditor.portrait.preview')}
          />
          <Button icon="arrows-clockwise" onClick={() => setShown(wholePortrait(atRandom()))}>
            {t('personaEditor.portrait.another')}
          </Button>
          <fieldset className={styles.ready}>
            <legend>{t('personaEditor.portrait.ready')}</legend>
            {Object.values(PORTRAITS).map((each, at) => (
              <button
                key={`${each.hair} ${each.background}`}
                type="button"
                aria-label={t('personaEditor.portrait.readyOf', { number: at + 1 })}
                aria-pressed={same(each, portrait)}
                onClick={() => setShown(wholePortrait(each))}
              >
                <SceneSvg width={54} height={54} items={portraitScene(each, SMALL, { view: FACE })} />
              </button>
            ))}
          </fieldset>
        </div>
        <PortraitFields portrait={portrait} onChange={(fields) => setShown((before) => ({ ...before, ...fields }))} />
      </div>
    </Dialog>
  );
}
