import { messageLang } from '../cliArguments';
import { systemLang } from '../systemLang';
import { processIo } from './processIo';
import { runVerb } from './runVerb';
import { verbOf } from './verbNames';

/**
 * Runs a command that needs no window in this process, without the engine, and gives its exit code; null when the words ask for something
 * else. The packaged app takes the way through its own main process instead.
 */
export async function plainRun(words: readonly string[]): Promise<number | null> {
  const verb = verbOf(words);
  if (!verb) return null;
  return runVerb(verb, words, messageLang(words, systemLang('linux', process.env, [])), processIo());
}
