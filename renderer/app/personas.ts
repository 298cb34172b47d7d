import type { PersonaId } from '@shared/base/ids';
import type { PersonaDoc } from '@shared/boards/persona/model';
import type { PersonaTemplate } from '@shared/boards/persona/templates';
import { addPersona, personasInOrder, removePersona } from '@shared/model/workshopCommands';
import { faceOf } from '@/boards/registry';
import { showToast } from '@/ui/notices';
import { currentT } from '@/ui/useT';
import { appStore, workspace } from './appStore';
import { showError } from './errors';
import { showBoard } from './navigate';
import { newId } from './newId';
import { changeWorkshop, undoWorkshop } from './undo';

/** Stores a persona, links it to the open workshop behind `after` (null: at the end) and shows its page. */
async function addToWorkshop(doc: PersonaDoc, after: PersonaId | null): Promise<PersonaId | null> {
  const { open, boardId } = appStore.getState();
  if (!open) return null;
  const id = newId<PersonaId>();
  const stored = await workspace().addDoc(id, doc);
  if (!stored.ok) {
    showError(stored.error);
    return null;
  }
  const linked = personasInOrder(open.session.store.getState().doc);
  const at = linked.findIndex((each) => each.id === after);
  const board = boardId ? open.boardNow(boardId) : null;
  changeWorkshop(addPersona, { id, at: at < 0 ? null : at + 1 });
  if (board) faceOf(board.store.getState().doc).addPersona(board, id);
  await open.personasSettled();
  await showBoard(id);
  return id;
}

/** A new persona on the page of a template, with a name. */
export async function createPersona(template: PersonaTemplate, name: string): Promise<boolean> {
  const { personaFrom } = await import('@shared/boards/persona/templates');
  const doc = personaFrom(template, newId);
  return (await addToWorkshop({ ...doc, info: { ...doc.info, name: name.trim() } }, null)) !== null;
}

/** Links a persona of the library to the open workshop and shows its page; the toast and Ctrl+Z take it off again. */
export async function linkExisting(id: PersonaId, name: string): Promise<void> {
  const t = currentT();
  const { open, boardId } = appStore.getState();
  if (!open) return;
  if (Object.hasOwn(open.session.store.getState().doc.personas, id)) return showBoard(id);
  const board = boardId ? open.boardNow(boardId) : null;
  changeWorkshop(addPersona, { id, at: null });
  if (board) faceOf(board.store.getState().doc).addPersona(board, id);
  const linked = board?.store.getState().doc;
  await open.personasSettled();
  await showBoard(id);
  const takeBack = () => {
    if (appStore.getState().open !== open) return;
    open.session.run(removePersona, { id });
    // Only as long as nothing else was done on that board: undo takes back the latest change.
    if (board && linked !== undefined && board.store.getState().doc === linked) board.undo();
    if (appStore.getState().boardId === id) void showBoard(boardId);
  };
  showToast({
    icon: 'link',
    text: t('personaEditor.link.done', { name: name.trim() || t('persona.unnamed') }),
    action: { label: t('common.undo'), shortcut: 'CmdOrCtrl+Z', run: takeBack },
  });
}

/** A copy of a persona beside it, shown at once. */
export async function duplicatePersona(id: PersonaId): Promise<boolean> {
  const t = currentT();
  const doc = appStore.getState().open?.personas.getState()[id];
  if (!doc) return false;
  const name = t('common.copyOf', { title: doc.info.name.trim() || t('persona.unnamed') });
  return (await addToWorkshop({ ...doc, info: { ...doc.info, name, favourite: false } }, id)) !== null;
}

/** Takes a persona off the workshop; it stays stored, and the toast and Ctrl+Z link it again. */
export function unlinkPersona(id: PersonaId): void {
  const t = currentT();
  const { open, boardId } = appStore.getState();
  const name = open?.personas.getState()[id]?.info.name.trim() || t('persona.unnamed');
  changeWorkshop(removePersona, { id });
  showToast({
    icon: 'x',
    text: t('personaEditor.tab.removed', { name }),
    action: {
      label: t('common.undo'),
      shortcut: 'CmdOrCtrl+Z',
      run: () => {
        undoWorkshop();
        if (boardId === id) void showBoard(id);
      },
    },
  });
}
