import type { PersonaDoc } from '@shared/boards/persona/model';
import { blockTitle, evidenceTitle, factLabel } from '@shared/boards/persona/words';
import type { TranslateFn } from '@shared/i18n/translate';
import type { Target } from '@shared/scene/primitives';
import { blockOf, evidenceById, factOf } from './entities';

/** A target in words: `Freins, ligne`, `Profession`, `Entretien 4`. */
export function targetLabel(doc: PersonaDoc, target: Target, t: TranslateFn): string {
  const block = blockOf(doc, target);
  const fact = factOf(target);
  switch (target.kind) {
    case 'portrait':
      return t('persona.change.portrait');
    case 'name':
      return t('persona.change.name');
    case 'tagline':
      return t('persona.change.tagline');
    case 'quote':
      return t('persona.change.quote');
    case 'fact':
      return fact ? factLabel(doc, fact, { t }) : t('persona.name');
    case 'fact-label':
      return fact ? t('personaEditor.select.label', { title: factLabel(doc, fact, { t }) }) : t('persona.name');
    case 'evidence': {
      const item = evidenceById(doc, target.id);
      return item ? evidenceTitle(item, { t }) : t('persona.name');
    }
    case 'block':
    case 'prompt':
      return block ? blockTitle(block, { t }) : t('persona.name');
    case 'block-title':
      return block ? t('personaEditor.select.title', { title: blockTitle(block, { t }) }) : t('persona.name');
    case 'block-note':
      return block ? t('personaEditor.select.note', { title: blockTitle(block, { t }) }) : t('persona.name');
    default:
      return block ? t('personaEditor.select.entry', { title: blockTitle(block, { t }) }) : t('persona.name');
  }
}
