import type { SaveState } from '@/session/session';
import type { Workspace } from '@/session/workspaceApi';
import { closeNotice, showNotice, showToast } from '@/ui/notices';
import { preferences } from '@/ui/preferences';
import { currentT } from '@/ui/useT';
import { appStore } from './appStore';
import { errorText } from './errorText';
import { saveCopy } from './files';

const ID = 'saving';

function show(workspace: Workspace, state: SaveState): void {
  if (state.status !== 'failed') return;
  const t = currentT();
  const { open } = appStore.getState();
  showNotice({
    id: ID,
    kind: 'error',
    ...errorText(state.error, t),
    buttons: [
      ...(open && !open.alone ? [{ label: t('common.elsewhere'), run: () => void saveCopy(open.id) }] : []),
      { label: t('common.retry'), primary: true, run: () => void workspace.flushAll() },
    ],
  });
}

/** The red bar of a failed write: it stays until a write succeeds, and no sooner. */
export function followSaving(workspace: Workspace): void {
  const follow = (state: SaveState, before: SaveState | null) => {
    if (state.status === 'failed') show(workspace, state);
    else if (state.status === 'saved' && closeIfShown() && before)
      showToast({ icon: 'check', text: currentT()('common.save.recovered') });
  };
  let shown = false;
  const closeIfShown = () => {
    const was = shown;
    shown = false;
    if (was) closeNotice(ID);
    return was;
  };
  workspace.saveState.subscribe((state, before) => {
    follow(state, before);
    if (state.status === 'failed') shown = true;
  });
  const first = workspace.saveState.getState();
  follow(first, null);
  shown = first.status === 'failed';
  preferences.subscribe(() => shown && show(workspace, workspace.saveState.getState()));
}
