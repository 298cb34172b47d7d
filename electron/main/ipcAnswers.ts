import { fail } from '@shared/base/result';
import type { z } from '@shared/base/schema';
import { IPC_ARGS, type IpcArgs, type IpcReply, type IpcResult } from '@shared/ipc';
import { badRequest, type Channel } from '@shared/ipcChannels';
import { type Answer, refused } from './ipc';
import { errorCode, log } from './log';

/** What main does for each channel; one that is missing does not compile. */
export type Handlers = {
  readonly [C in Channel]: (...args: IpcArgs<C>) => HandlerResult<C> | Promise<HandlerResult<C>>;
};
// A handler without an answer simply ends.
// biome-ignore lint/suspicious/noConfusingVoidType: see above.
type HandlerResult<C extends Channel> = IpcResult<C> extends undefined ? void : IpcResult<C>;

/** Answers with `handlers`, each of which sees only arguments that its channel's schema has accepted. */
export function answersOf(handlers: Handlers): Answer {
  return (channel, args) => reply(handlers, channel, args);
}

async function reply<C extends Channel>(
  handlers: Handlers,
  channel: C,
  args: readonly unknown[],
): Promise<IpcReply<C>> {
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

/** Where and how the arguments miss the schema, without any of their content. */
function summary(error: z.ZodError): string {
  const [first] = error.issues;
  return first ? `${first.code} at ${first.path.join('.') || 'arguments'}` : 'arguments';
}
