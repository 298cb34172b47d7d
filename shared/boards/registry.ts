import type { SheetKindId } from '../model/document';
import type { BoardKind } from './boardKind';
import { empathyMapKind } from './empathy-map/kind';
import { journeyMapKind } from './journey-map/kind';
import { personaKind } from './persona/kind';

/** Every kind of sheet: boards and personas. The only place that lists them: the rest asks `boardKind(id)`. */
const KINDS = { 'journey-map': journeyMapKind, 'empathy-map': empathyMapKind, persona: personaKind } as const;

/** The kind of a board or of a persona. */
export function boardKind(id: SheetKindId): BoardKind<unknown> {
  return KINDS[id] as unknown as BoardKind<unknown>;
}
