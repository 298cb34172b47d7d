import { ACTIONS, type ActionId } from '@shared/actions';
import type { IconName } from '@shared/scene/icons';
import { useStore } from 'zustand/react';
import { useApp } from '@/app/appStore';
import type { OpenWorkshop } from '@/app/openWorkshop';
import { performAction } from '@/app/performAction';
import { boardFace } from '@/boards/registry';
import type { BoardHandle } from '@/session/boardHandle';
import type { SheetRef } from '@/session/sheetRef';
import { classNames } from '@/ui/classNames';
import { Icon } from '@/ui/Icon';
import { Logo } from '@/ui/Logo';
import { usePlatform } from '@/ui/preferences';
import { ariaShortcut } from '@/ui/shortcutText';
import { useT } from '@/ui/useT';
import styles from './BoardRail.module.css';
import { useUndoState } from './useUndoState';

interface RailProps {
  readonly open: OpenWorkshop;
  readonly board: SheetRef | null;
  readonly compact: boolean;
}

/** The blue column: home, what can be added, undo and redo, the projector. */
export function BoardRail({ open, board, compact }: RailProps) {
  const t = useT();
  const handle = useStore(open.handle, (state) => state.handle);
  const outline = useApp((state) => state.outline);
  const { tools, words, lacks } = boardFace(board?.kind ?? 'journey-map');
  const back = t(open.alone ? 'board.alone.back' : 'board.backHome');
  const nameOf = (id: ActionId) => t(words?.[id] ?? `actions.${id}`);
  const undoState = useUndoState(open);
  const undoLabel = undoState.undo ? t('menu.undoWhat', { what: undoState.undo }) : t('board.undo');
  const redoLabel = undoState.redo ? t('menu.redoWhat', { what: undoState.redo }) : t('board.redo');
  return (
    <nav className={classNames(styles.rail, compact && styles.compact)} aria-label={t('board.landmark.tools')}>
      <button
        type="button"
        className={styles.home}
        aria-label={back}
        data-tip={back}
        data-tip-keys="CmdOrCtrl+Shift+H"
        data-tip-side="right"
        onClick={() => performAction('goHome')}
      >
        <Logo size={compact ? 34 : 38} />
      </button>
      <SelectTool handle={handle} />
      {tools.content.map((id) => (
        <Tool key={id} id={id} label={nameOf(id)} />
      ))}
      <hr />
      {tools.frame.map((id) => (
        <Tool key={id} id={id} />
      ))}
      <hr />
      <Tool id="toggleOutline" on={outline} />
      <Tool id="palette" />
      <span className={styles.space} />
      <Tool id="undo" label={undoLabel} disabled={undoState.undo === ''} />
      <Tool id="redo" label={redoLabel} disabled={undoState.redo === ''} />
      <hr />
      <Tool id={lacks.has('present') ? 'project' : 'present'} />
    </nav>
  );
}

/** Gold while nothing is selected; it gives the board the focus. */
function SelectTool({ handle }: { readonly handle: BoardHandle | null }) {
  const t = useT();
  return (
    <button
      type="button"
      className={classNames(styles.tool, styles.on)}
      aria-label={t('board.tool.select')}
      data-tip={t('board.tool.select')}
      data-tip-keys="Escape"
      data-tip-side="right"
      disabled={handle === null}
      onClick={() => document.querySelector<HTMLElement>('[data-board-canvas] [tabindex="0"]')?.focus()}
    >
      <Icon name="cursor" size={21} />
    </button>
  );
}

interface ToolProps {
  readonly id: ActionId;
  readonly label?: string;
  readonly on?: boolean;
  readonly disabled?: boolean;
}

function Tool({ id, label, on, disabled }: ToolProps) {
  const t = useT();
  const platform = usePlatform();
  const action = ACTIONS.find((candidate) => candidate.id === id);
  const name = label ?? t(`actions.${id}`);
  return (
    <button
      type="button"
      className={classNames(styles.tool, on && styles.on)}
      aria-label={name}
      aria-pressed={on}
      aria-disabled={disabled || undefined}
      aria-keyshortcuts={action?.accelerator ? ariaShortcut(action.accelerator, platform) : undefined}
      data-tip={name}
      data-tip-keys={action?.accelerator}
      data-tip-side="right"
      data-action={id}
      onClick={() => !disabled && performAction(id)}
    >
      <Icon name={(action?.icon ?? 'circle') as IconName} size={21} />
    </button>
  );
}
