import { CLI_EXIT } from '@shared/cliExit';
import { Misuse } from '../misuse';
import { completionScript, SHELLS } from './completion';
import type { VerbCall } from './runVerb';

/** Prints what completes the words of the command in a shell. */
export async function runCompletion({ names: [name = '', extra], io }: VerbCall): Promise<number> {
  if (extra !== undefined) throw new Misuse('cli.usage.extraWord', { word: extra });
  const shell = SHELLS.find((known) => known === name);
  if (!shell) throw new Misuse('cli.usage.noShell', { shell: name, allowed: SHELLS.join(', ') });
  await io.out(`${completionScript(shell)}\n`);
  return CLI_EXIT.done;
}
