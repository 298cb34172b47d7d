import type { PersonaId } from '../../../base/ids';
import { type SwapPersona, swapped } from '../../../base/swapPersona';
import { defineCommand } from '../../../document/command';
import { peek } from '../../../model/orderKey';
import type { JourneyMapDoc } from '../model';

/** Puts another persona in the place of one, or none: then points of its curve stay, of the map's own curve from then on. */
export const swapPersona = defineCommand<JourneyMapDoc, SwapPersona>('journey.swapPersona', (draft, { id, by }) => {
  const ids = peek(draft.info).personaIds;
  if (ids.includes(id)) draft.info.personaIds = swapped<PersonaId>(ids, id, by);
  for (const point of Object.values(peek(draft.emotionPoints))) {
    const writable = point.personaId === id ? draft.emotionPoints[point.id] : undefined;
    if (writable) writable.personaId = by;
  }
});
