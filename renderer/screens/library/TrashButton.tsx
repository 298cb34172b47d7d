import type { TrashedPersona } from '@/session/library';
import { Icon } from '@/ui/Icon';
import { formatNumber } from '@/ui/numberText';
import { useLang } from '@/ui/preferences';
import { useT } from '@/ui/useT';
import sideStyles from '../home/HomeSide.module.css';
import styles from './Facets.module.css';
import { showTrash } from './view';

interface ButtonProps {
  readonly personas: readonly TrashedPersona[];
  readonly shown: boolean;
}

/** The way to the deleted personas, with how many there are. */
export function TrashButton({ personas, shown }: ButtonProps) {
  const t = useT();
  const lang = useLang();
  return (
    <button
      type="button"
      className={sideStyles.line}
      aria-current={shown ? 'page' : undefined}
      onClick={() => showTrash(!shown)}
    >
      <Icon name="trash" size={16} />
      <span>{t('library.trash.title')}</span>
      <span className={styles.count}>{formatNumber(personas.length, lang)}</span>
    </button>
  );
}
