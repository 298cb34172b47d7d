import type { BoardId, StageId } from '@shared/base/ids';
import type { TranslateFn } from '@shared/i18n/translate';
import type { AnyDoc, BoardKindId } from '@shared/model/document';
import type { LinkPiece } from '@shared/model/linkGraph';
import type { CommonNoteFields, NoteLink } from '@shared/model/note';
import type { IconName } from '@shared/scene/icons';
import type { Target } from '@shared/scene/primitives';
import type { StoreApi } from 'zustand/vanilla';

/** A stage as boards of any kind tell it to others. */
export interface StageFacts {
  readonly id: StageId;
  readonly title: string;
  readonly duration: string;
  /** Valences of its moments in order, -2..+2. */
  readonly moments: readonly number[];
  /** The map that tells it in detail. */
  readonly detail?: BoardId | null;
}

/** Something on a board that leads to other boards. */
export interface LinkedPiece {
  readonly target: Target;
  readonly text: string;
  readonly links: readonly NoteLink[];
}

/** Another board of the workshop, read as it is now. */
export interface OtherBoard {
  readonly id: BoardId;
  readonly kind: BoardKindId;
  readonly title: string;
  /** The sign of its kind. */
  readonly icon: IconName;
  /** Null for kinds of boards without stages. */
  readonly stages: readonly StageFacts[] | null;
  /** What stands in words on it: `Irritant, étape 3`. Null when it is gone. */
  readonly nameOf: (target: Target, t: TranslateFn) => string | null;
  readonly textOf: (target: Target) => string;
  /** Everything on it that links to another board. */
  readonly linked: readonly LinkedPiece[];
  /** Everything on it that can be linked. */
  readonly pieces: readonly LinkPiece[];
}

/** Rows of another board that a note can be carried on into. */
export type CarriedTo = 'opportunities' | 'pain-points';

export interface CarriedNote {
  readonly to: CarriedTo;
  readonly stageId: StageId;
  readonly fields: Partial<Omit<CommonNoteFields, 'clusterId'>>;
}

/** The boards beside the one on screen: to read, to go to, to carry something on into. */
export interface OtherBoards {
  /** Its own id: others link to it by that. */
  readonly self: BoardId;
  /** Rises when one of them has changed or come, so that what was read is read again. */
  readonly version: StoreApi<number>;
  /** Tabs in order, this one left out. */
  readonly list: () => readonly Pick<OtherBoard, 'id' | 'kind' | 'title'>[];
  /** Null when the workshop has no such board. */
  readonly read: (id: BoardId) => Promise<OtherBoard | null>;
  /** Adds notes to another board as one step of undo there: what came of them, and how to take it back; null when nothing did. */
  readonly carryOn: (
    id: BoardId,
    notes: readonly CarriedNote[],
  ) => Promise<{ readonly targets: readonly Target[]; readonly undo: () => void } | null>;
  /** Lets something on another board rest on something, or no more, as one step of undo there: how to take it back; null when nothing changed. */
  readonly relink: (
    id: BoardId,
    target: Target,
    to: NoteLink,
    isOn: boolean,
  ) => Promise<{ readonly undo: () => void } | null>;
  /** Copies a row of this board, with its content, to another one of its kind: the new row, and how to take it back; null when it took none. */
  readonly copyRow: (
    id: BoardId,
    from: AnyDoc,
    row: Target,
  ) => Promise<{ readonly targets: readonly Target[]; readonly undo: () => void } | null>;
  /** Shows a board and, on it, one thing. */
  readonly show: (id: BoardId, target: Target | null) => Promise<void>;
  readonly stop: () => void;
}
