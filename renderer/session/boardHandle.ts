import type { ActionId } from '@shared/actions';
import type { PersonaId } from '@shared/base/ids';
import type { PersonaDoc } from '@shared/boards/persona/model';
import type { MessageKey } from '@shared/i18n/translate';
import type { AnyDoc } from '@shared/model/document';
import type { WorkshopDoc } from '@shared/model/workshop';
import type { Target } from '@shared/scene/primitives';
import type { StoreApi } from 'zustand/vanilla';
import type { OtherBoards } from './otherBoards';
import type { Session } from './session';
import type { Workspace } from './workspaceApi';

/** What the frame (rail, bars, menus, palette) reads of the board it surrounds. */
export interface BoardHandleState {
  /** Screen pixels per scene unit: 1 is 100 %. Changes once a gesture has ended, not during it. */
  readonly zoom: number;
  readonly selection: readonly Target[];
  /** The selection in words, e.g. `Étape 3, Considération`; empty when nothing is selected. */
  readonly selectionLabel: string;
}

/** What a board does with things dragged over it from outside the app; points are those of the window. */
export interface BoardDrop {
  /** Lights up where it would land; false where the board takes none of it. Without data nothing is over the board any more. */
  readonly over: (data: DataTransfer | null, at: { readonly x: number; readonly y: number } | null) => boolean;
  /** Takes it in; false when it is nothing for this board or this place. */
  readonly take: (data: DataTransfer, at: { readonly x: number; readonly y: number }) => boolean;
}

/** What a board on screen offers to the frame around it. The board kind makes one; the frame only calls it. */
export interface BoardHandle {
  readonly state: StoreApi<BoardHandleState>;
  /** Does an action of the board (add, edit, move, delete, zoom...); false when it does not apply now. */
  readonly perform: (action: ActionId) => boolean;
  /** Why an action cannot be done with what is chosen, in a few words; null when it can be. */
  readonly reason: (action: ActionId) => MessageKey | null;
  /** Selects something and brings it into view (a note found by the palette). */
  readonly reveal: (target: Target) => void;
  readonly drop: BoardDrop;
}

/** What every board view gets: `BoardCanvas`, `OutlinePanel` and `InspectorPanel` of a kind take exactly these. */
export interface BoardViewProps<Doc extends AnyDoc = AnyDoc> {
  readonly session: Session<Doc>;
  readonly workspace: Workspace;
  readonly workshop: Session<WorkshopDoc>;
  readonly personas: Readonly<Record<PersonaId, PersonaDoc>>;
  /** What the other boards of the workshop say to this one. */
  readonly others: OtherBoards;
  /** The layout for windows under 1366 px. */
  readonly compact: boolean;
  /** On a projector: the whole board, as large as it gets, without what is only there to edit it. */
  readonly projecting: boolean;
  /** Told by the canvas once it can be driven, and null when it goes. */
  readonly handle: BoardHandle | null;
  readonly onHandle: (handle: BoardHandle | null) => void;
}
