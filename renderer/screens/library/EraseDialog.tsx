import type { PersonaId } from '@shared/base/ids';
import { useState } from 'react';
import { closeDialog, workspace } from '@/app/appStore';
import { cardsOf } from '@/app/library/chosen';
import { erasePersonas } from '@/app/library/erase';
import type { EraseStep } from '@/session/erase';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Icon } from '@/ui/Icon';
import { useT } from '@/ui/useT';
import styles from './dialogs.module.css';

/** Names and workshops written out; the rest is counted. */
const MOST = 8;

/** Asks before personas are gone for good: what goes with them, which maps they stand on, and that nothing brings them back. */
export function EraseDialog({ ids }: { readonly ids: readonly PersonaId[] }) {
  const t = useT();
  // What it said when it was asked: the cards leave while it is being done.
  const [{ cards, places }] = useState(() => linksOf(ids, t));
  const [step, setStep] = useState<EraseStep | null>(null);
  const erase = async () => {
    if (step) return;
    setStep('documents');
    await erasePersonas(ids, setStep);
    closeDialog();
  };
  const [first] = cards;
  const name = first?.name || t('persona.unnamed');
  const title =
    cards.length === 1 ? t('library.erase.title', { name }) : t('library.erase.titleMany', { count: cards.length });
  return (
    <Dialog
      alert
      title={title}
      onClose={() => step || closeDialog()}
      footer={
        <>
          <span role="status" className={styles.step}>
            {step && t(`library.erase.step.${step}`)}
          </span>
          <Button disabled={step !== null} onClick={closeDialog}>
            {t('common.cancel')}
          </Button>
          <Button variant="danger" icon="trash" disabled={step !== null} onClick={() => void erase()}>
            {t('library.erase.erase')}
          </Button>
        </>
      }
    >
      {cards.length > 1 && (
        <p className={styles.said}>
          {listed(
            cards.map((card) => card.name || t('persona.unnamed')),
            t,
          )}
        </p>
      )}
      <p className={styles.warning}>
        <Icon name="warning" size={18} />
        <b>{t('library.erase.final')}</b>
      </p>
      <p className={styles.said}>{t('library.erase.what', { count: cards.length })}</p>
      {places.length === 0 ? (
        <p className={styles.said}>{t('library.erase.noMap', { count: cards.length })}</p>
      ) : (
        <>
          <p className={styles.said}>{t('library.erase.maps', { count: cards.length })}</p>
          <ul className={styles.places}>
            {places.slice(0, MOST).map(({ id, title: workshop, boards }) => (
              <li key={id}>
                <b>{workshop}</b>
                {boards && <span className={styles.boards}>{boards}</span>}
              </li>
            ))}
            {places.length > MOST && <li>{t('library.erase.more', { count: places.length - MOST })}</li>}
          </ul>
        </>
      )}
      <p className={styles.quiet}>{t('library.erase.outside', { count: cards.length })}</p>
    </Dialog>
  );
}

function linksOf(ids: readonly PersonaId[], t: ReturnType<typeof useT>) {
  const { personas, personaTrash, workshops } = workspace().library.getState();
  const cards = cardsOf([...personas, ...personaTrash], ids);
  const linked = new Set(cards.flatMap((card) => card.workshops));
  const shown = new Set(cards.flatMap(({ uses }) => uses.map(({ boardId }) => boardId)));
  const places = workshops
    .filter(({ id }) => linked.has(id))
    .map(({ id, title, boards }) => ({
      id,
      title: title || t('home.card.untitled'),
      boards: boards
        .filter((board) => shown.has(board.id))
        .map((board) => board.title || t('board.untitled'))
        .join(', '),
    }));
  return { cards, places };
}

function listed(names: readonly string[], t: ReturnType<typeof useT>): string {
  const more = names.length - MOST;
  const list = names.slice(0, MOST).join(', ');
  return more > 0 ? `${list} ${t('common.files.andMore', { count: more })}` : list;
}
