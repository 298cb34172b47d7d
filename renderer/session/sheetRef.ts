import type { BoardId, PersonaId } from '@shared/base/ids';
import type { SheetKindId } from '@shared/model/document';

export type SheetId = BoardId | PersonaId;

/** What can be shown on the board screen: a board of the workshop, or one of its personas. A `BoardRef` is one. */
export interface SheetRef {
  readonly id: SheetId;
  readonly kind: SheetKindId;
  /** On its tab. */
  readonly title: string;
}
