import type { IpcEvents } from '@shared/ipc';
import type { BrowserWindow } from 'electron';

/** Tells the window something. */
export function sendEvent<E extends keyof IpcEvents>(
  window: BrowserWindow | null,
  event: E,
  payload: IpcEvents[E],
): void {
  if (window && !window.isDestroyed()) window.webContents.send(`event:${event}`, payload);
}
