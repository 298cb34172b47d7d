/** What stands in tables where nothing is known, besides an empty cell. */
const MISSING: ReadonlySet<string> = new Set([
  'na',
  'n/a',
  '#n/a',
  'n.a.',
  'null',
  'nan',
  'none',
  '-',
  '–',
  '—',
  '.',
  '?',
  'nsp',
]);

/** True for a cell that says nothing. */
export const isMissing = (text: string): boolean =>
  text === '' || (text.length <= 5 && MISSING.has(text.toLowerCase()));
