import type { AnyDoc } from '@shared/model/document';
import type { EditBox, Target } from '@shared/scene/primitives';
import type { ViewSize } from '@/canvas/camera';
import type { CameraStore } from '@/canvas/cameraStore';
import type { CanvasView } from '@/canvas/createCanvasView';
import type { BoardHandle, BoardViewProps } from '@/session/boardHandle';
import type { OtherBoards } from '@/session/otherBoards';
import type { Session } from '@/session/session';
import type { Workspace } from '@/session/workspaceApi';
import type { BoardEditing } from './boardEditing';
import type { SceneNow } from './boardScene';
import type { Found } from './find';
import type { Gestures } from './gestures';
import type { TextEditing } from './textEditing';
import type { UiStore } from './uiState';
import type { ViewMoves } from './viewMoves';

export type EditorProps<Doc extends AnyDoc> = Pick<
  BoardViewProps<Doc>,
  'session' | 'workspace' | 'workshop' | 'personas' | 'others' | 'compact' | 'projecting'
>;

/** An open board on screen: everything its parts share. The frame around the board sees only the handle in it. */
export interface BoardController<Doc extends AnyDoc> extends BoardHandle {
  /** What the kind of this board means by everything. */
  readonly plug: BoardEditing<Doc>;
  readonly session: Session<Doc>;
  readonly ui: UiStore;
  readonly camera: CameraStore;
  readonly moves: ViewMoves;
  readonly editing: TextEditing;
  /** The board as it is drawn: laid out now if something changed. */
  readonly now: () => SceneNow<Doc>;
  /** Where what is looked for stands. */
  readonly found: () => Found;
  readonly viewSize: () => ViewSize;
  readonly selection: () => readonly Target[];
  readonly select: (selection: readonly Target[]) => void;
  /** Brings a target into view without selecting it. */
  readonly show: (target: Target) => void;
  /** Where the text being edited is written now. */
  readonly editBox: () => EditBox | null;
  readonly setPlacer: (place: (() => void) | null) => void;
  readonly focusBoard: () => void;
  /** What has the keyboard and the pointer. */
  readonly surface: HTMLElement;
  /** Says why something asked for did not happen. */
  readonly refuse: (why: string) => void;
  readonly gestures: Gestures;
  /** Stores a picture before a note names it. */
  readonly keepAsset: Workspace['keepAsset'];
  /** The bytes of a stored picture. */
  readonly readAsset: Workspace['readAsset'];
  /** The other boards of the workshop. */
  readonly others: () => OtherBoards;
  readonly setProps: (props: EditorProps<Doc>) => void;
  readonly view: CanvasView;
  readonly destroy: () => void;
}

/** The handle is the controller; the panels beside the canvas find their way back with this. */
const controllers = new WeakMap<BoardHandle, unknown>();

export function registerController<Doc extends AnyDoc>(controller: BoardController<Doc>): void {
  controllers.set(controller, controller);
}

/** The controller behind the handle that the frame passes around; null until the canvas is there. The caller knows the kind. */
export const controllerOf = <Doc extends AnyDoc = AnyDoc>(handle: BoardHandle | null): BoardController<Doc> | null =>
  handle ? ((controllers.get(handle) as BoardController<Doc> | undefined) ?? null) : null;
