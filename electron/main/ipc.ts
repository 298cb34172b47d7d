import type { AppError } from '@shared/base/appError';
import { fail } from '@shared/base/result';
import {
  badRequest,
  type Channel,
  IPC_ARGS,
  type IpcArgs,
  type IpcEvents,
  type IpcReply,
  type IpcResult,
} from '@shared/ipc';
import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { z } from 'zod';
import { errorCode, log } from './log';
import { APP_ORIGIN, isAppUrl } from './origin';

/** What main does for each channel; one that is missing does not compile. */
export type Handlers = {
  readonly [C in Channel]: (...args: IpcArgs<C>) => Answer<C> | Promise<Answer<C>>;
};
// A handler without an answer simply ends.
// biome-ignore lint/suspicious/noConfusingVoidType: see above.
type Answer<C extends Channel> = IpcResult<C> extends undefined ? void : IpcResult<C>;

/** Answers every channel of the contract, for the top frame of the app's own window only. */
export function registerIpc(handlers: Handlers, currentWindow: () => BrowserWindow | null): void {
  for (const channel of Object.keys(IPC_ARGS) as Channel[]) {
    ipcMain.handle(channel, (event, ...args) =>
      isFromWindow(event, currentWindow()) ? reply(handlers, channel, args) : refused(channel, 'sender'),
    );
  }
}

/** Tells the window something. */
export function sendEvent<E extends keyof IpcEvents>(
  window: BrowserWindow | null,
  event: E,
  payload: IpcEvents[E],
): void {
  if (window && !window.isDestroyed()) window.webContents.send(`event:${event}`, payload);
}

function isFromWindow(event: IpcMainInvokeEvent, window: BrowserWindow | null): boolean {
  const frame = event.senderFrame;
  if (!window || window.isDestroyed() || event.sender !== window.webContents || !frame) return false;
  return frame === window.webContents.mainFrame && frame.origin === APP_ORIGIN && isAppUrl(frame.url);
}

async function reply<C extends Channel>(handlers: Handlers, channel: C, args: unknown[]): Promise<IpcReply<C>> {
  const checked = IPC_ARGS[channel].safeParse(args);
  if (!checked.success) return refused(channel, summary(checked.error));
  try {
    // The schema of this very channel has just accepted the arguments; the compiler cannot follow a union of tuples.
    const handler = handlers[channel] as (...values: unknown[]) => IpcResult<C> | Promise<IpcResult<C>>;
    return { ok: true, value: await handler(...checked.data) };
  } catch (error) {
    log('handler-failed', `${channel} ${errorCode(error)}`);
    return fail(badRequest(channel, errorCode(error)));
  }
}

function refused(channel: Channel, detail: string): { readonly ok: false; readonly error: AppError } {
  log('request-refused', `${channel} ${detail}`);
  return fail(badRequest(channel, detail));
}

/** Where and how the arguments miss the schema, without any of their content. */
function summary(error: z.ZodError): string {
  const [first] = error.issues;
  return first ? `${first.code} at ${first.path.join('.') || 'arguments'}` : 'arguments';
}
