import type { AnyDoc } from '@shared/model/document';
import { useCallback, useEffect, useMemo } from 'react';
import { useStore } from 'zustand/react';
import { useApp, workspace } from '@/app/appStore';
import type { OpenWorkshop } from '@/app/openWorkshop';
import { otherBoardsOf } from '@/app/otherBoards';
import { boardFace } from '@/boards/registry';
import type { BoardHandle, BoardViewProps } from '@/session/boardHandle';
import type { Session } from '@/session/session';
import type { SheetRef } from '@/session/sheetRef';
import { useT } from '@/ui/useT';
import styles from './BoardScreen.module.css';

interface BodyProps {
  readonly open: OpenWorkshop;
  readonly board: SheetRef;
  readonly session: Session<AnyDoc>;
  readonly compact: boolean;
}

/** The board, with its outline at the left and its inspector at the right when they are open. */
export function BoardBody({ open, board, session, compact }: BodyProps) {
  const t = useT();
  const inspector = useApp((state) => state.inspector);
  const outline = useApp((state) => state.outline);
  const projecting = useApp((state) => state.projecting);
  const personas = useStore(open.personas);
  const handle = useStore(open.handle, (state) => state.handle);
  const onHandle = useCallback((next: BoardHandle | null) => open.handle.setState({ handle: next }), [open]);
  const others = useMemo(() => otherBoardsOf(open, board.id), [open, board.id]);
  useEffect(() => others.stop, [others]);
  const { Canvas, Outline, Inspector } = boardFace(board.kind);
  const props: BoardViewProps = {
    session,
    workspace: workspace(),
    workshop: open.session,
    personas,
    others,
    compact,
    projecting,
    handle,
    onHandle,
  };
  return (
    <div className={styles.body}>
      {outline && !projecting && (
        <aside className={styles.outline} aria-label={t('board.landmark.outline')}>
          <Outline {...props} />
        </aside>
      )}
      <main className={styles.main}>
        <div
          className={styles.canvas}
          id="board"
          role="tabpanel"
          aria-label={board.title || t('board.untitled')}
          data-board-canvas
        >
          <Canvas {...props} />
        </div>
      </main>
      {inspector && !projecting && (
        <aside className={styles.inspector} aria-label={t('board.landmark.inspector')}>
          <Inspector {...props} />
        </aside>
      )}
    </div>
  );
}
