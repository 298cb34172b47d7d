import type { PersonaId, WorkshopId } from '@shared/base/ids';
import { appStore, workspace } from './appStore';
import { showBoard, showWorkshop } from './navigate';

/** The workshop that was edited last among those that link a persona; null when none does. */
async function workshopOf(id: PersonaId): Promise<WorkshopId | null> {
  const { peek, library } = workspace();
  for (const card of library.getState().workshops) {
    const workshop = await peek<import('@shared/model/workshop').WorkshopDoc>(card.id);
    if (workshop && Object.hasOwn(workshop.personas, id)) return card.id;
  }
  return null;
}

/**
 * Shows a persona as a page: in the open workshop when that links it, else in the workshop that was edited last among those that do.
 * False when no workshop links it: then it is not opened.
 */
export async function showPersona(id: PersonaId): Promise<boolean> {
  const { open } = appStore.getState();
  if (open && Object.hasOwn(open.session.store.getState().doc.personas, id)) {
    await showBoard(id);
    return true;
  }
  const workshop = await workshopOf(id);
  if (workshop) await showWorkshop(workshop, id);
  return workshop !== null;
}
