import type { BoardPart } from '../boards/boardKind';
import type { NoteFilter } from '../boards/pieces/noteFilter';
import type { AnyDoc } from '../model/document';

/**
 * What of one board a poster shows. Rows, stages and personas are named by what is left out, so that what comes to the board later is shown. A list
 * that would leave nothing leaves nothing out.
 */
export interface BoardChoice {
  /** Ids of rows (journey maps), of areas and of zones that wait in reserve (empathy maps). */
  readonly rows: readonly string[];
  readonly stages: readonly string[];
  /** Ids of personas of the map, with their curves and what is for them alone. */
  readonly personas: readonly string[];
  /** Notes that do not meet it are left out; undefined for none. */
  readonly filter: NoteFilter | undefined;
}

/** All of a board. */
export const WHOLE_BOARD: BoardChoice = { rows: [], stages: [], personas: [], filter: undefined };

/** A board as its poster shows it: a copy without what is left out, and what its layout has to be told besides. */
export interface ChosenBoard<Doc = AnyDoc> {
  readonly doc: Doc;
  readonly part: BoardPart;
}

/** What of a list is not left out; all of it where nothing would be left. */
export function left<T>(all: readonly T[], out: readonly string[], idOf: (one: T) => string): readonly T[] {
  if (out.length === 0) return all;
  const some = all.filter((one) => !out.includes(idOf(one)));
  return some.length === 0 ? all : some;
}

/** The entries of a record that are kept: the very record where all are. */
export function keptOf<Id extends string, T>(all: Record<Id, T>, keeps: (one: T) => boolean): Record<Id, T> {
  const entries = Object.entries<T>(all);
  const some = entries.filter(([, one]) => keeps(one));
  return some.length === entries.length ? all : (Object.fromEntries(some) as Record<Id, T>);
}
