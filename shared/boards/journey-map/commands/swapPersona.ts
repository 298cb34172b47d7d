import type { PersonaId } from '../../../base/ids';
import { type SwapPersona, swapped } from '../../../base/swapPersona';
import { defineCommand } from '../../../document/command';
import { swapLinks } from '../../../model/note';
import { peek } from '../../../model/orderKey';
import type { JourneyMapDoc } from '../model';

/** Puts another persona in the place of one, or none: then points of its curve stay, of the map's own curve from then on. */
export const swapPersona = defineCommand<JourneyMapDoc, SwapPersona>('journey.swapPersona', (draft, { id, by }) => {
  const ids = peek(draft.info).personaIds;
  if (ids.includes(id)) draft.info.personaIds = swapped<PersonaId>(ids, id, by);
  const swapIn = (all: Record<string, { readonly id: string; personaId: PersonaId | null }>) => {
    for (const item of Object.values(peek(all))) {
      const writable = item.personaId === id ? all[item.id] : undefined;
      if (writable) writable.personaId = by;
    }
  };
  swapIn(draft.emotionPoints);
  swapIn(draft.lanes);
  swapIn(draft.notes);
  swapIn(draft.ratings);
  for (const all of [draft.notes, draft.touchpoints, draft.emotionPoints]) swapLinks(all, id, by);
});
