import { appStore } from './appStore';
import { isTextField } from './shortcuts';

/** A dialog that has not come by then does not come: the keyboard is free again. */
const LONGEST_MS = 10_000;
const DIALOG = '[role="dialog"],[role="alertdialog"]';
const MODIFIERS: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock']);

/**
 * The code of a dialog is fetched when it is first asked for. Keys that are pressed meanwhile wait until it has the keyboard and are
 * given to it in their order: who types right after Ctrl+K loses no letter, however slow the machine.
 */
export function keepKeysForDialogs(): void {
  let stop = (): void => undefined;
  appStore.subscribe(({ dialog }, before) => {
    if (!dialog) stop();
    else if (!before.dialog) stop = holdKeys();
  });
}

function holdKeys(): () => void {
  const held: KeyboardEvent[] = [];
  const holding = new AbortController();
  const end = (): void => {
    clearTimeout(late);
    holding.abort();
  };
  const late = setTimeout(end, LONGEST_MS);
  const first = { capture: true, signal: holding.signal } as const;
  window.addEventListener(
    'keydown',
    (event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!MODIFIERS.has(event.key)) held.push(event);
    },
    first,
  );
  window.addEventListener(
    'focusin',
    ({ target }) => {
      if (!(target instanceof Element) || !target.closest(DIALOG)) return;
      end();
      // It is still being put on the screen.
      queueMicrotask(() => void giveOut(held));
    },
    first,
  );
  return end;
}

async function giveOut(held: readonly KeyboardEvent[]): Promise<void> {
  for (const event of held) {
    give(event, document.activeElement ?? document.body);
    // What one key changes is there for the next one; no other key comes in between.
    for (let turns = 0; turns < 3; turns += 1) await Promise.resolve();
  }
}

function give(event: KeyboardEvent, to: Element): void {
  const isUsed = !to.dispatchEvent(new KeyboardEvent('keydown', event));
  if (isUsed || !isTextField(to) || event.ctrlKey || event.metaKey) return;
  // What the engine does with keys of a person, it does not do with these.
  if (event.key.length === 1) document.execCommand('insertText', false, event.key);
  else if (event.key === 'Backspace') document.execCommand('delete');
  else if (event.key === 'Enter' && to instanceof HTMLInputElement) to.form?.requestSubmit();
}
