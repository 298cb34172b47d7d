import { fail, type Result } from '@shared/base/result';
import { badRequest, CHANNELS, type Channel } from '@shared/ipcChannels';
import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import { log } from './log';
import { APP_ORIGIN, isAppUrl } from './origin';

/** Checks what was asked on a channel, and answers it. */
export type Answer = (channel: Channel, args: readonly unknown[]) => Promise<Result<unknown>>;

/**
 * Opens every channel of the contract, for the top frame of the app's own window only. A request that comes before `answer` is there
 * waits for it.
 */
export function registerIpc(currentWindow: () => BrowserWindow | null, answer: Promise<Answer>): void {
  for (const channel of CHANNELS) {
    ipcMain.handle(channel, async (event, ...args) =>
      isFromWindow(event, currentWindow()) ? (await answer)(channel, args) : refused(channel, 'sender'),
    );
  }
}

/** The answer to a request that does not fit the contract. */
export function refused(channel: Channel, detail: string): Result<never> {
  log('request-refused', `${channel} ${detail}`);
  return fail(badRequest(channel, detail));
}

function isFromWindow(event: IpcMainInvokeEvent, window: BrowserWindow | null): boolean {
  const frame = event.senderFrame;
  if (!window || window.isDestroyed() || event.sender !== window.webContents || !frame) return false;
  return frame === window.webContents.mainFrame && frame.origin === APP_ORIGIN && isAppUrl(frame.url);
}
