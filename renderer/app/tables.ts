import type { BoardId, PersonaId } from '@shared/base/ids';
import { factLine, factSource, type PinnedFact } from '@shared/table/pinnedFact';
import type { Words } from '@shared/table/words';
import { createStore } from 'zustand/vanilla';
import { faceOf } from '@/boards/registry';
import type { SheetId } from '@/session/sheetRef';
import { showToast } from '@/ui/notices';
import { preferences } from '@/ui/preferences';
import { currentT } from '@/ui/useT';
import { appStore } from './appStore';
import { commitField } from './commitField';
import { focusBoard } from './focusBoard';

/** A file that was dropped or handed over, for the screen to read. */
export const tableInbox = createStore<{ readonly file: File | null }>(() => ({ file: null }));

/** Files that are read as tables. */
export const isTableFile = ({ name }: Pick<File, 'name'>): boolean => /\.(csv|tsv|tab|txt|xlsx|xlsm)$/i.test(name);

/** Shows the screen that explores tables, with a file or with the choice of one. */
export function showTable(file: File | null = null): void {
  commitField();
  tableInbox.setState({ file });
  appStore.setState({ screen: 'table' });
}

/** Back to the board that is open, or home. */
export function leaveTable(): void {
  tableInbox.setState({ file: null });
  appStore.setState((state) => ({ screen: state.open && state.boardId ? 'board' : 'home' }));
  void focusBoard();
}

const words = (): Words => ({ t: currentT(), lang: preferences.getState().lang });

/** The board behind this screen, whose notes facts can become; null where a persona is there, or nothing. */
export function boardForFacts(): { readonly id: SheetId; readonly title: string } | null {
  const { open, boardId } = appStore.getState();
  const session = boardId ? open?.boardNow(boardId) : null;
  if (!open || !boardId || !session) return null;
  const { doc } = session.store.getState();
  if (doc.kind === 'persona') return null;
  const tab = open.session.store.getState().doc.boards[boardId as BoardId];
  return { id: boardId, title: tab?.title || faceOf(doc).title(doc) || currentT()('home.card.untitled') };
}

/** The persona behind this screen; null where there is none. */
export function personaForFacts(): PersonaId | null {
  const { open, boardId } = appStore.getState();
  return boardId && open?.persona(boardId as PersonaId) ? (boardId as PersonaId) : null;
}

/** Copies facts as text, a line each. */
export async function copyFacts(facts: readonly PinnedFact[]): Promise<void> {
  const t = currentT();
  const copied = await navigator.clipboard
    .writeText(facts.map((fact) => factLine(fact, words())).join('\n'))
    .then(() => true)
    .catch(() => false);
  showToast(
    copied
      ? { text: t('tables.pin.copied', { count: facts.length }), icon: 'clipboard-text' }
      : { text: t('tables.pin.copyFailed'), icon: 'warning' },
  );
}

/** Makes notes of facts on a board, as one step of undo there. True when they are there now. */
export async function addToBoard(
  { id, title }: { readonly id: SheetId; readonly title: string },
  facts: readonly PinnedFact[],
): Promise<boolean> {
  const t = currentT();
  const session = appStore.getState().open?.boardNow(id);
  const { author } = preferences.getState();
  const notes = facts.map((fact) => ({
    text: fact.text,
    evidence: 'data' as const,
    source: factSource(fact, words()),
    author,
  }));
  const count = session ? ((await faceOf(session.store.getState().doc).addNotes?.(session, notes)) ?? 0) : 0;
  showToast(
    count > 0
      ? { text: t('tables.pin.added', { count, board: title }), icon: 'check' }
      : { text: t('tables.pin.notAdded', { board: title }), icon: 'warning' },
  );
  return count > 0;
}
