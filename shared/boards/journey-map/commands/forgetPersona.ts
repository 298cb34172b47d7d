import type { PersonaId } from '../../../base/ids';
import { defineCommand } from '../../../document/command';
import { peek } from '../../../model/orderKey';
import type { JourneyMapDoc } from '../model';

/** Takes every reference to a persona off the map; points of its curve stay, of the map's own curve from then on. */
export const forgetPersona = defineCommand<JourneyMapDoc, { readonly id: PersonaId }>(
  'journey.forgetPersona',
  (draft, { id }) => {
    if (peek(draft.info).personaIds.includes(id))
      draft.info.personaIds = peek(draft.info).personaIds.filter((other) => other !== id);
    for (const point of Object.values(peek(draft.emotionPoints))) {
      const writable = point.personaId === id ? draft.emotionPoints[point.id] : undefined;
      if (writable) writable.personaId = null;
    }
  },
);
