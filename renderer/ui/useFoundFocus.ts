import { type RefObject, useEffect, useRef } from 'react';

/**
 * Keeps a dialog under the keys when what had the focus in it goes away (a button that becomes another one, the last line of a list): the
 * engine then gives the focus to the page, where no key would reach the dialog. The next key finds it; Escape closes it.
 */
export function useFoundFocus(dialog: RefObject<HTMLElement | null>, onClose: () => void): void {
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    const find = (event: KeyboardEvent) => {
      if (document.activeElement !== document.body || !isOnTop(dialog.current)) return;
      dialog.current?.focus();
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      close.current();
    };
    document.addEventListener('keydown', find, { capture: true });
    return () => document.removeEventListener('keydown', find, { capture: true });
  }, [dialog]);
}

/** Of several dialogs over each other the last one is in front. */
function isOnTop(dialog: HTMLElement | null): boolean {
  return dialog !== null && [...document.querySelectorAll('[role="dialog"], [role="alertdialog"]')].at(-1) === dialog;
}
