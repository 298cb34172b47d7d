import type { PersonaId } from '@shared/base/ids';
import { momentText } from '@/app/dateText';
import { askErase } from '@/app/library/erase';
import { restorePersonas } from '@/app/library/personas';
import type { TrashedPersona } from '@/session/library';
import { Button } from '@/ui/Button';
import { classNames } from '@/ui/classNames';
import { EmptyState } from '@/ui/EmptyState';
import { useLang } from '@/ui/preferences';
import { useT } from '@/ui/useT';
import homeStyles from '../home/HomeScreen.module.css';
import { roleLine } from './cardParts';
import { PersonaPicture } from './PersonaPicture';
import styles from './TrashView.module.css';
import { showTrash } from './view';

/** Lines drawn; those before them come when these are gone. */
const MOST = 300;

/** Deleted personas with the day they were deleted: each comes back or is erased for good, or all of them are. */
export function TrashView({ personas }: { readonly personas: readonly TrashedPersona[] }) {
  const t = useT();
  const ids = (list: readonly TrashedPersona[]): readonly PersonaId[] => list.map(({ id }) => id);
  return (
    <>
      <header className={homeStyles.head}>
        <h1>{t('library.trash.title')}</h1>
        <span className={classNames(homeStyles.count, styles.count)} aria-live="polite">
          {t('library.count', { count: personas.length })}
        </span>
        <Button icon="arrow-left" onClick={() => showTrash(false)}>
          {t('library.trash.back')}
        </Button>
        {personas.length > 0 && (
          <Button icon="trash" variant="danger" onClick={() => askErase(ids(personas))}>
            {t('library.trash.empty')}
          </Button>
        )}
      </header>
      {personas.length === 0 ? (
        <div className={styles.list}>
          <EmptyState title={t('library.trash.none')} text={t('library.trash.noneText')} />
        </div>
      ) : (
        <ul className={styles.list} aria-label={t('library.trash.title')}>
          {personas.slice(0, MOST).map((card) => (
            <Line key={card.id} card={card} />
          ))}
          {personas.length > MOST && (
            <li className={styles.more}>{t('library.trash.more', { count: personas.length - MOST })}</li>
          )}
        </ul>
      )}
    </>
  );
}

function Line({ card }: { readonly card: TrashedPersona }) {
  const t = useT();
  const lang = useLang();
  const name = card.name || t('persona.unnamed');
  const when = momentText(card.trashedAt, Date.now(), lang, t);
  const said = [t('library.trash.when', { when })];
  if (card.uses.length > 0) said.push(t('library.card.maps', { count: card.uses.length }));
  return (
    <li className={styles.line}>
      <span className={styles.picture}>
        <PersonaPicture card={card} width={72} height={52} />
      </span>
      <span className={styles.words}>
        <b>{name}</b>
        <span>{roleLine(card)}</span>
        <span>{said.join(', ')}</span>
      </span>
      <Button
        size="small"
        icon="arrow-counter-clockwise"
        aria-label={t('library.trash.restoreOne', { name })}
        onClick={() => void restorePersonas([card.id])}
      >
        {t('library.trash.restore')}
      </Button>
      <Button
        size="small"
        icon="trash"
        aria-label={t('library.trash.eraseOne', { name })}
        onClick={() => askErase([card.id])}
      >
        {t('library.trash.erase')}
      </Button>
    </li>
  );
}
