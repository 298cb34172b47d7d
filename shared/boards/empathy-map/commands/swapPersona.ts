import type { SwapPersona } from '../../../base/swapPersona';
import { defineCommand } from '../../../document/command';
import { swapLinks } from '../../../model/note';
import type { EmpathyMapDoc } from '../model';

/** Makes a map that is about one persona be about another, or about none. */
export const swapPersona = defineCommand<EmpathyMapDoc, SwapPersona>('empathy.swapPersona', (draft, { id, by }) => {
  if (draft.info.personaId === id) draft.info.personaId = by;
  swapLinks(draft.notes, id, by);
});
