const YES: ReadonlySet<string> = new Set(['oui', 'yes', 'vrai', 'true', 'o', 'y', 'x', '✓']);
const NO: ReadonlySet<string> = new Set(['non', 'no', 'faux', 'false', 'n']);

/** The answer a cell gives; null when it is neither yes nor no. */
export function parseYesNo(text: string): boolean | null {
  const plain = text.toLowerCase();
  if (YES.has(plain)) return true;
  return NO.has(plain) ? false : null;
}
