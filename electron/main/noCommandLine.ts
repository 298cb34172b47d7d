import { fail } from '@shared/base/result';
import { badRequest } from '@shared/ipcChannels';
import type { Handlers } from './ipcAnswers';

/** The command line's channels in a start with a window: there is no job. */
export const NO_COMMAND_LINE = {
  cliJob: () => null,
  cliReport: () => undefined,
  cliWrite: () => fail(badRequest('cliWrite', 'no command line')),
  cliDone: () => undefined,
} satisfies Partial<Handlers>;
