import type { TranslateFn } from '../../i18n/translate';
import type { ChangeField } from './changes';
import type { PersonaDoc } from './model';
import { blockTitle, factLabel } from './words';

/** What a field is called, on the side that has it. */
export function fieldName(field: ChangeField, before: PersonaDoc, after: PersonaDoc, t: TranslateFn): string {
  switch (field.kind) {
    case 'info':
      return t(`persona.change.${field.name}`);
    case 'fact':
      return factLabel(after, field.name, { t });
    case 'block': {
      const block = after.blocks[field.id] ?? before.blocks[field.id];
      return block ? blockTitle(block, { t }) : t('persona.blockUntitled');
    }
    case 'evidence':
      return t('persona.change.evidence');
    case 'translations':
      return t('persona.change.translations');
  }
}
