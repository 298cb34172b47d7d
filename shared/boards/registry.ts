import type { BoardKindId } from '../model/document';
import type { BoardKind } from './boardKind';
import { journeyMapKind } from './journey-map/kind';

/** Every kind of board. The only place that lists them: the rest asks `boardKind(id)`. */
const KINDS = { 'journey-map': journeyMapKind } as const;

/** The kind of a board. */
export function boardKind(id: BoardKindId): BoardKind<unknown> {
  return KINDS[id] as BoardKind<unknown>;
}
