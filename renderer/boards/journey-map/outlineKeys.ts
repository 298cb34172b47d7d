import type { EmotionPointId } from '@shared/base/ids';
import type { Target } from '@shared/scene/primitives';
import { addNear, vanishesEmpty } from './addHere';
import { boardActions, writtenPart } from './boardActions';
import type { JourneyController } from './controller';
import { nudgeValence } from './moving';
import { findByLetters, type OutlineRow } from './outlineRows';
import { isLocked, textOf } from './texts';

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

function startEdit(controller: JourneyController, row: OutlineRow, acts: OutlineActs): boolean {
  const { doc } = controller.session.store.getState();
  const target = writtenPart(row.node.target);
  const { lang } = controller.now().inputs;
  const text = textOf(doc, target, lang);
  if (row.node.target.kind === 'cell') return add(controller, acts);
  if (text === null || isLocked(doc, target)) return false;
  acts.edit({ target, key: row.key, text, created: false, mergeKey: null });
  return true;
}

function add(controller: JourneyController, acts: OutlineActs): boolean {
  const added = addNear(controller);
  if (!added) return false;
  const { target, mergeKey } = added;
  controller.select([target]);
  controller.show(target);
  const text = textOf(controller.session.store.getState().doc, target, controller.now().inputs.lang) ?? '';
  if (target.kind !== 'emotion-point') {
    acts.edit({ target, key: `${target.kind}:${target.id}`, text, created: vanishesEmpty(target), mergeKey });
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
export function outlineKey(controller: JourneyController, row: OutlineRow, event: TreeKey, acts: OutlineActs): boolean {
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
      if (row.node.target.kind !== 'emotion-point') return false;
      return nudgeValence(controller.session, row.node.target.id as EmotionPointId, event.key === '+', false) || true;
    default:
      return letter(controller, event, acts);
  }
}

function letter(controller: JourneyController, event: TreeKey, acts: OutlineActs): boolean {
  if (event.key.length !== 1 || event.key === ' ') return false;
  if (event.key.toLowerCase() === 'n' && !event.shiftKey) return add(controller, acts);
  acts.go(findByLetters(acts.rows, acts.at, acts.typed(event.key)));
  return true;
}
