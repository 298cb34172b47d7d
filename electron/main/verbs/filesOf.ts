import { verbWords } from '@shared/cli/verbWords';
import { mainTranslator } from '../mainMessages';
import { Misuse } from '../misuse';
import { MOST_PATTERN_FILES, namedFiles } from './filePatterns';
import type { VerbCall } from './runVerb';

/** The files that the words of a call name; null after having said that a pattern names none, or far too many. */
export async function filesOf({
  names,
  lang,
  io,
}: Pick<VerbCall, 'names' | 'lang' | 'io'>): Promise<readonly string[] | null> {
  if (names.length === 0) throw new Misuse('cli.usage.noFile');
  const { files, unmatched } = await namedFiles(names, io.folder);
  const words = verbWords(lang);
  for (const pattern of unmatched) await io.err(`personarium: ${mainTranslator(lang)('cli.noMatch', { pattern })}\n`);
  if (files.length > MOST_PATTERN_FILES)
    await io.err(`personarium: ${words('usage.tooMany', { count: MOST_PATTERN_FILES })}\n`);
  return unmatched.length > 0 || files.length > MOST_PATTERN_FILES ? null : files;
}
