import type { Strength } from '@shared/boards/persona/strength';
import { partStyles } from '@/editor/inspector/parts';
import { useT } from '@/ui/useT';

/** How many claims are sourced, in words: `3 lignes sur 4 sourcées`. */
export function SourcedLine({ strength: { sourced, all } }: { readonly strength: Strength }) {
  const t = useT();
  return all > 0 && <p className={partStyles.note}>{t('persona.strength.sourced', { count: sourced, all })}</p>;
}
