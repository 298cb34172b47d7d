import type { AppError } from '@shared/base/appError';
import type { BoardId, PersonaId, WorkshopId } from '@shared/base/ids';
import { ok, type Result } from '@shared/base/result';
import type { PersonaDoc } from '@shared/boards/persona/model';
import { boardKind } from '@shared/boards/registry';
import type { AnyDoc, SheetKindId } from '@shared/model/document';
import type { WorkshopDoc } from '@shared/model/workshop';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BoardHandle } from '@/session/boardHandle';
import type { Session } from '@/session/session';
import type { SheetId } from '@/session/sheetRef';
import type { Workspace } from '@/session/workspaceApi';

export type Personas = Readonly<Record<PersonaId, PersonaDoc>>;

/** The workshop on screen: its own session, the boards visited so far, its personas. */
export interface OpenWorkshop {
  readonly id: WorkshopId;
  /** The persona of the library that is shown by itself, with no workshop around it; null in a workshop. */
  readonly alone: PersonaId | null;
  readonly session: Session<WorkshopDoc>;
  readonly personas: StoreApi<Personas>;
  /** The board on screen drives the rail, the menus and the palette through this. */
  readonly handle: StoreApi<{ readonly handle: BoardHandle | null }>;
  /** The session of a board, opened at the first visit and kept, with its undo history, until the workshop is left; or of a persona. */
  readonly board: (id: SheetId) => Promise<Result<Session<AnyDoc>>>;
  readonly boardNow: (id: SheetId) => Session<AnyDoc> | null;
  readonly persona: (id: PersonaId) => Session<PersonaDoc> | null;
  /** Resolves once every persona that is linked now has been opened. */
  readonly personasSettled: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opens a workshop and its personas; boards follow when they are asked for. */
export async function openWorkshop(workspace: Workspace, id: WorkshopId): Promise<Result<OpenWorkshop>> {
  const opened = await workspace.openDoc<WorkshopDoc>(id);
  if (!opened.ok) return opened;
  const session = opened.value;
  const boards = new Map<BoardId, Session<AnyDoc>>();
  const people = createPersonas(workspace, session);
  await people.settled();
  // A persona is one document with one history, wherever it is edited from.
  const sheetNow = (sheetId: SheetId): Session<AnyDoc> | null =>
    boards.get(sheetId as BoardId) ?? (people.session(sheetId as PersonaId) as unknown as Session<AnyDoc> | null);
  return ok({
    id,
    alone: null,
    session,
    personas: people.store,
    handle: createStore<{ handle: BoardHandle | null }>(() => ({ handle: null })),
    boardNow: sheetNow,
    board: async (boardId) => {
      const known = sheetNow(boardId);
      if (known) return ok(known);
      const board = await workspace.openDoc<AnyDoc>(boardId);
      if (board.ok) {
        boards.set(boardId as BoardId, board.value);
        const { doc } = board.value.store.getState();
        await boardKind(doc.kind as SheetKindId).prepare?.(doc);
      }
      return board;
    },
    persona: people.session,
    personasSettled: people.settled,
    close: async () => {
      people.stop();
      await Promise.all([...boards.values(), ...people.sessions(), session].map((each) => each.close()));
    },
  });
}

interface PersonaSessions {
  readonly store: StoreApi<Personas>;
  readonly session: (id: PersonaId) => Session<PersonaDoc> | null;
  readonly sessions: () => readonly Session<PersonaDoc>[];
  readonly settled: () => Promise<void>;
  readonly stop: () => void;
}

/** Follows the personas a workshop refers to: those added later are opened, each change reaches the store. */
function createPersonas(workspace: Workspace, workshop: Session<WorkshopDoc>): PersonaSessions {
  const store = createStore<Personas>(() => ({}));
  const sessions = new Map<PersonaId, Session<PersonaDoc>>();
  const asked = new Map<PersonaId, Promise<AppError | null>>();
  const show = (id: PersonaId, doc: PersonaDoc) => store.setState({ ...store.getState(), [id]: doc }, true);

  const open = async (id: PersonaId): Promise<AppError | null> => {
    const opened = await workspace.openDoc<PersonaDoc>(id);
    // A persona that is not here leaves its place empty; the board is drawn without it.
    if (!opened.ok) return opened.error;
    sessions.set(id, opened.value);
    show(id, opened.value.store.getState().doc);
    opened.value.store.subscribe((state, before) => state.doc !== before.doc && show(id, state.doc));
    return null;
  };
  const follow = (doc: WorkshopDoc) => {
    for (const { id } of Object.values(doc.personas)) if (!asked.has(id)) asked.set(id, open(id));
  };
  follow(workshop.store.getState().doc);
  const stop = workshop.store.subscribe((state, before) => {
    if (state.doc.personas !== before.doc.personas) follow(state.doc);
  });
  return {
    store,
    session: (id) => sessions.get(id) ?? null,
    sessions: () => [...sessions.values()],
    settled: async () => {
      await Promise.all(asked.values());
    },
    stop,
  };
}
