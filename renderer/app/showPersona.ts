import type { PersonaId, WorkshopId } from '@shared/base/ids';
import type { WorkshopDoc } from '@shared/model/workshop';
import { appStore, workspace } from './appStore';
import { showAlone, showBoard, showWorkshop, wantToShow } from './navigate';

/** The workshop that was edited last among those that link a persona; null when none does. */
async function workshopOf(id: PersonaId): Promise<WorkshopId | null> {
  const { peek, library } = workspace();
  for (const card of library.getState().workshops) {
    const workshop = await peek<WorkshopDoc>(card.id);
    if (workshop && Object.hasOwn(workshop.personas, id)) return card.id;
  }
  return null;
}

/**
 * Shows a persona as a page: in the open workshop when that links it, else in the workshop that was edited last among those that do,
 * else by itself.
 */
export async function showPersona(id: PersonaId): Promise<void> {
  const { open } = appStore.getState();
  if (open && Object.hasOwn(open.session.store.getState().doc.personas, id)) return showBoard(id);
  const isWanted = wantToShow();
  const workshop = await workshopOf(id);
  // The second click of a double click, or somebody who left again, came later.
  if (!isWanted()) return;
  return workshop ? showWorkshop(workshop, id) : showAlone(id);
}
