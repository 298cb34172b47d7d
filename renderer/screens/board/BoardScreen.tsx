import { boardsInOrder } from '@shared/model/workshopCommands';
import { useEffect } from 'react';
import { useStore } from 'zustand/react';
import { openDialog, useApp } from '@/app/appStore';
import { NoticeStack } from '@/app/NoticeStack';
import { showBoard } from '@/app/navigate';
import type { OpenWorkshop } from '@/app/openWorkshop';
import { personaSheets } from '@/app/sheets';
import { boardEdited } from '@/app/undo';
import type { SheetRef } from '@/session/sheetRef';
import { Button } from '@/ui/Button';
import { classNames } from '@/ui/classNames';
import { EmptyState } from '@/ui/EmptyState';
import { useT } from '@/ui/useT';
import { BoardBody } from './BoardBody';
import { BoardRail } from './BoardRail';
import styles from './BoardScreen.module.css';
import { InspectorStrip } from './InspectorStrip';
import { ProjectorBar } from './ProjectorBar';
import { TabBar } from './TabBar';
import { TopBar } from './TopBar';
import { useCompact } from './useCompact';

/** A workshop on screen: rail, bars, tabs, and the board between them. */
export function BoardScreen() {
  const open = useApp((state) => state.open);
  return open && <Frame open={open} />;
}

function Frame({ open }: { readonly open: OpenWorkshop }) {
  const boardId = useApp((state) => state.boardId);
  const projecting = useApp((state) => state.projecting);
  const compact = useCompact();
  const workshop = useStore(open.session.store, (state) => state.doc);
  const people = useStore(open.personas);
  const boards = boardsInOrder(workshop);
  const personas = personaSheets(workshop, people);
  const board: SheetRef | null = [...personas, ...boards].find(({ id }) => id === boardId) ?? null;

  // The tab on screen was deleted, or its deletion was undone elsewhere: stand on one that is there.
  const first = boards[0]?.id ?? personas[0]?.id ?? null;
  useEffect(() => {
    if (board === null && first !== null) void showBoard(first);
  }, [board, first]);

  return (
    <div className={classNames(styles.frame, compact && styles.compact, projecting && styles.projecting)}>
      {projecting ? (
        <ProjectorBar open={open} board={board} />
      ) : (
        <>
          <BoardRail open={open} board={board} compact={compact} />
          <TopBar open={open} board={board} compact={compact} />
          <TabBar open={open} boards={boards} personas={personas} board={board} compact={compact} />
        </>
      )}
      <div className={styles.notices}>
        <NoticeStack />
      </div>
      <Below open={open} board={board} boards={boards} compact={compact} />
    </div>
  );
}

interface BelowProps {
  readonly open: OpenWorkshop;
  readonly board: SheetRef | null;
  readonly boards: readonly SheetRef[];
  readonly compact: boolean;
}

/** What stands under the bars: the board with its panels, or what to do without one. */
function Below({ open, board, boards, compact }: BelowProps) {
  const t = useT();
  const projecting = useApp((state) => state.projecting);
  const session = board ? open.boardNow(board.id) : null;

  useEffect(() => {
    if (!session) return;
    return session.store.subscribe((state, before) => {
      if (state.doc !== before.doc) boardEdited();
    });
  }, [session]);

  if (board && session) {
    return (
      <>
        <BoardBody key={board.id} open={open} board={board} session={session} compact={compact} />
        {compact && !projecting && <InspectorStrip open={open} />}
      </>
    );
  }
  const missing = board !== null;
  return (
    <main className={styles.empty}>
      <EmptyState
        title={t(missing ? 'board.missing.title' : 'board.empty.title')}
        text={t(missing ? 'board.missing.text' : 'board.empty.text')}
      >
        {boards.length === 0 && (
          <Button variant="primary" icon="plus" onClick={() => openDialog({ kind: 'new-board' })}>
            {t('board.empty.add')}
          </Button>
        )}
      </EmptyState>
    </main>
  );
}
