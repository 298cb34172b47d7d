import type { AnyDoc } from '@shared/model/document';
import { useStore } from 'zustand/react';
import type { OpenWorkshop } from '@/app/openWorkshop';
import { boardFace } from '@/boards/registry';
import type { Session } from '@/session/session';
import type { SheetRef } from '@/session/sheetRef';
import { useT } from '@/ui/useT';

interface SummaryProps {
  readonly open: OpenWorkshop;
  readonly board: SheetRef;
  readonly compact: boolean;
}

/** The board's size in words; in the compact layout, that it is compact. */
export function BoardSummary({ open, board, compact }: SummaryProps) {
  const t = useT();
  const session = open.boardNow(board.id);
  if (compact) return <span>{t('board.compact')}</span>;
  return session && <Words session={session} board={board} />;
}

function Words({ session, board }: { readonly session: Session<AnyDoc>; readonly board: SheetRef }) {
  const t = useT();
  const { summary } = boardFace(board.kind);
  return <span>{useStore(session.store, (state) => summary(state.doc, t))}</span>;
}
