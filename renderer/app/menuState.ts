import type { MenuState } from '@shared/ipc';
import { desktop } from '@/platform/desktop';
import type { BoardHandle } from '@/session/boardHandle';
import { notices } from '@/ui/notices';
import { preferences } from '@/ui/preferences';
import { appStore } from './appStore';
import { undoLabels } from './undo';

function menuState(): MenuState {
  const { screen, open } = appStore.getState();
  const selection = open?.handle.getState().handle?.state.getState().selection.length;
  const labels = undoLabels();
  const shown = screen === 'board' && open?.alone ? 'persona' : screen;
  return {
    screen: shown,
    undo: labels.undo.slice(0, 200),
    redo: labels.redo.slice(0, 200),
    selection: Boolean(selection),
  };
}

/**
 * Keeps the native menu in step with what is open, what can be undone and whether something is selected. It is rebuilt by
 * the system each time, so it only hears of real changes.
 */
export function followMenuState(): void {
  let told = '';
  let planned = false;
  const tell = () => {
    planned = false;
    const state = menuState();
    const text = JSON.stringify(state);
    if (text === told) return;
    told = text;
    void desktop().setMenuState(state);
  };
  const plan = () => {
    if (planned) return;
    planned = true;
    setTimeout(tell, 60);
  };
  let stopHandle: (() => void) | undefined;
  const followHandle = (handle: BoardHandle | null) => {
    stopHandle?.();
    stopHandle = handle?.state.subscribe((state, before) => {
      if (state.selection.length !== before.selection.length) plan();
    });
    plan();
  };
  let stops: (() => void)[] = [];
  // Not from inside a listener of what is followed here: a store would call the new listener in the same round, for ever.
  const followOpen = () => {
    for (const stop of stops) stop();
    const { open, boardId } = appStore.getState();
    const board = open && boardId ? open.boardNow(boardId) : null;
    stops = [
      open?.handle.subscribe((state) => followHandle(state.handle)),
      open?.session.store.subscribe(plan),
      board?.store.subscribe(plan),
    ].filter((stop) => stop !== undefined);
    followHandle(open?.handle.getState().handle ?? null);
  };
  appStore.subscribe((state, before) => {
    if (state.open !== before.open || state.boardId !== before.boardId) followOpen();
    if (state.open !== before.open || state.boardId !== before.boardId) plan();
    else if (state.screen !== before.screen || state.section !== before.section) plan();
  });
  notices.subscribe((state, before) => {
    if (state.toast !== before.toast) plan();
  });
  preferences.subscribe((state, before) => {
    if (state.lang !== before.lang) plan();
  });
}
