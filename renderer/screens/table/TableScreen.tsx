import { useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand/react';
import { appStore, useApp } from '@/app/appStore';
import { NoticeStack } from '@/app/NoticeStack';
import { leaveTable, tableInbox } from '@/app/tables';
import { PageRail } from '@/ui/Page';
import { currentT, useT } from '@/ui/useT';
import { SegmentSide } from './SegmentSide';
import { StartPanel } from './StartPanel';
import { TableBar } from './TableBar';
import styles from './TableScreen.module.css';
import { TableSheet } from './TableSheet';
import { TableContext } from './tableContext';
import { createTableSession } from './tableSession';

/** Explore a table of real customers or answers: nothing of it is stored unless it is pinned or kept. */
export function TableScreen() {
  const t = useT();
  const session = useMemo(() => createTableSession(() => currentT()('tables.columnNumber', { number: '#' })), []);
  const source = useStore(session.store, (state) => state.source);
  const isEmpty = useStore(session.store, (state) => state.view === null);
  const inbox = useStore(tableInbox, (state) => state.file);
  const hasDialog = useApp((state) => state.dialog !== null);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  useEffect(() => session.close, [session]);
  useEffect(() => {
    if (inbox) session.open({ name: inbox.name, file: inbox, keptId: null });
  }, [inbox, session]);
  // On the window: once a button is gone, nothing on the screen has the focus.
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || hasDialog) return;
      const { progress, source: open } = session.store.getState();
      if (progress) session.cancel();
      else if (!open && appStore.getState().screen === 'table') leaveTable();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [session, hasDialog]);

  return (
    <TableContext value={session}>
      <div className={styles.frame}>
        <PageRail label={t('tables.back')} back={t('tables.back')} onBack={leaveTable} />
        <TableBar titleRef={title} />
        <NoticeStack className={styles.notices} />
        <main className={styles.main} aria-label={source?.name ?? t('tables.title')}>
          {isEmpty ? <StartPanel /> : <TableSheet />}
        </main>
        {!isEmpty && <SegmentSide />}
      </div>
    </TableContext>
  );
}
