import type { RecoveryReport } from '@/session/recoveryReport';
import type { Workspace } from '@/session/workspaceApi';
import { closeNotice, showNotice } from '@/ui/notices';
import { preferences } from '@/ui/preferences';
import { currentT } from '@/ui/useT';
import { openDialog } from './appStore';
import { recoverySummary, recoveryTitle } from './recoveryText';

const ID = 'recovery';

function show(report: RecoveryReport): void {
  const t = currentT();
  const { lang } = preferences.getState();
  showNotice({
    id: ID,
    kind: report.lost > 0 ? 'error' : 'notice',
    title: recoveryTitle(report, t),
    text: recoverySummary(report, Date.now(), lang, t),
    icon: 'clock-counter-clockwise',
    buttons: [
      { label: t('common.details'), run: () => openDialog({ kind: 'recovery' }) },
      { label: t('common.understood'), run: () => closeNotice(ID) },
    ],
  });
}

/** Says what start had to rebuild, and with what outcome. */
export function followRecovery(workspace: Workspace): void {
  const { report } = workspace.recovery.getState();
  if (report) show(report);
  workspace.recovery.subscribe((state, before) => {
    if (state.report && state.report !== before.report) show(state.report);
  });
}
