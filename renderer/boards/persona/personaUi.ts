import type { PersonaDoc } from '@shared/boards/persona/model';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Session } from '@/session/session';

/** What stands over the page. */
export type PersonaWindow = 'portrait' | 'photo';

export interface PersonaUi {
  readonly window: PersonaWindow | null;
}

const known = new WeakMap<Session<PersonaDoc>, StoreApi<PersonaUi>>();

/** What the page of a persona shows over itself. */
export function personaUi(session: Session<PersonaDoc>): StoreApi<PersonaUi> {
  const found = known.get(session);
  if (found) return found;
  const made = createStore<PersonaUi>(() => ({ window: null }));
  known.set(session, made);
  return made;
}

export const openWindow = (session: Session<PersonaDoc>, window: PersonaWindow): void =>
  personaUi(session).setState({ window });
export const closeWindow = (session: Session<PersonaDoc>): void => personaUi(session).setState({ window: null });
