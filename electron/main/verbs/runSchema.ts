import { CLI_EXIT } from '@shared/cliExit';
import { fileSchema } from '@shared/file/fileSchema';
import { Misuse } from '../misuse';
import type { VerbCall } from './runVerb';

/** Prints the JSON Schema that `docs/workshop.schema.json` holds. */
export async function runSchema({ names: [extra], io }: VerbCall): Promise<number> {
  if (extra !== undefined) throw new Misuse('cli.usage.extraWord', { word: extra });
  await io.out(`${JSON.stringify(fileSchema(), null, 2)}\n`);
  return CLI_EXIT.done;
}
