import { useEffect, useState } from 'react';
import { appStore } from '@/app/appStore';
import type { OpenWorkshop } from '@/app/openWorkshop';
import { undoLabels } from '@/app/undo';
import { notices } from '@/ui/notices';
import { useLang } from '@/ui/preferences';

/** What undo and redo would do now, in words; empty when nothing. */
export function useUndoState(open: OpenWorkshop): { readonly undo: string; readonly redo: string } {
  const lang = useLang();
  const [labels, setLabels] = useState(undoLabels);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words change with the language.
  useEffect(() => {
    const look = () =>
      setLabels((before) => {
        const now = undoLabels();
        return now.undo === before.undo && now.redo === before.redo ? before : now;
      });
    let stopBoard = () => {};
    const follow = () => {
      stopBoard();
      const { boardId } = appStore.getState();
      stopBoard = (boardId && open.boardNow(boardId)?.store.subscribe(look)) || (() => {});
      look();
    };
    follow();
    const stops = [appStore.subscribe(follow), open.session.store.subscribe(look), notices.subscribe(look)];
    return () => {
      stopBoard();
      for (const stop of stops) stop();
    };
  }, [open, lang]);
  return labels;
}
