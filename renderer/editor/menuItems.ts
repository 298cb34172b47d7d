import type { ActionId } from '@shared/actions';
import type { TranslateFn } from '@shared/i18n/translate';
import type { AnyDoc } from '@shared/model/document';
import { EVIDENCE_KINDS } from '@shared/model/evidence';
import type { MenuItemSpec } from '@/ui/menuItems';
import { boardActions } from './boardActions';
import type { BoardController } from './boardController';
import type { EditedNote } from './boardEditing';
import { chosenNotes } from './noteActions';

/** One line of the board's menu and what it does. */
export interface BoardMenuItem extends MenuItemSpec {
  readonly run: () => void;
}

/** The lines that menus of every kind of board share. */
export interface MenuLines {
  readonly act: (name: ActionId) => () => void;
  readonly edit: (locked?: boolean) => BoardMenuItem;
  readonly duplicate: () => BoardMenuItem;
  /** `refusal`: why it cannot be deleted. */
  readonly remove: (refusal?: string | null) => BoardMenuItem;
  readonly move: (name: MoveAction, atEdge: boolean) => BoardMenuItem;
  readonly zoomHere: () => BoardMenuItem;
  readonly zoomFit: () => BoardMenuItem;
  readonly addNote: () => BoardMenuItem;
  /** What a note can be given: the next kind of evidence, a vote, a lock. */
  readonly noteFields: (note: EditedNote) => readonly BoardMenuItem[];
}

type MoveAction = 'moveBack' | 'moveForward' | 'moveUp' | 'moveDown';

const MOVES = {
  moveBack: { label: 'editing.menu.moveLeft', icon: 'arrow-left', shortcut: 'Alt+Left' },
  moveForward: { label: 'editing.menu.moveRight', icon: 'arrow-right', shortcut: 'Alt+Right' },
  moveUp: { label: 'editing.menu.moveUp', icon: 'arrow-up', shortcut: 'Alt+Up' },
  moveDown: { label: 'editing.menu.moveDown', icon: 'arrow-down', shortcut: 'Alt+Down' },
} as const;

export function menuLines<Doc extends AnyDoc>(controller: BoardController<Doc>, t: TranslateFn): MenuLines {
  const act = (name: ActionId) => () => void boardActions(controller)[name]?.();
  const noteFields = (note: EditedNote): BoardMenuItem[] => {
    const next = EVIDENCE_KINDS[note.evidence ? EVIDENCE_KINDS.indexOf(note.evidence) + 1 : 0] ?? null;
    return [
      {
        id: 'evidence',
        label: next
          ? t('editing.menu.evidenceIs', { evidence: t(`journey.evidence.${next}`) })
          : t('editing.menu.evidenceNone'),
        icon: 'seal-check',
        shortcut: 'P',
        separated: true,
        run: act('nextEvidence'),
      },
      ...(controller.plug.notes.proofOnly ? [] : noteOnly(note)),
    ];
  };
  const noteOnly = (note: EditedNote): BoardMenuItem[] => {
    return [
      gather(),
      lock(note.locked),
      { id: 'tags', label: t('editing.menu.tags'), icon: 'tag', shortcut: 'Shift+T', run: act('editTags') },
      { id: 'vote', label: t('editing.menu.vote'), icon: 'hand-pointing', shortcut: 'V', run: act('vote') },
    ];
  };
  const gather = (): BoardMenuItem => ({
    id: 'group',
    label: t('editing.menu.group'),
    icon: 'stack-plus',
    shortcut: 'CmdOrCtrl+G',
    run: act('groupNotes'),
  });
  const lock = (locked: boolean): BoardMenuItem => ({
    id: 'lock',
    label: t(locked ? 'editing.menu.unlock' : 'editing.menu.lock'),
    icon: locked ? 'lock-simple-open' : 'lock-simple',
    shortcut: 'Shift+K',
    run: act('lock'),
  });
  return {
    act,
    edit: (locked = false) => ({
      id: 'edit',
      label: t('editing.menu.edit'),
      icon: 'pencil-simple',
      shortcut: 'F2',
      run: act('editSelection'),
      ...(locked ? { disabled: true, reason: t('editing.menu.reasonLocked') } : {}),
    }),
    duplicate: () => ({
      id: 'duplicate',
      label: t('editing.menu.duplicate'),
      icon: 'copy',
      shortcut: 'CmdOrCtrl+D',
      run: act('duplicate'),
    }),
    remove: (refusal = null) => ({
      id: 'delete',
      label: t('editing.menu.delete'),
      icon: 'trash',
      shortcut: 'Delete',
      danger: refusal === null,
      separated: true,
      run: act('deleteSelection'),
      ...(refusal ? { disabled: true, reason: refusal } : {}),
    }),
    move: (name, atEdge) => ({
      id: name,
      ...MOVES[name],
      label: t(MOVES[name].label),
      run: act(name),
      ...(atEdge ? { disabled: true, reason: t('editing.menu.reasonEdge') } : {}),
    }),
    zoomHere: () => ({
      id: 'zoom',
      label: t('editing.menu.zoomHere'),
      icon: 'arrows-out',
      shortcut: 'Shift+2',
      run: act('zoomSelection'),
    }),
    zoomFit: () => ({
      id: 'fit',
      label: t('editing.menu.zoomFit'),
      icon: 'corners-out',
      shortcut: 'Shift+1',
      separated: true,
      run: act('zoomFit'),
    }),
    addNote: () => ({ id: 'note', label: t('actions.addNote'), icon: 'note', shortcut: 'N', run: act('addNote') }),
    noteFields,
  };
}

/** The menu of several things: what is done with all of them. */
function manyMenu<Doc extends AnyDoc>(controller: BoardController<Doc>, t: TranslateFn): readonly BoardMenuItem[] {
  const lines = menuLines(controller, t);
  const notes = chosenNotes(controller);
  const [first] = notes;
  const allLocked = notes.length === controller.selection().length && notes.every((note) => note.locked);
  return [
    lines.duplicate(),
    ...(first ? lines.noteFields({ ...first, locked: notes.every((note) => note.locked) }) : []),
    ...(controller.plug.manyMenu?.(controller, t) ?? []),
    lines.remove(allLocked && notes.length > 0 ? t('editing.menu.reasonLocked') : null),
  ];
}

/** A menu of more lines is read, not seen. */
const MOST_LINES = 9;

/** The menu of what is selected, of one thing or of several; where it is not long already, with the way to copy that as something else. */
export function boardMenuItems<Doc extends AnyDoc>(
  controller: BoardController<Doc>,
  t: TranslateFn,
): readonly BoardMenuItem[] {
  const items = controller.selection().length > 1 ? manyMenu(controller, t) : controller.plug.menu(controller, t);
  if (items.length >= MOST_LINES) return items;
  const copyAs: BoardMenuItem = {
    id: 'copyAs',
    label: t('actions.copyAs'),
    icon: 'copy',
    shortcut: 'CmdOrCtrl+Shift+C',
    run: menuLines(controller, t).act('copyAs'),
  };
  // Before what deletes, and what only looks at the board.
  const last = items.findIndex(({ id }) => id === 'delete' || id === 'fit');
  return last < 0 ? [...items, copyAs] : [...items.slice(0, last), copyAs, ...items.slice(last)];
}
