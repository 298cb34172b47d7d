import { REDACT_OPTION_NAMES } from '@shared/redact/choices';
import type { Verb } from './verbNames';

/** Every option of a command that needs no window. */
const OPTIONS = {
  json: { type: 'boolean' },
  lang: { type: 'string' },
  level: { type: 'string' },
  paper: { type: 'string' },
  orientation: { type: 'string' },
  out: { type: 'string', short: 'o' },
  names: { type: 'string' },
  people: { type: 'string' },
  photos: { type: 'string' },
  images: { type: 'string' },
  verbatims: { type: 'string' },
  sources: { type: 'string' },
  data: { type: 'string' },
  files: { type: 'string' },
  client: { type: 'string' },
  dates: { type: 'string' },
  replace: { type: 'string', multiple: true },
  seed: { type: 'string' },
  report: { type: 'string' },
} as const;

export type OptionName = keyof typeof OPTIONS;

/** Which command takes which. */
export const VERB_OPTIONS: Readonly<Record<Verb, readonly OptionName[]>> = {
  schema: ['lang'],
  validate: ['json', 'lang'],
  diff: ['json', 'lang'],
  completion: ['lang'],
  merge: ['out', 'json', 'lang'],
  redact: ['out', ...REDACT_OPTION_NAMES, 'replace', 'seed', 'report', 'json', 'lang'],
  lint: ['level', 'paper', 'orientation', 'json', 'lang'],
};

/** The options of a verb, as `parseArgs` wants them. */
export const optionsOf = (verb: Verb): Readonly<Partial<typeof OPTIONS>> =>
  Object.fromEntries(VERB_OPTIONS[verb].map((name) => [name, OPTIONS[name]]));
