import { ACTIONS, type ActionId } from '@shared/actions';
import type { Platform } from '@/ui/preferences';

/** What matters of a key event. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Other keys for the same actions, by habit or because a keyboard has no better one. */
const ALIASES: readonly (readonly [string, ActionId])[] = [
  ['CmdOrCtrl+Y', 'redo'],
  ['CmdOrCtrl+=', 'zoomIn'],
  ['Backspace', 'deleteSelection'],
  ['?', 'shortcuts'],
  // With something chosen it is moved.
  ['Alt+Left', 'backToMap'],
];

const BINDINGS: readonly (readonly [string, ActionId])[] = [
  ...ACTIONS.flatMap((action) => (action.accelerator ? [[action.accelerator, action.id] as const] : [])),
  ...ALIASES,
];

const NAMED: Readonly<Record<string, string>> = {
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
  Up: 'ArrowUp',
  Down: 'ArrowDown',
  Plus: '+',
};
/** Signs that some keyboards only have with Shift, others without. */
const SHIFT_FREE = new Set(['+', '-', '/', '=', '?']);

function keyMatches(wanted: string, press: KeyPress): boolean {
  const name = NAMED[wanted] ?? wanted;
  if (/^\d$/.test(name)) return press.code === `Digit${name}` || press.code === `Numpad${name}` || press.key === name;
  if (/^[A-Z]$/.test(name)) {
    // A keyboard without Latin letters still has the key in its place; a comma or a question mark there is no letter.
    return /^[a-z]$/i.test(press.key)
      ? press.key.toUpperCase() === name
      : /^(?!\p{Script=Latin})\p{L}$/u.test(press.key) && press.code === `Key${name}`;
  }
  return press.key === name;
}

function matches(accelerator: string, press: KeyPress, platform: Platform): boolean {
  const parts = accelerator.split('+');
  const key = parts.at(-1) ?? '';
  const mac = platform === 'darwin';
  const command = parts.includes('CmdOrCtrl');
  const wantsShift = parts.includes('Shift');
  return (
    (mac ? press.metaKey : press.ctrlKey) === command &&
    (mac ? press.ctrlKey : press.metaKey) === false &&
    press.altKey === parts.includes('Alt') &&
    (press.shiftKey === wantsShift || SHIFT_FREE.has(NAMED[key] ?? key) || (command && /^\d$/.test(key))) &&
    keyMatches(key, press)
  );
}

/** The actions of a key press, the one that is meant where it is possible first. */
export const actionsOf = (press: KeyPress, platform: Platform): readonly ActionId[] =>
  BINDINGS.flatMap(([accelerator, action]) => (matches(accelerator, press, platform) ? [action] : []));

/** Keys that write or move inside a text: they act on the app only where no field has the focus. */
export function writesText(press: KeyPress): boolean {
  return !(press.ctrlKey || press.metaKey) && !/^F\d+$/.test(press.key);
}

const TEXT_INPUTS = new Set(['text', 'search', 'number', 'date', 'email', 'url', 'password', 'tel', 'time']);

/** True where typing goes: a text field, or a list that finds its lines by their first letters. */
export function takesTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (isTextField(target)) return true;
  return target.closest('[role="menu"],[role="listbox"],[role="tree"],[role="combobox"]') !== null;
}

export function isTextField(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLInputElement) return TEXT_INPUTS.has(target.type);
  return target instanceof HTMLElement && target.isContentEditable;
}
