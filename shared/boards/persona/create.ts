import type { CreateArgs } from '../boardKind';
import type { PersonaDoc } from './model';
import { personaFrom, presetTemplate } from './templates';

/** A new persona on the page of a preset, with a name and nothing else. */
export function createPersona({ title, newId, preset }: CreateArgs): PersonaDoc {
  const doc = personaFrom(presetTemplate(preset), newId);
  return { ...doc, info: { ...doc.info, name: title } };
}
