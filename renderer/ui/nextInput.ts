/**
 * Does something in the next turn of the page, or before the key or the press that comes earlier than that: what somebody chose is done
 * before what they do next, however busy the machine. A key that finds the focus moved goes where it is now.
 */
export function beforeNextInput(act: () => void): void {
  const waiting = new AbortController();
  const done = (): void => {
    clearTimeout(timer);
    waiting.abort();
    act();
  };
  const timer = setTimeout(done);
  const early = { capture: true, signal: waiting.signal } as const;
  window.addEventListener('pointerdown', done, early);
  window.addEventListener(
    'keydown',
    (event) => {
      const before = document.activeElement;
      done();
      const now = document.activeElement;
      if (!now || now === before) return;
      event.stopImmediatePropagation();
      // A letter goes into the field by itself; what the key means beside that is told.
      const again = new KeyboardEvent('keydown', event);
      if (!now.dispatchEvent(again)) event.preventDefault();
    },
    early,
  );
}
