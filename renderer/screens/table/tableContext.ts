import type { Words } from '@shared/table/words';
import { createContext, useContext, useMemo } from 'react';
import { useStore } from 'zustand/react';
import { useLang } from '@/ui/preferences';
import { useT } from '@/ui/useT';
import type { TableSession, TableState } from './tableSession';

export const TableContext = createContext<TableSession | null>(null);

/** The table of the screen. */
export function useTableSession(): TableSession {
  const session = useContext(TableContext);
  if (!session) throw new Error('outside of the table screen');
  return session;
}

export const useTable = <T>(select: (state: TableState) => T): T => useStore(useTableSession().store, select);

/** What sentences are made with, in the user's language. */
export function useWords(): Words {
  const t = useT();
  const lang = useLang();
  return useMemo(() => ({ t, lang }), [t, lang]);
}
