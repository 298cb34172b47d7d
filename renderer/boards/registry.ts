import type { AnyDoc, BoardKindId } from '@shared/model/document';
import type { BoardFace } from './boardFace';
import { empathyFace } from './empathy-map/face';
import { journeyFace } from './journey-map/face';

/** How every kind of board is shown and edited. The only place that lists them: the rest asks `boardFace(kind)`. */
const FACES = { 'journey-map': journeyFace, 'empathy-map': empathyFace } as const satisfies Readonly<
  Record<BoardKindId, unknown>
>;

/** The face of a kind; it is handed documents of that kind only. */
export const boardFace = (kind: BoardKindId): BoardFace<AnyDoc> => FACES[kind] as unknown as BoardFace<AnyDoc>;

/** The face of the kind a board's document is of. */
export const faceOf = (doc: AnyDoc): BoardFace<AnyDoc> => boardFace(doc.kind as BoardKindId);
