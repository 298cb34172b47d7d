import type { EvidenceKind } from '@shared/model/evidence';
import type { NoteColor } from '@shared/model/note';
import { useT } from '@/ui/useT';
import { EvidenceSign } from '../EvidenceSign';
import type { FilterOption } from './boardFilter';
import styles from './Filter.module.css';

/** What can be asked for, in a word: a paper by its own name, for what it stands for is long. */
export function useOptionName(): (option: Pick<FilterOption, 'key' | 'value'>) => string {
  const t = useT();
  return ({ key, value }) => {
    if (key === 'colors') return t(`editing.color.${value as NoteColor}`).split(/\s*:/)[0] ?? '';
    if (key === 'tags') return `#${value}`;
    if (key === 'authors') return value;
    if (value === 'none') return t('editing.filter.noEvidence');
    return value === 'observation' ? t('editing.bar.observed') : t(`journey.evidence.${value as EvidenceKind}`);
  };
}

/** The sign before that word: that of the evidence, the paper. */
export function OptionSign({ option }: { readonly option: Pick<FilterOption, 'key' | 'value'> }) {
  const { key, value } = option;
  if (key === 'evidence' && value !== 'none') return <EvidenceSign kind={value as EvidenceKind} />;
  if (key !== 'colors') return null;
  return <i className={styles.paper} style={{ background: `var(--note-${value})` }} />;
}
