import { diffLines } from '@shared/cli/diffLines';
import { workshopDiff } from '@shared/cli/workshopDiff';
import { CLI_EXIT } from '@shared/cliExit';
import { readBundle, twoFiles } from './readBundle';
import type { VerbCall } from './runVerb';

/** Tells what two workshops say otherwise. */
export async function runDiff(call: VerbCall): Promise<number> {
  const { options, lang, io } = call;
  const [first, second] = twoFiles(call);
  const [a, b] = [await readBundle(first, call), await readBundle(second, call)];
  if (!a || !b) return CLI_EXIT.unreadable;
  const sheets = workshopDiff(a, b, lang);
  const told = options.json
    ? JSON.stringify({ a: first, b: second, differ: sheets.length > 0, sheets }, null, 2)
    : diffLines(sheets, lang).join('\n');
  await io.out(`${told}\n`);
  return sheets.length > 0 ? CLI_EXIT.different : CLI_EXIT.done;
}
