import type { BoardKindId } from '../model/document';
import type { BoardKind } from './boardKind';
import { empathyMapKind } from './empathy-map/kind';
import { journeyMapKind } from './journey-map/kind';

/** Every kind of board. The only place that lists them: the rest asks `boardKind(id)`. */
const KINDS = { 'journey-map': journeyMapKind, 'empathy-map': empathyMapKind } as const;

/** The kind of a board. */
export function boardKind(id: BoardKindId): BoardKind<unknown> {
  return KINDS[id] as unknown as BoardKind<unknown>;
}
