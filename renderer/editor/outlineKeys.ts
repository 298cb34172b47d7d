import type { AnyDoc } from '@shared/model/document';
import type { Target } from '@shared/scene/primitives';
import { targetKey } from '@/canvas/targetIndex';
import { addNear } from './addHere';
import { boardActions } from './boardActions';
import type { BoardController } from './boardController';
import { findByLetters, type OutlineRow } from './outlineRows';

/** A text being written in the tree. */
export interface TreeEdit {
  readonly target: Target;
  readonly key: string;
  readonly text: string;
  /** It was added for this: left empty, it is taken back. */
  readonly created: boolean;
  readonly mergeKey: string | null;
}

export interface OutlineActs {
  readonly rows: readonly OutlineRow[];
  readonly at: number;
  readonly go: (row: OutlineRow | null | undefined) => void;
  readonly setExpanded: (key: string, expanded: boolean) => void;
  readonly edit: (edit: TreeEdit) => void;
  readonly typed: (letter: string) => string;
}

type TreeKey = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const MOVES = { ArrowLeft: 'moveBack', ArrowRight: 'moveForward', ArrowUp: 'moveUp', ArrowDown: 'moveDown' } as const;

function startEdit<Doc extends AnyDoc>(controller: BoardController<Doc>, row: OutlineRow, acts: OutlineActs): boolean {
  const { texts, places } = controller.plug;
  const { doc } = controller.session.store.getState();
  const target = texts.writtenPart(row.node.target);
  const { lang } = controller.now().inputs;
  const text = texts.get(doc, target, lang);
  if (places.isPlace(row.node.target)) return add(controller, acts);
  if (text === null || texts.isLocked(doc, target)) return false;
  acts.edit({ target, key: row.key, text, created: false, mergeKey: null });
  return true;
}

function add<Doc extends AnyDoc>(controller: BoardController<Doc>, acts: OutlineActs): boolean {
  const { texts } = controller.plug;
  const added = addNear(controller);
  if (!added) return false;
  const { target, mergeKey } = added;
  controller.select([target]);
  controller.show(target);
  const text = texts.get(controller.session.store.getState().doc, target, controller.now().inputs.lang) ?? '';
  if (texts.opensWhenAdded(target)) {
    acts.edit({ target, key: targetKey(target), text, created: texts.vanishesEmpty(target), mergeKey });
  }
  return true;
}

function sideways(row: OutlineRow, right: boolean, acts: OutlineActs): boolean {
  if (right && row.expanded === false) acts.setExpanded(row.key, true);
  else if (right && row.expanded) acts.go(acts.rows[acts.at + 1]);
  else if (!right && row.expanded) acts.setExpanded(row.key, false);
  else if (!right) acts.go(acts.rows.find((one) => one.key === row.parent));
  return true;
}

/** What a key does on a line of the outline; the line is what is selected. True when it did something. */
export function outlineKey<Doc extends AnyDoc>(
  controller: BoardController<Doc>,
  row: OutlineRow,
  event: TreeKey,
  acts: OutlineActs,
): boolean {
  if (event.ctrlKey || event.metaKey) return false;
  const move = MOVES[event.key as keyof typeof MOVES];
  const actions = boardActions(controller);
  if (event.altKey) return move ? (actions[move]?.() ?? false) || true : false;
  switch (event.key) {
    case 'ArrowDown':
    case 'ArrowUp':
      acts.go(acts.rows[acts.at + (event.key === 'ArrowDown' ? 1 : -1)]);
      return true;
    case 'ArrowRight':
    case 'ArrowLeft':
      return sideways(row, event.key === 'ArrowRight', acts);
    case 'Home':
    case 'End':
      acts.go(acts.rows.at(event.key === 'Home' ? 0 : -1));
      return true;
    case 'Enter':
      return (
        controller.plug.gestures.opened?.(controller, row.node.target) === true || startEdit(controller, row, acts)
      );
    case 'F2':
      return startEdit(controller, row, acts);
    case 'Insert':
      return add(controller, acts);
    case 'Escape':
      controller.focusBoard();
      return true;
    case 'Delete':
    case 'Backspace':
      return actions.deleteSelection?.() ?? false;
    case '+':
    case '-':
      return controller.plug.gestures.step?.(controller.session, row.node.target, event.key === '+') ?? false;
    default:
      return letter(controller, event, acts);
  }
}

function letter<Doc extends AnyDoc>(controller: BoardController<Doc>, event: TreeKey, acts: OutlineActs): boolean {
  if (event.key.length !== 1 || event.key === ' ') return false;
  if (event.key.toLowerCase() === 'n' && !event.shiftKey) return add(controller, acts);
  acts.go(findByLetters(acts.rows, acts.at, acts.typed(event.key)));
  return true;
}
