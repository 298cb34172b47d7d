import { VERBS } from './verbs/verbNames';

/** What a start with a window was asked for. */
export interface Launch {
  /** Files to open, as they were written. */
  readonly files: readonly string[];
  readonly openSample: boolean;
  /** 0 unless started with `--bench-notes=N`. */
  readonly benchNotes: number;
  /** 0 unless started with `--bench-personas=N`. */
  readonly benchPersonas: number;
}

const MOST_BENCHED = 100_000;
/** Options of the engine that may stand among the app's words. */
const ENGINE_OPTION =
  /^--(no-sandbox|disable-gpu|headless|ozone-platform(-hint)?(=.*)?|enable-logging(=.*)?|log-net-log=.*|user-data-dir=.*|inspect(-brk)?(=.*)?|remote-debugging-port=.*|force-device-scale-factor=.*)$/;
const COMMANDS: ReadonlySet<string> = new Set(['export', 'render', 'help', '--help', '-h', '--version', ...VERBS]);

/** The words meant for the app. A development runtime is started as `electron [options] APP words...`. */
export function appWords(argv: readonly string[], defaultApp: boolean): readonly string[] {
  const words = defaultApp ? argv.slice(firstOwnWord(argv)) : argv.slice(1);
  return words.filter((word) => word !== '' && !ENGINE_OPTION.test(word));
}

function firstOwnWord(argv: readonly string[]): number {
  let index = 1;
  while (index < argv.length && argv[index]?.startsWith('-')) {
    index += argv[index] === '-r' || argv[index] === '--require' ? 2 : 1;
  }
  return index + 1;
}

/** True when the words ask for the command line instead of the window. */
export function isCommandLine([first = '']: readonly string[]): boolean {
  return COMMANDS.has(first);
}

/** Reads the words of a start with a window; options it does not know are left to the engine. */
export function readLaunch(words: readonly string[]): Launch {
  const count = (option: string): number => {
    const text = words.find((word) => word.startsWith(option))?.slice(option.length) ?? '';
    return /^\d{1,6}$/.test(text) ? Math.min(Number(text), MOST_BENCHED) : 0;
  };
  return {
    files: words.filter((word) => !word.startsWith('-')),
    openSample: words.includes('--sample'),
    benchNotes: count('--bench-notes='),
    benchPersonas: count('--bench-personas='),
  };
}
