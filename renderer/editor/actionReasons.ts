import type { ActionId } from '@shared/actions';
import type { MessageKey } from '@shared/i18n/translate';
import type { AnyDoc } from '@shared/model/document';
import type { BoardController } from './boardController';
import { chosenFree } from './freeActions';
import { chosenGroups, chosenNotes } from './noteActions';

const OF_NOTES: ReadonlySet<ActionId> = new Set([
  'nextEvidence',
  'nextColor',
  'vote',
  'unvote',
  'editTags',
  'sign',
  'lock',
  'convertNote',
  'groupNotes',
]);
const OF_GROUPS: ReadonlySet<ActionId> = new Set(['ungroupNotes', 'foldGroup']);
/** How many freely placed pieces it takes. */
const OF_FREE: ReadonlyMap<ActionId, number> = new Map([
  ['alignLeft', 2],
  ['alignCenter', 2],
  ['alignRight', 2],
  ['alignTop', 2],
  ['alignMiddle', 2],
  ['alignBottom', 2],
  ['distributeAcross', 3],
  ['distributeDown', 3],
]);

/** Why an action cannot be done with what is chosen; null when it can be. */
export function reasonAgainst<Doc extends AnyDoc>(
  controller: BoardController<Doc>,
  action: ActionId,
): MessageKey | null {
  const fewest = OF_FREE.get(action);
  if (fewest !== undefined) {
    const free = chosenFree(controller).length;
    if (free === 0) return 'editing.reason.inFlow';
    if (free < fewest) return fewest === 2 ? 'editing.reason.two' : 'editing.reason.three';
    return null;
  }
  const notes = OF_NOTES.has(action) || action === 'deleteSelection' ? chosenNotes(controller) : [];
  if (OF_NOTES.has(action) && notes.length === 0) return 'editing.reason.noNote';
  if (OF_GROUPS.has(action) && chosenGroups(controller).length === 0) return 'editing.reason.noGroup';
  const isLocked =
    notes.length > 0 && notes.length === controller.selection().length && notes.every((note) => note.locked);
  return (action === 'deleteSelection' || action === 'groupNotes') && isLocked ? 'editing.menu.reasonLocked' : null;
}
