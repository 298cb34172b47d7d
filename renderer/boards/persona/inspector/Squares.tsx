import type { Strength } from '@shared/boards/persona/strength';
import { useT } from '@/ui/useT';
import styles from './personaPanels.module.css';

const PLACES = [1, 2, 3] as const;

/** Three squares: as many full ones as the strength has, in words for those who do not see them. */
export function Squares({ squares }: Pick<Strength, 'squares'>) {
  const t = useT();
  const label = squares === null ? t('personaEditor.strength.none') : t(`persona.strength.level.${squares}`);
  return (
    <span className={styles.squares} role="img" aria-label={label} data-tip={label}>
      {PLACES.map((place) => (
        <span key={place} data-on={squares !== null && place <= squares ? '' : undefined} />
      ))}
    </span>
  );
}
