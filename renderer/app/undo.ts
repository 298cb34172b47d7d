import type { Command } from '@shared/document/command';
import type { MessageKey } from '@shared/i18n/translate';
import type { WorkshopDoc } from '@shared/model/workshop';
import type { Session } from '@/session/session';
import { notices } from '@/ui/notices';
import { currentT } from '@/ui/useT';
import { appStore } from './appStore';
import { libraryUndoLabel, undoLibrary } from './library/steps';

/*
 * Boards and the workshop around them (its tabs, its title) are separate documents with separate histories; a user knows one
 * Ctrl+Z. Changes of the workshop are taken back first while they are the latest; an edit on a board puts them out of reach.
 */
let undoable = 0;
let redoable = 0;

/** Changes the open workshop, as part of the one history the user sees. */
export function changeWorkshop<Args>(command: Command<WorkshopDoc, Args>, args: Args): void {
  const { open } = appStore.getState();
  if (!open) return;
  open.session.run(command, args);
  undoable += 1;
  redoable = 0;
}

/** An edit on a board: the latest change is no longer one of the workshop. */
export function boardEdited(): void {
  undoable = 0;
  redoable = 0;
}

function boardSession(): Session | null {
  const { open, boardId } = appStore.getState();
  return open && boardId ? open.boardNow(boardId) : null;
}

/** True while the toast that is up takes something back. */
export const offersUndo = (): boolean => notices.getState().toast?.action?.shortcut === 'CmdOrCtrl+Z';

/** Takes back the latest change: what the toast offers, else the library's where that is shown, else the workshop's, else the board's. */
export function undo(): void {
  const { toast } = notices.getState();
  const { open } = appStore.getState();
  if (toast?.action && offersUndo()) {
    notices.setState({ toast: null });
    toast.action.run();
  } else if (libraryUndoLabel() !== '') undoLibrary();
  else if (open && undoable > 0) undoWorkshop();
  else boardSession()?.undo();
}

/** Takes back the latest change of the workshop itself. */
export function undoWorkshop(): void {
  appStore.getState().open?.session.undo();
  undoable = Math.max(0, undoable - 1);
  redoable += 1;
}

/** Brings the latest undone change again. */
export function redo(): void {
  const { open } = appStore.getState();
  const board = boardSession();
  if (open && redoable > 0 && !board?.store.getState().redoLabel) {
    open.session.redo();
    redoable -= 1;
    undoable += 1;
  } else board?.redo();
}

const worded = (key: string | null): string => (key ? currentT()(`commands.${key}` as MessageKey) : '');

/** What undo and redo would do now, in words; empty when nothing. */
export function undoLabels(): { readonly undo: string; readonly redo: string } {
  const { toast } = notices.getState();
  const { open } = appStore.getState();
  const board = boardSession()?.store.getState();
  const workshop = open?.session.store.getState();
  const offered = toast && offersUndo() ? toast.text : libraryUndoLabel();
  return {
    undo: offered || worded(undoable > 0 ? (workshop?.undoLabel ?? null) : (board?.undoLabel ?? null)),
    redo: worded(board?.redoLabel ?? (redoable > 0 ? (workshop?.redoLabel ?? null) : null)),
  };
}
