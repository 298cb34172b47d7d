import type { BoardId, PersonaId } from '@shared/base/ids';
import type { AnyDoc, BoardKindId } from '@shared/model/document';
import type { BoardRef } from '@shared/model/workshop';
import { addBoard, boardsInOrder, moveBoard, removeBoard, renameBoard } from '@shared/model/workshopCommands';
import { boardFace } from '@/boards/registry';
import type { SheetId } from '@/session/sheetRef';
import { showToast } from '@/ui/notices';
import { preferences } from '@/ui/preferences';
import { currentT } from '@/ui/useT';
import { appStore, workspace } from './appStore';
import { isoDate } from './dateText';
import { showError } from './errors';
import { showBoard } from './navigate';
import { newId } from './newId';
import { changeWorkshop, undoWorkshop } from './undo';

/** A name for a new tab that no other tab has: `Parcours cible`, then `Parcours cible 2`. */
export function freeTabTitle(title: string): string {
  const { open } = appStore.getState();
  const taken = new Set(open ? boardsInOrder(open.session.store.getState().doc).map((board) => board.title) : []);
  let free = title;
  for (let number = 2; taken.has(free); number += 1) free = `${title} ${number}`;
  return free;
}

/** Stores a document as a new board, puts its tab after `after`, and shows it. */
export async function addDocument(doc: AnyDoc, title: string, after: SheetId | null): Promise<boolean> {
  const { open } = appStore.getState();
  if (!open) return false;
  const id = newId<BoardId>();
  const stored = await workspace().addDoc(id, doc);
  if (!stored.ok) {
    showError(stored.error, currentT()('board.add.failed'));
    return false;
  }
  const at = boardsInOrder(open.session.store.getState().doc).findIndex((board) => board.id === after);
  changeWorkshop(addBoard, { id, kind: doc.kind as BoardKindId, title, at: at < 0 ? null : at + 1 });
  await showBoard(id);
  return true;
}

/** A new board of a kind, from one of its presets. */
export async function addPresetBoard(kind: BoardKindId, preset: string, title: string): Promise<boolean> {
  const { boardKind } = await import('@shared/boards/registry');
  const { open, boardId } = appStore.getState();
  if (!open) return false;
  const { info } = open.session.store.getState().doc;
  const made = boardKind(kind).create({
    newId,
    title: info.title,
    lang: preferences.getState().lang,
    t: currentT(),
    date: isoDate(Date.now()),
    preset,
  }) as AnyDoc;
  const personaIds = Object.keys(open.personas.getState()) as PersonaId[];
  return addDocument(boardFace(kind).withPersonas(made, personaIds.slice(0, 1)), title, boardId);
}

/** A copy of a board beside it; as a target (what should be) it says so. */
export async function duplicateBoard(board: BoardRef, title: string, asTarget: boolean): Promise<boolean> {
  const { open } = appStore.getState();
  const session = await open?.board(board.id);
  if (!session) return false;
  if (!session.ok) {
    showError(session.error, currentT()('board.add.failed'));
    return false;
  }
  const doc = session.value.store.getState().doc;
  const { asTarget: toTarget } = boardFace(board.kind);
  return addDocument(asTarget && toTarget ? toTarget(doc) : doc, title, board.id);
}

/** Takes a board off the workshop; the toast and Ctrl+Z bring it back. */
export function deleteBoard(board: BoardRef): void {
  const t = currentT();
  changeWorkshop(removeBoard, { id: board.id });
  showToast({
    icon: 'trash',
    text: t('board.tab.deleted', { title: board.title || t('board.untitled') }),
    action: {
      label: t('common.undo'),
      shortcut: 'CmdOrCtrl+Z',
      run: () => {
        undoWorkshop();
        void showBoard(board.id);
      },
    },
  });
}

export function renameTab(board: BoardRef, title: string): void {
  if (title.trim() !== board.title) changeWorkshop(renameBoard, { id: board.id, title: title.trim() });
}

/** Moves a tab to a place among the others. */
export const moveTab = (board: BoardRef, to: number): void => changeWorkshop(moveBoard, { id: board.id, to });
