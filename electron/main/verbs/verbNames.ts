/** Commands that need no window: they run in any JavaScript engine that has files. */
export const VERBS = ['schema', 'validate', 'diff', 'lint', 'merge', 'redact', 'completion'] as const;
export type Verb = (typeof VERBS)[number];

const isVerb = (word: string | undefined): word is Verb => VERBS.some((verb) => verb === word);

/** The verb that these words ask for, or ask help about; null when they ask for something else. */
export function verbOf([first, second]: readonly string[]): Verb | null {
  if (isVerb(first)) return first;
  return first === 'help' && isVerb(second) ? second : null;
}
