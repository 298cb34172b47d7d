import type { BoardId } from '@shared/base/ids';
import { factLine, factSource, type OnPin, type PinnedFact } from '@shared/table/pinnedFact';
import type { Words } from '@shared/table/words';
import { createStore } from 'zustand/vanilla';
import { faceOf } from '@/boards/registry';
import type { SheetId } from '@/session/sheetRef';
import { closeNotice, showNotice, showToast } from '@/ui/notices';
import { preferences } from '@/ui/preferences';
import { currentT } from '@/ui/useT';
import { appStore } from './appStore';
import { commitField } from './commitField';

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

const PINNED = 'pinned-facts';

/** Back to the board that is open, or home. */
export function leaveTable(): void {
  closeNotice(PINNED);
  tableInbox.setState({ file: null });
  appStore.setState((state) => ({ screen: state.open && state.boardId ? 'board' : 'home' }));
}

const words = (): Words => ({ t: currentT(), lang: preferences.getState().lang });

/** The board that pinned facts can become notes of: the one behind this screen. */
export function boardForFacts(): { readonly id: SheetId; readonly title: string } | null {
  const { open, boardId } = appStore.getState();
  const session = boardId ? open?.boardNow(boardId) : null;
  if (!open || !boardId || !session) return null;
  const doc = session.store.getState().doc;
  const tab = open.session.store.getState().doc.boards[boardId as BoardId];
  return { id: boardId, title: tab?.title || faceOf(doc).title(doc) || currentT()('home.card.untitled') };
}

/** Copies facts as text, and offers to make notes of the open board of them. */
export const pinFacts: OnPin = async (facts) => {
  const t = currentT();
  const copied = await navigator.clipboard
    .writeText(facts.map((fact) => factLine(fact, words())).join('\n'))
    .then(() => true)
    .catch(() => false);
  if (!copied) return showToast({ text: t('tables.pin.copyFailed'), icon: 'warning' });
  const board = boardForFacts();
  const add = board && {
    label: t('tables.pin.add', { board: board.title }),
    primary: true,
    run: () => {
      closeNotice(PINNED);
      void addToBoard(board, facts);
    },
  };
  showNotice({
    id: PINNED,
    kind: 'done',
    icon: 'push-pin',
    title: t('tables.pin.copied', { count: facts.length }),
    text: facts.map(({ text }) => text).join(' · '),
    buttons: [{ label: t('common.understood'), run: () => closeNotice(PINNED) }, ...(add ? [add] : [])],
  });
};

async function addToBoard(
  { id, title }: { readonly id: SheetId; readonly title: string },
  facts: readonly PinnedFact[],
) {
  const t = currentT();
  const session = appStore.getState().open?.boardNow(id);
  const { author } = preferences.getState();
  const notes = facts.map((fact) => ({
    text: fact.text,
    evidence: 'data' as const,
    source: factSource(fact, words()),
    author,
  }));
  const count = session ? await faceOf(session.store.getState().doc).addNotes(session, notes) : 0;
  showToast(
    count > 0
      ? { text: t('tables.pin.added', { count, board: title }), icon: 'check' }
      : { text: t('tables.pin.notAdded', { board: title }), icon: 'warning' },
  );
}
