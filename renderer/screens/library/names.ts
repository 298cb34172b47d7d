import type { TranslateFn } from '@shared/i18n/translate';
import type { Facet } from './facetCodes';

const VALUES = {
  state: { favourite: 'favourite', used: 'used', archived: 'archived' },
  kind: { primary: 'primary', secondary: 'secondary', negative: 'negative' },
  strength: { solid: 'solid', partly: 'partly', hypotheses: 'hypotheses', none: 'noClaim' },
  maps: { 'empathy-map': 'empathy', 'journey-map': 'journey', none: 'noMap' },
} as const;

/** How a value of a facet is called; sectors and tags are called what the user wrote. */
export function valueName(facet: Facet, value: string, t: TranslateFn): string {
  if (facet === 'sector') return value || t('library.value.noSector');
  if (facet === 'tags') return value;
  const names: Readonly<Record<string, keyof typeof NAMES>> = VALUES[facet];
  const name = names[value];
  return name ? t(NAMES[name]) : value;
}

const NAMES = {
  favourite: 'library.value.favourite',
  used: 'library.value.used',
  archived: 'library.value.archived',
  primary: 'library.value.primary',
  secondary: 'library.value.secondary',
  negative: 'library.value.negative',
  solid: 'library.value.solid',
  partly: 'library.value.partly',
  hypotheses: 'library.value.hypotheses',
  noClaim: 'library.value.noClaim',
  empathy: 'library.value.empathy',
  journey: 'library.value.journey',
  noMap: 'library.value.noMap',
} as const;

/** The name of a value where its facet is not written above it. */
export function chipName(facet: Facet, value: string, t: TranslateFn): string {
  if (facet === 'strength' && (value === 'solid' || value === 'partly')) return t(`library.chip.${value}`);
  return valueName(facet, value, t);
}
