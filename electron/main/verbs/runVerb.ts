import { parseArgs } from 'node:util';
import { verbWords } from '@shared/cli/verbWords';
import { CLI_EXIT } from '@shared/cliExit';
import type { Lang } from '@shared/i18n/lang';
import { LANGUAGES } from '@shared/i18n/lang';
import { mainTranslator } from '../mainMessages';
import { Misuse, misuseOf } from '../misuse';
import type { VerbIo } from './processIo';
import { runCompletion } from './runCompletion';
import { runDiff } from './runDiff';
import { runLint } from './runLint';
import { runMerge } from './runMerge';
import { runRedact } from './runRedact';
import { runSchema } from './runSchema';
import { runValidate } from './runValidate';
import type { Verb } from './verbNames';
import { type OptionName, optionsOf } from './verbOptions';

/** What a command was asked to do. */
export interface VerbCall {
  /** Words that are no options, without the verb. */
  readonly names: readonly string[];
  readonly options: Readonly<Partial<Record<OptionName, string | boolean | readonly string[]>>>;
  readonly lang: Lang;
  readonly io: VerbIo;
}

const RUNS: Readonly<Record<Verb, (call: VerbCall) => Promise<number>>> = {
  schema: runSchema,
  validate: runValidate,
  diff: runDiff,
  lint: runLint,
  merge: runMerge,
  redact: runRedact,
  completion: runCompletion,
};

/** Runs one command and gives its exit code. `words` begin with the verb, or with `help`; `lang` is the language of what it says. */
export async function runVerb(verb: Verb, words: readonly string[], lang: Lang, io: VerbIo): Promise<number> {
  if (words[0] === 'help' || words.includes('--help') || words.includes('-h')) {
    await io.out(`${verbWords(lang)(`help.${verb}`)}\n`);
    return CLI_EXIT.done;
  }
  try {
    return await RUNS[verb]({ ...readCall(verb, words.slice(1)), lang, io });
  } catch (error) {
    if (!(error instanceof Misuse)) throw error;
    const t = mainTranslator(lang);
    await io.err(`personarium: ${t(error.key, error.values)}\n${t('cli.seeHelp')}\n`);
    return CLI_EXIT.usage;
  }
}

function readCall(verb: Verb, words: readonly string[]): Pick<VerbCall, 'names' | 'options'> {
  const options = optionsOf(verb);
  const { values, positionals } = parsed(words, options);
  const { lang } = values;
  if (typeof lang === 'string' && !LANGUAGES.some((known) => known === lang))
    throw new Misuse('cli.usage.badValue', { option: 'lang', value: lang, allowed: LANGUAGES.join(', ') });
  return { names: positionals, options: values };
}

function parsed(words: readonly string[], options: ReturnType<typeof optionsOf>) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw misuseOf(error);
  }
}
