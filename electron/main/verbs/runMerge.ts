import { resolve } from 'node:path';
import { lineText } from '@shared/cli/diffLines';
import { failureText } from '@shared/cli/validation';
import { verbWords } from '@shared/cli/verbWords';
import { type MergedSheet, mergeWorkshops } from '@shared/cli/workshopMerge';
import { CLI_EXIT } from '@shared/cliExit';
import { writeWorkshopFile } from '@shared/file/workshopFile';
import type { Lang } from '@shared/i18n/lang';
import { version } from '../../../package.json';
import { Misuse } from '../misuse';
import { writeUserFile } from '../targets';
import { readBundle, twoFiles } from './readBundle';
import type { VerbCall } from './runVerb';

/** Writes two copies of a workshop as one, and tells what came from where. */
export async function runMerge(call: VerbCall): Promise<number> {
  const { options, lang, io } = call;
  const [first, second] = twoFiles(call);
  const { out } = options;
  if (typeof out !== 'string' || out === '') throw new Misuse('cli.usage.noOut');
  const [a, b] = [await readBundle(first, call), await readBundle(second, call)];
  if (!a || !b) return CLI_EXIT.unreadable;
  const merged = mergeWorkshops(a, b, lang);
  if (!merged) throw new Misuse('cli.usage.otherWorkshop');
  const bytes = writeWorkshopFile(merged.bundle, { appVersion: version, savedAt: io.now() });
  const written = await writeUserFile(resolve(io.folder, out), bytes);
  if (!written.ok) {
    await io.err(`personarium: ${failureText(written.error, lang)}\n`);
    return CLI_EXIT.notWritten;
  }
  const { sheets } = merged;
  const told = options.json
    ? JSON.stringify({ a: first, b: second, out, sheets }, null, 2)
    : [...sheets.flatMap((sheet) => linesOf(sheet, lang)), out].join('\n');
  await io.out(`${told}\n`);
  return CLI_EXIT.done;
}

function linesOf({ origin, kind, title, fromA, fromB, hasHistory }: MergedSheet, lang: Lang): readonly string[] {
  const words = verbWords(lang);
  const sheet = words(`diff.kind.${kind}`, { title });
  const own =
    origin === 'both'
      ? [...fromA.map((line) => ['A', line] as const), ...fromB.map((line) => ['B', line] as const)]
      : [];
  return [
    words('merge.line', { sheet, origin: words(`merge.origin.${origin}`) }),
    ...own.map(([letter, line]) => `    ${letter} ${lineText(line, lang)}`),
    ...(hasHistory ? [] : [`    ${words('merge.noHistory')}`]),
  ];
}
