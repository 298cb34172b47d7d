import type { CommonNoteFields } from '../../model/note';
import { memoised } from '../../model/reading';
import type { EmpathyMapDoc, EmpathyNote } from './model';

/** How much of some notes stands on something. */
export interface Coverage {
  /** Notes with a verbatim, an observation or data behind them: an evidence that is no hypothesis. */
  readonly proven: number;
  readonly all: number;
  /** `100 * proven / all` rounded to whole per cent, but never 100 while one is missing nor 0 while one is there; null without notes. */
  readonly percent: number | null;
}

/** True for a note that stands on more than a supposition. */
export const isProven = ({ evidence }: Pick<CommonNoteFields, 'evidence'>): boolean =>
  evidence !== null && evidence !== 'hypothesis';

const coverageIn = memoised((notes: readonly EmpathyNote[]): Coverage => {
  const proven = notes.filter(isProven).length;
  const all = notes.length;
  if (all === 0) return { proven, all, percent: null };
  const rounded = Math.round((100 * proven) / all);
  const percent = proven === 0 || proven === all ? rounded : Math.min(99, Math.max(1, rounded));
  return { proven, all, percent };
});

/** Evidence at a glance: the share of notes that are more than a hypothesis. Notes without an evidence count as unproven. */
export const coverage = (notes: readonly EmpathyNote[]): Coverage => coverageIn(notes);

const mapCoverage = memoised((notes: EmpathyMapDoc['notes']) => coverageIn(Object.values<EmpathyNote>(notes)));

/** The same for the whole map, notes in reserve included. */
export const coverageOfMap = (doc: EmpathyMapDoc): Coverage => mapCoverage(doc.notes);
