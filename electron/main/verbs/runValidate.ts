import { resolve } from 'node:path';
import { type FileVerdict, unreadVerdict, verdictLines, verdictOf } from '@shared/cli/validation';
import { CLI_EXIT } from '@shared/cliExit';
import { readUserFile } from '../openFiles';
import { filesOf } from './filesOf';
import type { VerbCall } from './runVerb';

/** Says of each file whether the app opens it, and what is wrong with it. */
export async function runValidate(call: VerbCall): Promise<number> {
  const { options, lang, io } = call;
  const files = await filesOf(call);
  if (!files) return CLI_EXIT.unreadable;
  const verdicts: FileVerdict[] = [];
  for (const file of files) {
    const read = await readUserFile(resolve(io.folder, file));
    const verdict = read.ok
      ? verdictOf(file, read.value.name, read.value.bytes, lang)
      : unreadVerdict(file, read.error, lang);
    verdicts.push(verdict);
    // A long list is told as it goes.
    if (!options.json) await io.out(`${verdictLines(verdict, lang).join('\n')}\n`);
  }
  if (options.json) await io.out(`${JSON.stringify(verdicts, null, 2)}\n`);
  return verdicts.every(({ valid }) => valid) ? CLI_EXIT.done : CLI_EXIT.unreadable;
}
