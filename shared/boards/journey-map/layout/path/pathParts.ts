import { pathRow } from './pathRow';
import { wayItems } from './wayLegend';

/** What the sheet of a map takes from its path. */
export const PATH = { row: pathRow, legend: wayItems } as const;
