import type { AnyDoc } from '@shared/model/document';
import { useStore } from 'zustand/react';
import type { OpenWorkshop } from '@/app/openWorkshop';
import { boardFace } from '@/boards/registry';
import type { Session } from '@/session/session';
import type { SheetRef } from '@/session/sheetRef';
import { useT } from '@/ui/useT';
import styles from './ProjectorBar.module.css';
import { TimerBox } from './TimerBox';

interface ProjectorBarProps {
  readonly open: OpenWorkshop;
  readonly board: SheetRef | null;
}

/** All that stands around a projected board: what it is, and the time left, to be read from the back of the room. */
export function ProjectorBar({ open, board }: ProjectorBarProps) {
  const session = board ? open.boardNow(board.id) : null;
  return (
    <header className={styles.bar}>
      {board && session ? <Title board={board} session={session} /> : <span />}
      <TimerBox compact={false} large />
    </header>
  );
}

function Title({ board, session }: { readonly board: SheetRef; readonly session: Session<AnyDoc> }) {
  const t = useT();
  const { title } = boardFace(board.kind);
  return (
    <h1 className={styles.title}>{useStore(session.store, (state) => title(state.doc)) || t('board.untitled')}</h1>
  );
}
