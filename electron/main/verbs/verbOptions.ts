import type { Verb } from './verbNames';

/** Every option of a command that needs no window. */
const OPTIONS = {
  json: { type: 'boolean' },
  lang: { type: 'string' },
  level: { type: 'string' },
  out: { type: 'string' },
} as const;

export type OptionName = keyof typeof OPTIONS;

/** Which command takes which. */
export const VERB_OPTIONS: Readonly<Record<Verb, readonly OptionName[]>> = {
  schema: ['lang'],
  validate: ['json', 'lang'],
  diff: ['json', 'lang'],
  completion: ['lang'],
  merge: ['out', 'json', 'lang'],
  lint: ['json', 'level', 'lang'],
};

/** The options of a verb, as `parseArgs` wants them. */
export const optionsOf = (verb: Verb): Readonly<Partial<typeof OPTIONS>> =>
  Object.fromEntries(VERB_OPTIONS[verb].map((name) => [name, OPTIONS[name]]));
