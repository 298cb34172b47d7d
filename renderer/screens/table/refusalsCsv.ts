export interface RefusalLine {
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly reason: string;
}

/** What spreadsheets would take for a formula is written as text. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
const field = (text: string): string => `"${harmless(text).replace(/"/g, '""')}"`;

/** The list of refused rows as a CSV file that spreadsheets open: with a byte order mark, semicolons, no formula. */
export const refusalsCsv = (header: string, list: readonly RefusalLine[]): string =>
  [
    `\uFEFF${header}`,
    ...list.map(({ line, column, value, reason }) =>
      [String(line), field(column), field(value), field(reason)].join(';'),
    ),
    '',
  ].join('\r\n');
