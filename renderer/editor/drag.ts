import type { Lang } from '@shared/i18n/translate';
import type { AnyDoc } from '@shared/model/document';
import type { Target } from '@shared/scene/primitives';
import type { Point } from '@/canvas/camera';
import type { Hiding } from '@/canvas/hiddenTargets';
import type { OverlayModel } from '@/canvas/overlayModel';
import type { Modifiers } from '@/canvas/pointerMachine';
import type { Session } from '@/session/session';
import type { BoardEditing } from './boardEditing';
import type { SceneNow } from './boardScene';

/** What a drag shows while it lasts. */
export interface DragPicture<Doc extends AnyDoc> {
  readonly hidden: ReadonlyMap<string, Hiding>;
  readonly lifted: OverlayModel['lifted'];
  readonly drop: OverlayModel['drop'];
  readonly badge: OverlayModel['badge'];
  /** Lines that show what a freely placed piece lines up with. */
  readonly guides: OverlayModel['guides'];
  /** The document as it would be, drawn in place of the stored one. */
  readonly provisional: Doc | null;
}

export const STILL: DragPicture<never> = {
  hidden: new Map(),
  lifted: null,
  drop: null,
  badge: null,
  guides: [],
  provisional: null,
};

/** One drag, from its start to its release. It changes nothing but its picture until `drop`. */
export interface Drag<Doc extends AnyDoc> {
  readonly move: (to: Point, mods: Modifiers) => DragPicture<Doc>;
  /** Runs the change; what is selected afterwards. */
  readonly drop: (mods: Modifiers) => readonly Target[];
}

export interface DragContext<Doc extends AnyDoc> {
  readonly plug: BoardEditing<Doc>;
  readonly session: Session<Doc>;
  /** The board as it was drawn when the drag began. */
  readonly now: SceneNow<Doc>;
  readonly lang: Lang;
  /** Where the press was, in scene units. */
  readonly from: Point;
}
