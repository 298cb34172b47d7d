import type { Strength } from '@shared/boards/persona/strength';
import { useT } from '@/ui/useT';
import styles from './personaPanels.module.css';

const PLACES = [1, 2, 3] as const;

/** Three squares, as many full ones as the strength has, after how many claims are sourced: `3 sur 4`. The whole of it in words is the tip. */
export function Squares({ strength: { squares, sourced, all } }: { readonly strength: Strength }) {
  const t = useT();
  const level = squares === null ? t('personaEditor.strength.none') : t(`persona.strength.level.${squares}`);
  const label = all === 0 ? level : `${level}, ${t('persona.strength.sourced', { count: sourced, all })}`;
  return (
    <span className={styles.squares} role="img" aria-label={label} data-tip={label}>
      {all > 0 && <small>{t('persona.strength.ratio', { sourced, all })}</small>}
      {PLACES.map((place) => (
        <i key={place} data-on={squares !== null && place <= squares ? '' : undefined} />
      ))}
    </span>
  );
}
