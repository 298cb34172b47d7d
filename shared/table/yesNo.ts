const YES: ReadonlySet<string> = new Set(['oui', 'yes', 'vrai', 'true', 'o', 'y', 'x', '✓']);
const NO: ReadonlySet<string> = new Set(['non', 'no', 'faux', 'false', 'n']);

/**
 * Whether texts are answers, and whether an empty cell is one. They are where one of them says no, or where one spelling of yes stands
 * beside empty cells, as ticks do: `x` and `y` alone are two groups.
 */
export function yesNoColumn(texts: readonly string[], hasBlank: boolean): { readonly blankIsNo: boolean } | null {
  const spellings = new Set(texts.map((text) => text.toLowerCase()).filter((text) => parseYesNo(text) !== null));
  if ([...spellings].some((text) => NO.has(text))) return { blankIsNo: false };
  return spellings.size === 1 && hasBlank ? { blankIsNo: true } : null;
}

/** The answer a cell gives; null when it is neither yes nor no. */
export function parseYesNo(text: string): boolean | null {
  const plain = text.toLowerCase();
  if (YES.has(plain)) return true;
  return NO.has(plain) ? false : null;
}
