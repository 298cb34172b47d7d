import type { ActionId } from '@shared/actions';
import { desktop } from '@/platform/desktop';
import { preferences } from '@/ui/preferences';
import { appStore, workspace } from './appStore';
import { commitField } from './commitField';
import { openPendingFiles } from './files';
import { performAction } from './performAction';
import { stopProjecting } from './projecting';
import { actionsOf, isTextField, takesTyping, writesText } from './shortcuts';
import { keepKeysForDialogs } from './typedAhead';

/** Escape leaves the projector before anything on the board hears of it; a field or a menu still closes first. */
function onKeyDownFirst(event: KeyboardEvent): void {
  const { projecting, dialog } = appStore.getState();
  const target = event.target as Element | null;
  if (event.key !== 'Escape' || !projecting || dialog || event.isComposing) return;
  if (isTextField(event.target) || target?.closest('[role="menu"]')) return;
  event.preventDefault();
  event.stopPropagation();
  void stopProjecting();
}

/** Keys that the engine itself turns into cut, copy, paste and select all. */
const BY_ENGINE: ReadonlySet<ActionId> = new Set(['cut', 'copy', 'paste', 'selectAll']);
/** What a text field has of its own. */
const OF_TEXTS: ReadonlySet<ActionId> = new Set(['undo', 'redo', 'selectAll']);

function onKeyDown(event: KeyboardEvent): void {
  // A canvas, a field or a menu that used the key has said so.
  if (event.defaultPrevented || event.isComposing) return;
  const actions = actionsOf(event, preferences.getState().platform);
  const [action] = actions;
  if (!action || BY_ENGINE.has(action)) return;
  if (writesText(event) && takesTyping(event.target)) return;
  // A field has its own undo.
  if ((action === 'undo' || action === 'redo') && isTextField(event.target)) return;
  if (actions.some(performAction)) event.preventDefault();
}

/** A menu item chosen while a text field has the focus means the text, where both know the gesture. */
function onMenuAction(action: ActionId): void {
  if (OF_TEXTS.has(action) && isTextField(document.activeElement)) document.execCommand(action);
  else performAction(action);
}

async function onCloseRequested(): Promise<void> {
  const { workspace: opened } = appStore.getState();
  if (!opened) return desktop().closeAnswer('flushed');
  commitField();
  const outcome = await workspace().flushAll();
  return desktop().closeAnswer(outcome.status === 'failed' ? 'unsaved' : 'flushed');
}

/** Listens to keys, to the native menu and to the main process, for the life of the window. */
export function listenToInputs(): void {
  keepKeysForDialogs();
  window.addEventListener('keydown', onKeyDownFirst, true);
  window.addEventListener('keydown', onKeyDown);
  window.addEventListener('blur', () => void appStore.getState().workspace?.flushAll());
  desktop().on('action', onMenuAction);
  desktop().on('filesPending', () => {
    if (appStore.getState().workspace) void openPendingFiles();
  });
  desktop().on('closeRequested', () => void onCloseRequested());
  void desktop().ready();
}
