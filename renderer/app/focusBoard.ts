import { appStore } from './appStore';
import { boardIsUsable } from './firstPaint';

/** A dialog that closes gives the focus back a moment later. */
const SETTLED_MS = 80;

/** Gives the board the keyboard once it can be used, unless something else took the focus meanwhile. */
export async function focusBoard(): Promise<void> {
  await boardIsUsable();
  await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
  const { screen, dialog } = appStore.getState();
  const { activeElement } = document;
  if (screen !== 'board' || dialog || (activeElement && activeElement !== document.body)) return;
  document.querySelector<HTMLElement>('[data-board-canvas] [tabindex="0"]')?.focus({ preventScroll: true });
}
