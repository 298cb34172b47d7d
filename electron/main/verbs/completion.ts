import { REDACT_OPTIONS } from '@shared/redact/choices';
import { EXPORT_OPTIONS, ORIENTATIONS, SHEET_NAMES } from '../cliArguments';
import { VERBS, type Verb } from './verbNames';
import { type OptionName, VERB_OPTIONS } from './verbOptions';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** What an option is followed by: nothing, a path, anything at all, or one of these words. */
export type OptionValue = 'nothing' | 'path' | 'anything' | readonly string[];

interface Command {
  readonly name: string;
  readonly options: readonly (readonly [name: string, value: OptionValue])[];
  /** What stands where no option does: workshops, or one of these words. */
  readonly names: 'files' | readonly string[];
}

const VALUES: Readonly<Record<OptionName, OptionValue>> = {
  json: 'nothing',
  lang: ['fr', 'en'],
  level: ['error', 'warning', 'info'],
  paper: SHEET_NAMES,
  orientation: ORIENTATIONS,
  out: 'path',
  ...REDACT_OPTIONS,
  replace: 'anything',
  seed: 'anything',
  report: 'path',
};

const NAMES: Readonly<Partial<Record<Verb, readonly string[]>>> = { schema: [], completion: SHELLS };

const COMMANDS: readonly Command[] = [
  ...['export', 'render'].map(
    (name): Command => ({ name, options: [...EXPORT_OPTIONS, ['help', 'nothing']], names: 'files' }),
  ),
  ...VERBS.map(
    (name): Command => ({
      name,
      options: [...VERB_OPTIONS[name].map((option) => [option, VALUES[option]] as const), ['help', 'nothing']],
      names: NAMES[name] ?? 'files',
    }),
  ),
  { name: 'help', options: [], names: VERBS },
];

/** The script that completes the words of `personarium` in a shell. It is made of the same lists as the commands are read with. */
export function completionScript(shell: Shell): string {
  if (shell === 'fish') return fishScript();
  return shell === 'bash' ? bashScript() : zshScript();
}

/** In single quotes, which mean the same in all three shells as long as none is inside. */
const quoted = (words: readonly string[], between: string): string => `'${words.join(between)}'`;

const optionNames = ({ options }: Command): readonly string[] => options.map(([name]) => `--${name}`);

/** A case for each option that is followed by known words or by a path, then one for each command. */
function cases(words: (list: readonly string[]) => string, path: string, files: string): readonly string[] {
  const afterOption = COMMANDS.flatMap(({ name, options }) =>
    options.flatMap(([option, value]) => {
      if (value === 'nothing') return [];
      const then = value === 'path' ? path : value === 'anything' ? ':' : words(value);
      return [`    '${name} --${option}') ${then}; return ;;`];
    }),
  );
  const inPlace = COMMANDS.flatMap((command) => [
    `    '${command.name} '-*) ${words(optionNames(command))}; return ;;`,
    `    '${command.name} '*) ${command.names === 'files' ? files : words(command.names)}; return ;;`,
  ]);
  return [...afterOption, '  esac', '  case "$verb $cur" in', ...inPlace];
}

function bashScript(): string {
  const word = (at: string) => `$\{COMP_WORDS[${at}]}`;
  const words = (list: readonly string[]) => `COMPREPLY=($(compgen -W ${quoted(list, ' ')} -- "$cur"))`;
  const files = `COMPREPLY=($(compgen -f -X '!*.personarium' -- "$cur"; compgen -d -- "$cur"))`;
  return [
    '_personarium() {',
    `  local cur=${word('COMP_CWORD')} prev=${word('COMP_CWORD-1')} verb=${word('1')}`,
    '  COMPREPLY=()',
    '  if [ "$COMP_CWORD" -eq 1 ]; then',
    `    ${words(COMMANDS.map(({ name }) => name))}`,
    `    local IFS=$'\\n'`,
    '    COMPREPLY+=($(compgen -f -X \'!*.personarium\' -- "$cur"; compgen -d -- "$cur"))',
    '    return',
    '  fi',
    '  case "$verb $prev" in',
    ...cases(words, `local IFS=$'\\n'; COMPREPLY=($(compgen -f -- "$cur"))`, `local IFS=$'\\n'; ${files}`),
    '  esac',
    '}',
    'complete -o filenames -F _personarium personarium',
  ].join('\n');
}

function zshScript(): string {
  const words = (list: readonly string[]) => (list.length === 0 ? ':' : `compadd -- ${list.join(' ')}`);
  const files = `_files -g '*.personarium(-.)'`;
  return [
    '#compdef personarium',
    '_personarium() {',
    '  local cur=$words[CURRENT] prev=$words[CURRENT-1] verb=$words[2]',
    '  if (( CURRENT == 2 )); then',
    `    ${words(COMMANDS.map(({ name }) => name))}`,
    `    ${files}`,
    '    return',
    '  fi',
    '  case "$verb $prev" in',
    ...cases(words, '_files', files),
    '  esac',
    '}',
    'compdef _personarium personarium',
  ].join('\n');
}

function fishScript(): string {
  const files = `(__fish_complete_suffix .personarium)`;
  const names = COMMANDS.map(({ name }) => name);
  return [
    'complete -c personarium -f',
    `complete -c personarium -n __fish_use_subcommand -a ${quoted(names, ' ')}`,
    `complete -c personarium -n __fish_use_subcommand -k -a '${files}'`,
    ...COMMANDS.flatMap(({ name, options, names: own }) => {
      const here = `complete -c personarium -n '__fish_seen_subcommand_from ${name}'`;
      const place = own === 'files' ? `${here} -k -a '${files}'` : `${here} -a ${quoted(own, ' ')}`;
      return [
        ...(own.length > 0 ? [place] : []),
        ...options.map(([option, value]) => {
          if (value === 'nothing') return `${here} -l ${option}`;
          if (value === 'path') return `${here} -l ${option} -r -F`;
          return `${here} -l ${option} -x${value === 'anything' ? '' : ` -a ${quoted(value, ' ')}`}`;
        }),
      ];
    }),
  ].join('\n');
}
