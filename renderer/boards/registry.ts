import type { AnyDoc, SheetKindId } from '@shared/model/document';
import type { BoardFace } from './boardFace';
import { empathyFace } from './empathy-map/face';
import { journeyFace } from './journey-map/face';
import { personaFace } from './persona/face';

/** How every kind of sheet is shown and edited. The only place that lists them: the rest asks `boardFace(kind)`. */
const FACES = {
  'journey-map': journeyFace,
  'empathy-map': empathyFace,
  persona: personaFace,
} as const satisfies Readonly<Record<SheetKindId, unknown>>;

/** The face of a kind; it is handed documents of that kind only. */
export const boardFace = (kind: SheetKindId): BoardFace<AnyDoc> => FACES[kind] as unknown as BoardFace<AnyDoc>;

/** The face of the kind a board's document is of. */
export const faceOf = (doc: AnyDoc): BoardFace<AnyDoc> => boardFace(doc.kind as SheetKindId);
