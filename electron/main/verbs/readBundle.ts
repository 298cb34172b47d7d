import { resolve } from 'node:path';
import { failureText, unreadText } from '@shared/cli/validation';
import { readWorkshopFile, type WorkshopBundle } from '@shared/file/workshopFile';
import { Misuse } from '../misuse';
import { readUserFile } from '../openFiles';
import type { VerbCall } from './runVerb';

/** The two names of a call that wants two, neither more nor fewer. */
export function twoFiles({ names: [first, second, extra] }: Pick<VerbCall, 'names'>): readonly [string, string] {
  if (first === undefined || second === undefined) throw new Misuse('cli.usage.twoFiles');
  if (extra !== undefined) throw new Misuse('cli.usage.extraWord', { word: extra });
  return [first, second];
}

/** The workshop of a file; null after having said why there is none. */
export async function readBundle(
  file: string,
  { lang, io }: Pick<VerbCall, 'lang' | 'io'>,
): Promise<WorkshopBundle | null> {
  const read = await readUserFile(resolve(io.folder, file));
  const bundle = read.ok ? readWorkshopFile(read.value.bytes, read.value.name) : read;
  if (bundle.ok) return bundle.value;
  const why = read.ok ? failureText(bundle.error, lang) : unreadText(bundle.error, lang);
  await io.err(`personarium: ${file}: ${why}\n`);
  return null;
}
