import type { Lang, TranslateFn } from '@shared/i18n/translate';
import type { IconName } from '@shared/scene/icons';
import { COLUMN_TYPES, type ColumnType, type Reading } from '@shared/table/model';
import { plainNumber } from '@shared/table/words';

const ICONS: Readonly<Record<ColumnType, IconName>> = {
  number: 'hash',
  rating: 'chart-line',
  category: 'tag',
  yesno: 'check-circle',
  date: 'calendar-blank',
  text: 'text-aa',
  identifier: 'key',
  email: 'envelope-simple',
  phone: 'phone',
  name: 'user',
  ignored: 'eye-slash',
};

export const typeIcon = ({ type, unit }: Reading): IconName => (unit === '€' ? 'currency-eur' : ICONS[type]);

/** A type in words; a rating says its scale. */
export function typeWords(
  type: ColumnType,
  { min, max }: Pick<Reading, 'min' | 'max'>,
  t: TranslateFn,
  lang: Lang,
): string {
  if (type !== 'rating') return t(`tables.type.${type}`);
  if (min === null || max === null) return t('tables.type.ratingAny');
  return t('tables.type.rating', { min: plainNumber(min, lang), max: plainNumber(max, lang) });
}

/** What a column can be read as, in the order they are offered. */
export const OFFERED_TYPES: readonly ColumnType[] = COLUMN_TYPES;

/** The reading that choosing a type by hand means: limits of another type do not come along. */
export function readingAs(reading: Reading, type: ColumnType): Reading {
  if (type === reading.type) return reading;
  const unit = type === 'number' ? reading.unit : '';
  const base: Reading = { ...reading, type, min: null, max: null, unit, blankIsNo: false };
  if (type === 'rating') return { ...base, min: 0, max: 10 };
  return base;
}
