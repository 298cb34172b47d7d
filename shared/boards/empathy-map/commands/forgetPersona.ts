import type { PersonaId } from '../../../base/ids';
import { defineCommand } from '../../../document/command';
import type { EmpathyMapDoc } from '../model';

/** Leaves the map without its persona, when it is about this one. */
export const forgetPersona = defineCommand<EmpathyMapDoc, { readonly id: PersonaId }>(
  'empathy.forgetPersona',
  (draft, { id }) => {
    if (draft.info.personaId === id) draft.info.personaId = null;
  },
);
