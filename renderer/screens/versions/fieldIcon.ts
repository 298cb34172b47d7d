import { type FactId, STANDARD_BLOCKS, standardBlock } from '@shared/boards/persona/blocks';
import type { ChangeField, PlainField } from '@shared/boards/persona/changes';
import type { IconName } from '@shared/scene/icons';

const PLAIN: Readonly<Record<PlainField, IconName>> = {
  name: 'user',
  tagline: 'user-focus',
  quote: 'quotes',
  portrait: 'user-circle',
  photo: 'image',
  facts: 'text-aa',
  kind: 'target',
  tags: 'tag',
  owner: 'user',
  lastReviewed: 'calendar-check',
  archived: 'tray',
  favourite: 'star',
  template: 'squares-four',
};

const FACTS: Readonly<Record<FactId, IconName>> = {
  age: 'calendar-blank',
  gender: 'user',
  role: 'clipboard-text',
  sector: 'buildings',
  responsibility: 'flag',
  income: 'currency-eur',
  budget: 'currency-eur',
  education: 'scroll',
  family: 'users',
  place: 'map-pin',
  segment: 'chart-bar',
};

/** The sign of a field, the one it has on the page where it has one there. */
export function fieldIcon(field: ChangeField): IconName {
  if (field.kind === 'info') return PLAIN[field.name];
  if (field.kind === 'fact') return FACTS[field.name];
  if (field.kind === 'evidence') return 'seal-check';
  if (field.kind === 'translations') return 'translate';
  const standard = standardBlock(field.id);
  return standard ? STANDARD_BLOCKS[standard].icon : 'list-bullets';
}
