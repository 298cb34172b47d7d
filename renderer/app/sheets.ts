import type { PersonaId } from '@shared/base/ids';
import type { WorkshopDoc } from '@shared/model/workshop';
import { boardsInOrder, personasInOrder } from '@shared/model/workshopCommands';
import type { SheetRef } from '@/session/sheetRef';
import type { OpenWorkshop, Personas } from './openWorkshop';

/** A persona as a sheet on screen. */
export const personaSheet = (id: PersonaId, personas: Personas): SheetRef => ({
  id,
  kind: 'persona',
  title: personas[id]?.info.name ?? '',
});

/** The personas of a workshop that are here, as sheets, in their order. */
export const personaSheets = (workshop: WorkshopDoc, personas: Personas): readonly SheetRef[] =>
  personasInOrder(workshop).flatMap(({ id }) => (personas[id] ? [personaSheet(id, personas)] : []));

/** Everything that can be shown of a workshop: its boards, then its personas. */
export function sheetsOf(open: OpenWorkshop): readonly SheetRef[] {
  const workshop = open.session.store.getState().doc;
  return [...boardsInOrder(workshop), ...personaSheets(workshop, open.personas.getState())];
}
