import type { PersonaId } from '@shared/base/ids';
import { useStore } from 'zustand/react';
import { closeDialog, workspace } from '@/app/appStore';
import { linkPersona } from '@/app/library/personas';
import { showWorkshop } from '@/app/navigate';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { useT } from '@/ui/useT';
import styles from './dialogs.module.css';

/** Every workshop that links a persona, with the boards that show it. */
export function UsesDialog({ personaId }: { readonly personaId: PersonaId }) {
  const t = useT();
  const { personas, workshops } = useStore(workspace().library);
  const card = personas.find(({ id }) => id === personaId);
  const linked = workshops.filter(({ id }) => card?.workshops.includes(id));
  const others = workshops.filter(({ id }) => !card?.workshops.includes(id));
  const boardsOf = (workshop: (typeof linked)[number]) =>
    workshop.boards
      .filter(({ id }) => card?.uses.some(({ boardId }) => boardId === id))
      .map(({ title }) => title || t('board.untitled'))
      .join(', ');
  return (
    <Dialog title={t('library.uses.title', { name: card?.name || t('persona.unnamed') })} onClose={closeDialog}>
      {linked.length === 0 && <p>{t('library.uses.none')}</p>}
      <ul className={styles.uses}>
        {linked.map((workshop) => {
          const title = workshop.title || t('home.card.untitled');
          return (
            <li key={workshop.id}>
              <span>
                <b>{title}</b>
                <span>{boardsOf(workshop) || t('library.uses.noBoard')}</span>
              </span>
              <Button
                size="small"
                icon="link-break"
                aria-label={t('library.uses.unlink', { title })}
                onClick={() => void linkPersona(personaId, workshop.id, title, false)}
              />
              <Button
                size="small"
                icon="arrow-right"
                onClick={() => {
                  closeDialog();
                  void showWorkshop(workshop.id);
                }}
              >
                {t('library.uses.open')}
              </Button>
            </li>
          );
        })}
      </ul>
      {others.length > 0 && (
        <>
          <h3 className={styles.others}>{t('library.uses.others')}</h3>
          <ul className={styles.uses}>
            {others.map((workshop) => {
              const title = workshop.title || t('home.card.untitled');
              return (
                <li key={workshop.id}>
                  <span>
                    <b>{title}</b>
                  </span>
                  <Button
                    size="small"
                    icon="link"
                    aria-label={t('library.uses.linkTo', { title })}
                    onClick={() => void linkPersona(personaId, workshop.id, title, true)}
                  >
                    {t('library.uses.link')}
                  </Button>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </Dialog>
  );
}
