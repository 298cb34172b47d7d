import type { PersonaId, WorkshopId } from '@shared/base/ids';
import { fail, ok, type Result } from '@shared/base/result';
import type { PersonaDoc } from '@shared/boards/persona/model';
import type { AnyDoc } from '@shared/model/document';
import type { WorkshopDoc } from '@shared/model/workshop';
import { createStore } from 'zustand/vanilla';
import type { Session } from '@/session/session';
import type { Workspace } from '@/session/workspaceApi';
import type { OpenWorkshop } from './openWorkshop';

/** Stands for the workshop where there is none; no stored workshop has this id. */
export const ALONE = 'alone' as WorkshopId;

/** A workshop with one persona and nothing else, which is neither stored nor changed: what the frame reads of a persona by itself. */
function nowhere(id: PersonaId, flush: Session['flush']): Session<WorkshopDoc> {
  const doc: WorkshopDoc = {
    kind: 'workshop',
    schema: 3,
    translations: {},
    info: { title: '', client: '', place: '', date: '', sample: false, logo: null },
    boards: {},
    personas: { [id]: { id, order: 'a0' } },
  };
  return {
    docId: ALONE,
    store: createStore(() => ({ doc, editable: false, undoLabel: null, redoLabel: null })),
    run: () => undefined,
    whenEditable: () => undefined,
    undo: () => undefined,
    redo: () => undefined,
    flush,
    close: async () => undefined,
  };
}

/** Opens a persona of the library by itself: the same page, panels and posters as in a workshop, without one around it. */
export async function openAlone(workspace: Workspace, id: PersonaId): Promise<Result<OpenWorkshop>> {
  const opened = await workspace.openDoc<PersonaDoc>(id);
  if (!opened.ok) return opened;
  const session = opened.value;
  const any = session as unknown as Session<AnyDoc>;
  const personas = createStore(() => ({ [id]: session.store.getState().doc }));
  session.store.subscribe((state, before) => {
    if (state.doc !== before.doc) personas.setState({ [id]: state.doc });
  });
  return ok({
    id: ALONE,
    alone: id,
    session: nowhere(id, session.flush),
    personas,
    handle: createStore<ReturnType<OpenWorkshop['handle']['getState']>>(() => ({ handle: null })),
    boardNow: (sheet) => (sheet === id ? any : null),
    board: async (sheet) => (sheet === id ? ok(any) : fail({ code: 'document-missing', id: sheet })),
    persona: (sheet) => (sheet === id ? session : null),
    personasSettled: async () => undefined,
    close: session.close,
  });
}
