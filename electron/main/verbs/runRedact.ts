import { resolve } from 'node:path';
import { failureText } from '@shared/cli/validation';
import { CLI_EXIT } from '@shared/cliExit';
import { writeWorkshopFile } from '@shared/file/workshopFile';
import {
  REDACT_OPTION_NAMES,
  REDACT_OPTIONS,
  type RedactOption,
  type RedactOptions,
  SAFEST,
  type WordPair,
} from '@shared/redact/choices';
import { hashText } from '@shared/redact/draw';
import { NO_MOMENT, redactWorkshop } from '@shared/redact/redactWorkshop';
import { reportMarkdown, summaryLines } from '@shared/redact/reportText';
import { version } from '../../../package.json';
import { Misuse } from '../misuse';
import { writeUserFile } from '../targets';
import { readBundle } from './readBundle';
import type { VerbCall } from './runVerb';

/** Writes a copy that may leave, and tells what was changed for it. */
export async function runRedact(call: VerbCall): Promise<number> {
  const { names, options, lang, io } = call;
  const [file, extra] = names;
  if (file === undefined || extra !== undefined) throw new Misuse('cli.usage.oneFile');
  const { out, report: reportFile, seed } = options;
  if (typeof out !== 'string' || out === '') throw new Misuse('cli.usage.noOut');
  const chosen = { ...SAFEST, ...Object.fromEntries(REDACT_OPTION_NAMES.flatMap((name) => chosenOf(name, options))) };
  const words = pairsOf(options.replace);
  const original = await readBundle(file, call);
  if (!original) return CLI_EXIT.unreadable;
  // The same file gives the same copy; who has the copy alone cannot find out its seed.
  const content = JSON.stringify(Object.entries(original.docs).map(([id, { doc }]) => [id, doc]));
  const choices = {
    ...(chosen as RedactOptions),
    words,
    lang,
    seed: typeof seed === 'string' ? seed : hashText(content),
  };
  const { bundle, report } = redactWorkshop(original, choices);
  const files: (readonly [path: string, bytes: Uint8Array])[] = [
    [out, writeWorkshopFile(bundle, { appVersion: version, savedAt: NO_MOMENT })],
  ];
  if (typeof reportFile === 'string' && reportFile !== '') {
    const isJson = /\.json$/i.test(reportFile);
    const text = isJson ? `${JSON.stringify(report, null, 2)}\n` : reportMarkdown(report, lang);
    files.push([reportFile, Buffer.from(text)]);
  }
  for (const [path, bytes] of files) {
    const written = await writeUserFile(resolve(io.folder, path), bytes);
    if (written.ok) continue;
    await io.err(`personarium: ${failureText(written.error, lang)}\n`);
    return CLI_EXIT.notWritten;
  }
  const told = options.json
    ? JSON.stringify({ file, out, ...report }, null, 2)
    : [...summaryLines(report, lang), ...files.map(([path]) => path)].join('\n');
  await io.out(`${told}\n`);
  return CLI_EXIT.done;
}

function chosenOf(name: RedactOption, options: VerbCall['options']): readonly (readonly [string, string])[] {
  const value = options[name];
  if (value === undefined) return [];
  const allowed: readonly string[] = REDACT_OPTIONS[name];
  if (typeof value === 'string' && allowed.includes(value)) return [[name, value]];
  throw new Misuse('cli.usage.badValue', { option: name, value: String(value), allowed: allowed.join(', ') });
}

/** `word=other word`: what stands before the first equals sign, and after it. */
const pairsOf = (replace: VerbCall['options']['replace']): readonly WordPair[] =>
  (Array.isArray(replace) ? replace : []).map((word): WordPair => {
    const [, from = '', to = ''] = /^([^=]*)=(.*)$/s.exec(word) ?? [];
    if (!/[\p{L}\p{N}]/u.test(from)) throw new Misuse('cli.usage.badPair', { word });
    return { from: from.trim(), to: to.trim() };
  });
