import type { BoardId } from '@shared/base/ids';
import type { AnyDoc } from '@shared/model/document';
import type { BoardRef } from '@shared/model/workshop';
import { boardsInOrder } from '@shared/model/workshopCommands';
import type { Target } from '@shared/scene/primitives';
import { createStore } from 'zustand/vanilla';
import type { BoardFace } from '@/boards/boardFace';
import { boardFace } from '@/boards/registry';
import type { OtherBoard, OtherBoards } from '@/session/otherBoards';
import type { Session } from '@/session/session';
import type { SheetId } from '@/session/sheetRef';
import { workspace } from './appStore';
import { showBoard } from './navigate';
import type { OpenWorkshop } from './openWorkshop';

/** A board as others read it. */
export function otherBoard({ id, kind, title }: BoardRef, doc: AnyDoc): OtherBoard {
  const face = boardFace(kind);
  return {
    id,
    kind,
    title,
    icon: face.icon,
    stages: face.stages?.(doc) ?? null,
    linked: face.linked?.(doc) ?? [],
    pieces: face.pieces?.(doc) ?? [],
    nameOf: (target, t) => face.nameOf?.(doc, target, t) ?? null,
    textOf: (target) => face.texts(doc).find((one) => one.target.id === target.id)?.text ?? '',
  };
}

/** Resolves once the board that was asked for is on screen and can be driven. */
function whenShown(open: OpenWorkshop, before: unknown): Promise<void> {
  return new Promise((resolve) => {
    const { handle } = open.handle.getState();
    if (handle && handle !== before) return resolve();
    const stop = open.handle.subscribe((state) => {
      if (!state.handle || state.handle === before) return;
      stop();
      resolve();
    });
  });
}

/** What a board of the open workshop sees of the others. Boards that were not visited are read without being opened. */
export function otherBoardsOf(open: OpenWorkshop, self: SheetId): OtherBoards {
  const version = createStore(() => 0);
  const raise = () => version.setState((before) => before + 1, true);
  const followed = new Map<BoardId, () => void>();
  const peeked = new Map<BoardId, Promise<AnyDoc | null>>();
  const refs = () => boardsInOrder(open.session.store.getState().doc).filter(({ id }) => id !== self);

  const docOf = async (id: BoardId): Promise<AnyDoc | null> => {
    const session = open.boardNow(id);
    if (!session) {
      const reading = peeked.get(id) ?? workspace().peek<AnyDoc>(id);
      peeked.set(id, reading);
      return reading;
    }
    if (!followed.has(id)) {
      const stop = session.store.subscribe((state, before) => state.doc !== before.doc && raise());
      followed.set(id, stop);
    }
    return session.store.getState().doc;
  };
  const read = async (id: BoardId): Promise<OtherBoard | null> => {
    const ref = refs().find((one) => one.id === id);
    const doc = ref ? await docOf(id) : null;
    return ref && doc ? otherBoard(ref, doc) : null;
  };
  /** Changes another board as one step of undo there. */
  const change = async (
    id: BoardId,
    run: (face: BoardFace<AnyDoc>, session: Session<AnyDoc>) => Promise<readonly Target[] | undefined>,
  ): ReturnType<OtherBoards['carryOn']> => {
    const ref = refs().find((one) => one.id === id);
    const opened = ref ? await open.board(id) : null;
    if (!ref || !opened?.ok) return null;
    const session = opened.value;
    const targets = (await run(boardFace(ref.kind), session)) ?? [];
    const { doc } = session.store.getState();
    raise();
    if (targets.length === 0) return null;
    // Only as long as nothing else was done there: undo takes back the latest change.
    const undo = () => {
      if (session.store.getState().doc === doc) session.undo();
      raise();
    };
    return { targets, undo };
  };
  const stopWorkshop = open.session.store.subscribe((state, before) => state.doc !== before.doc && raise());

  return {
    // Of a persona too: what rests on its entries names it by its id.
    self: self as BoardId,
    version,
    list: refs,
    read,
    carryOn: (id, notes) => change(id, async (face, session) => face.carryOn?.(session, notes)),
    relink: (id, target, to, isOn) => change(id, async (face, session) => face.relink?.(session, target, to, isOn)),
    copyRow: (id, from, row) => change(id, async (face, session) => face.takeRow?.(session, from, row)),
    show: async (id, target) => {
      const { handle } = open.handle.getState();
      await showBoard(id);
      if (!target) return;
      await whenShown(open, handle);
      open.handle.getState().handle?.reveal(target);
    },
    stop: () => {
      stopWorkshop();
      for (const stop of followed.values()) stop();
      followed.clear();
    },
  };
}
