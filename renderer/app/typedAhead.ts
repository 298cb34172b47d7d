import { appStore } from './appStore';
import { isTextField } from './shortcuts';

/** A dialog that has not come by then does not come: the keyboard is free again. */
const LONGEST_MS = 10_000;
const DIALOG = '[role="dialog"],[role="alertdialog"]';
const MODIFIERS: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock']);

/**
 * The code of a dialog is fetched when it is first asked for. Keys that are pressed meanwhile wait until it has the keyboard and are
 * given to it in their order: who types right after Ctrl+K loses no letter, however slow the machine. A dialog that closes gives the
 * keyboard back at once, not at the next frame: a key pressed before that would go nowhere.
 */
export function keepKeysForDialogs(): void {
  let stop = (): void => undefined;
  let hadKeyboard: Element | null = null;
  appStore.subscribe(({ dialog }, before) => {
    if (dialog && !before.dialog) {
      hadKeyboard = document.activeElement;
      stop = holdKeys();
    } else if (!dialog && before.dialog) {
      stop();
      void giveBack(hadKeyboard);
    }
  });
}

async function giveBack(to: Element | null): Promise<void> {
  await turns();
  const isNowhere = !document.activeElement || document.activeElement === document.body;
  if (isNowhere && to instanceof HTMLElement && to.isConnected) to.focus({ preventScroll: true });
}

/** What React does about a change has been done; no key and no frame comes in between. */
async function turns(): Promise<void> {
  for (let left = 3; left > 0; left--) await Promise.resolve();
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
    // What one key changes is there for the next one.
    await turns();
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
