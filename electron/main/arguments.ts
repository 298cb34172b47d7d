/** What the app was started with, after the words for the runtime itself were taken away. */
export interface Launch {
  /** Words that stand alone: a command of the command line, or files to open. */
  readonly words: readonly string[];
  readonly openSample: boolean;
  /** 0 unless started with `--bench-notes=N`. */
  readonly benchNotes: number;
}

const COMMANDS: ReadonlySet<string> = new Set(['export', 'help']);
const ANSWERS: ReadonlySet<string> = new Set(['--help', '-h', '--version']);
const MOST_BENCH_NOTES = 100_000;

/** The words meant for the app. A development runtime is started as `electron [options] APP words...`. */
export function appWords(argv: readonly string[], defaultApp: boolean): readonly string[] {
  if (!defaultApp) return argv.slice(1);
  let index = 1;
  while (index < argv.length && argv[index]?.startsWith('-')) {
    index += argv[index] === '-r' || argv[index] === '--require' ? 2 : 1;
  }
  return argv.slice(index + 1);
}

/** True when the words ask for the command line instead of the window. */
export function isCommandLine(words: readonly string[]): boolean {
  const first = words.find((word) => !word.startsWith('-'));
  if (first !== undefined && first === words[0]) return COMMANDS.has(first);
  return words.some((word) => ANSWERS.has(word));
}

/** Reads the words of a start with a window; unknown options are the engine's. */
export function readLaunch(words: readonly string[]): Launch {
  const notes = words.find((word) => word.startsWith('--bench-notes='))?.slice('--bench-notes='.length) ?? '';
  const count = /^\d{1,6}$/.test(notes) ? Number(notes) : 0;
  return {
    words: words.filter((word) => word !== '' && !word.startsWith('-')),
    openSample: words.includes('--sample'),
    benchNotes: Math.min(count, MOST_BENCH_NOTES),
  };
}
