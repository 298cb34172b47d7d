import { ACTIONS, type ActionId } from '@shared/actions';
import type { TranslateFn } from '@shared/i18n/translate';
import type { IconName } from '@shared/scene/icons';
import type { Target } from '@shared/scene/primitives';
import { matchText, type TextPiece } from '@shared/text/searchText';
import { faceOf } from '@/boards/registry';
import { appStore } from '../appStore';
import { isPossibleOnScreen } from '../performAction';

export interface PaletteEntry {
  readonly id: string;
  readonly icon: IconName;
  readonly pieces: readonly TextPiece[];
  /** Accelerator, for an action that has one. */
  readonly shortcut?: string | undefined;
  /** Why it cannot be done now: it is greyed, and this stands in place of its shortcut. */
  readonly reason?: string | undefined;
  /** Where a text stands, e.g. `étape 3`. */
  readonly where?: string | undefined;
  readonly run: { readonly action: ActionId } | { readonly target: Target } | { readonly act: () => void };
}

const MOST_NOTES = 40;

interface Found extends PaletteEntry {
  readonly score: number;
}

const best = (found: readonly (Found | null)[]): readonly Found[] =>
  found.filter((entry) => entry !== null).sort((a, b) => b.score - a.score);

/** Actions that fit the screen and the query, best first; in the order of the menus without a query. */
export function actionEntries(query: string, t: TranslateFn): readonly PaletteEntry[] {
  const possible = ACTIONS.filter(({ id }) => id !== 'palette' && isPossibleOnScreen(id));
  const actions = possible.map((action) => {
    const match = matchText(t(`actions.${action.id}`), query);
    if (!match) return null;
    const { icon, accelerator } = action;
    const why = reasonOf(action.id);
    const reason = why ? t(why) : undefined;
    // What cannot be done comes after everything that can.
    const score = match.score - (why ? 100 : 0);
    return {
      id: action.id,
      icon: icon as IconName,
      shortcut: accelerator,
      reason,
      run: { action: action.id },
      ...match,
      score,
    };
  });
  return best([...actions, ...boardEntries(query, t)]);
}

/** Why the board cannot do an action with what is chosen on it. */
const reasonOf = (id: ActionId) => appStore.getState().open?.handle.getState().handle?.reason(id) ?? null;

/** What the board on screen offers by itself: its rows, to show or to hide. */
function boardEntries(query: string, t: TranslateFn): readonly (Found | null)[] {
  const session = sessionOnScreen();
  return (
    session
      ? faceOf(session.store.getState().doc).commands(
          session,
          t,
          appStore.getState().open?.handle.getState().handle ?? null,
        )
      : []
  ).map(({ id, icon, label, run }) => {
    const match = matchText(label, query);
    return match && { id, icon, run: { act: run }, ...match };
  });
}

function sessionOnScreen() {
  const { screen, open, boardId } = appStore.getState();
  return screen === 'board' && open && boardId ? open.boardNow(boardId) : null;
}

/** Texts of the board on screen that fit the query. */
export function noteEntries(query: string, t: TranslateFn): readonly PaletteEntry[] {
  const session = sessionOnScreen();
  if (!session || query.trim() === '') return [];
  const { doc } = session.store.getState();
  const entries = faceOf(doc)
    .texts(doc)
    .map(({ target, text, icon, stage }) => {
      const match = text.trim() === '' ? null : matchText(text, query);
      if (!match) return null;
      const where = stage > 0 ? t('common.palette.stage', { number: stage }) : undefined;
      return { id: `${target.kind} ${target.id}`, icon, where, run: { target }, ...match };
    });
  return best(entries).slice(0, MOST_NOTES);
}
