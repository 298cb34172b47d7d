import type { TranslateFn } from '@shared/i18n/translate';
import { capital } from './cardParts';
import type { Facet } from './facetCodes';

const VALUES = {
  role: {
    buyer: 'buyer',
    user: 'user',
    citizen: 'citizen',
    patient: 'patient',
    employee: 'employee',
    none: 'unstated',
  },
  state: { favourite: 'favourite', used: 'used', archived: 'archived' },
  kind: { primary: 'primary', secondary: 'secondary', negative: 'negative' },
  strength: { solid: 'solid', partly: 'partly', hypotheses: 'hypotheses', none: 'noClaim' },
  maps: { 'empathy-map': 'empathy', 'journey-map': 'journey', none: 'noMap' },
} as const;

/** How a value of a facet is called; sectors, occupations and tags are called what the user wrote. */
export function valueName(facet: Facet, value: string, t: TranslateFn): string {
  if (facet === 'occupation') return capital(value) || t('library.value.unstated');
  if (facet === 'sector' || facet === 'tags') return value || t('library.value.unstated');
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
  buyer: 'library.value.buyer',
  user: 'library.value.user',
  citizen: 'library.value.citizen',
  patient: 'library.value.patient',
  employee: 'library.value.employee',
  unstated: 'library.value.unstated',
} as const;

/** The name of a value where its facet is not written above it. */
export function chipName(facet: Facet, value: string, t: TranslateFn): string {
  if (facet === 'role' && value === 'none') return t('library.chip.noRole');
  if (facet === 'sector' && value === '') return t('library.chip.noSector');
  if (facet === 'occupation' && value === '') return t('library.chip.noOccupation');
  if (facet === 'strength' && (value === 'solid' || value === 'partly')) return t(`library.chip.${value}`);
  return valueName(facet, value, t);
}
