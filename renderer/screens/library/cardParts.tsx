import type { TranslateFn } from '@shared/i18n/translate';
import type { PersonaCard } from '@/session/library';
import { classNames } from '@/ui/classNames';
import { Icon } from '@/ui/Icon';
import { useT } from '@/ui/useT';
import styles from './PersonaTile.module.css';

/** The line under the name: what the person does, and where. */
export const roleLine = ({ role, tagline, place }: PersonaCard): string =>
  [capital(role || tagline), place].filter(Boolean).join(', ');

/** A profession is written within a sentence, and shown by itself. */
export const capital = (text: string): string => text.slice(0, 1).toLocaleUpperCase() + text.slice(1);

/** On how many maps the persona is. */
export const mapsText = (card: PersonaCard, t: TranslateFn): string =>
  card.uses.length === 0 ? t('library.card.noMap') : t('library.card.maps', { count: card.uses.length });

/** The box that selects a persona. */
export function Box({ on, line }: { readonly on: boolean; readonly line?: boolean }) {
  return (
    <span className={classNames(line ? styles.lineBox : styles.box, on && styles.boxOn)} data-box>
      {on && <Icon name="check" size={13} />}
    </span>
  );
}

/** The star of a favourite. */
export function Star() {
  const t = useT();
  return (
    <span className={styles.star} role="img" aria-label={t('library.card.favourite')}>
      <Icon name="star-fill" size={15} />
    </span>
  );
}
