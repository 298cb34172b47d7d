import type { AnyDoc } from '@shared/model/document';
import type { IconName } from '@shared/scene/icons';
import { closeToast, notices, showToast } from '@/ui/notices';
import { currentT } from '@/ui/useT';
import type { BoardController } from './boardController';

/** Says what was just done, and offers to take it back for as long as nothing else was done on the board. */
export function offerUndo<Doc extends AnyDoc>(
  { session }: Pick<BoardController<Doc>, 'session'>,
  text: string,
  icon: IconName,
): void {
  const action = { label: currentT()('common.undo'), shortcut: 'CmdOrCtrl+Z', run: session.undo };
  showToast({ text, icon, action });
  const { toast } = notices.getState();
  const { doc } = session.store.getState();
  const stop = session.store.subscribe((state) => {
    if (state.doc === doc) return;
    stop();
    if (notices.getState().toast === toast) closeToast();
  });
}
