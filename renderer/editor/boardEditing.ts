import type { ActionId } from '@shared/actions';
import type { BoardKind } from '@shared/boards/boardKind';
import type { CopiedNote, PastedFields } from '@shared/clipboard/notesPayload';
import type { Lang, TranslateFn } from '@shared/i18n/translate';
import type { AnyDoc } from '@shared/model/document';
import type { CommonNoteFields, NoteColor } from '@shared/model/note';
import type { Theme } from '@shared/model/theme';
import type { Box, EditBox, Target } from '@shared/scene/primitives';
import type { ComponentType } from 'react';
import type { Point } from '@/canvas/camera';
import type { Direction } from '@/canvas/neighbour';
import type { PlacedTarget, TargetIndex } from '@/canvas/targetIndex';
import type { BoardViewProps } from '@/session/boardHandle';
import type { RunOptions, Session } from '@/session/session';
import type { BoardController } from './boardController';
import type { SceneNow } from './boardScene';
import type { Drag, DragContext } from './drag';
import type { BoardMenuItem } from './menuItems';

/** What can be hit, chosen, moved on boards of a kind, and how it is named. */
export interface TargetRules<Doc extends AnyDoc> {
  /** Which target is meant where several lie on top of each other: the highest; below 0 is never hit. */
  readonly rank: (target: Target) => number;
  /** Pieces that stand in places: what a marquee and Ctrl+A choose. */
  readonly isContent: (target: Target) => boolean;
  readonly isMovable: (target: Target) => boolean;
  readonly isDeletable: (target: Target) => boolean;
  /** The one way it can be dragged, when there is only one. */
  readonly axisOf: (target: Target) => 'x' | 'y' | null;
  readonly exists: (doc: Doc, target: Target) => boolean;
  /** Where a target is that is not drawn itself, such as a column without a header. */
  readonly boxOf?: (now: SceneNow<Doc>, target: Target) => Box | null;
  /** Everything the keyboard walks through, in reading order; each thing once. */
  readonly stops: (now: SceneNow<Doc>) => readonly PlacedTarget[];
  /** What the sheet highlights by itself for the only chosen thing (its stage); null for none. */
  readonly focusOf: (doc: Doc, chosen: Target) => Target | null;
  /** One target in words, e.g. `Irritant, étape 3`. */
  readonly label: (doc: Doc, target: Target, t: TranslateFn) => string;
  /** The target on whose line of the outline another one is told (a quote on that of its face). */
  readonly lineOf?: (target: Target) => Target;
  /** Things of the same kind in their order: what is chosen after one of them is deleted. */
  readonly siblings: (doc: Doc, target: Target) => readonly Target[];
  /** Opens what is folded over a piece that was just added (a row of a narrow window), so that it can be seen and written in. */
  readonly uncover?: (controller: BoardController<Doc>, target: Target) => void;
}

/** The texts of a board that are written in place. */
export interface TextAccess<Doc extends AnyDoc> {
  /** The stored text that a target is edited through; null for what has none. */
  readonly get: (doc: Doc, target: Target, lang: Lang) => string | null;
  readonly set: (session: Session<Doc>, target: Target, text: string, options: RunOptions) => void;
  /** Every text of the board that can be looked for, also of what is folded away. */
  readonly all: (doc: Doc) => readonly { readonly target: Target; readonly text: string }[];
  /** True when its text may not be changed. */
  readonly isLocked: (doc: Doc, target: Target) => boolean;
  /** What is written of a target, when that is another one (the quote of a face). */
  readonly writtenPart: (target: Target) => Target;
  /** True for what is opened for writing as soon as it is added. */
  readonly opensWhenAdded: (target: Target) => boolean;
  /** True for what Escape takes away again while it is first written. */
  readonly vanishesEmpty: (target: Target) => boolean;
  /** True for what stays although nothing was written in it. */
  readonly staysEmpty: (target: Target) => boolean;
  /** Where a text goes that is not drawn yet. */
  readonly box?: (index: TargetIndex, target: Target, theme: Theme, text: string) => EditBox | null;
}

/** What Enter and Tab do after a text of a place: add the next one, only walk on, or nothing. */
export interface CaptureRules {
  /** Enter after a new piece opens another one in the same place. */
  readonly another: boolean;
  /** Tab goes on to the next place: to what it holds, and adds where it holds nothing, or stays. */
  readonly beside: 'add' | 'walk' | 'stay';
}

export interface NoteHome {
  readonly place: Target;
  /** Index among what stands there; null is the end. */
  readonly at: number | null;
}

/** The places of a board that hold pieces in order: the cells of a journey, the zones of an empathy map. A place is a target. */
export interface PlaceAccess<Doc extends AnyDoc> {
  /** True for places that Enter and a double click add to. */
  readonly isPlace: (target: Target) => boolean;
  /** Which place takes a dragged piece where several lie on top of each other (a group in a cell): the highest; below 0, none. */
  readonly rank: (target: Target, piece: Target) => number;
  /** The place a piece stands in; null for what stands in none. */
  readonly of: (doc: Doc, piece: Target) => Target | null;
  /** What stands in a place, in order. */
  readonly contents: (doc: Doc, place: Target) => readonly Target[];
  /** The place that Tab goes to; null past the end. */
  readonly beside: (doc: Doc, place: Target, by: 1 | -1) => Target | null;
  readonly takes: (doc: Doc, place: Target, piece: Target) => boolean;
  /** Puts a piece into a place at an index (itself not counted; null is the end). */
  readonly put: (session: Session<Doc>, piece: Target, place: Target, at: number | null, options: RunOptions) => void;
  /** Adds what a place holds, at an index (null is the end); null where it takes nothing. */
  readonly add: (session: Session<Doc>, place: Target, at: number | null, options: RunOptions) => Target | null;
  readonly capture: (doc: Doc, place: Target) => CaptureRules;
  /** Where new notes go for what is chosen, opened if it was hidden or folded; null where the board has no place for notes. */
  readonly home: (session: Session<Doc>, chosen: Target | null, options: RunOptions) => NoteHome | null;
}

/** A sticky note as every kind of board has it. */
export type EditedNote = CommonNoteFields & { readonly id: string };
export type EditedNoteFields = Partial<Omit<EditedNote, 'id' | 'text' | 'clusterId'>>;

export interface NewNote {
  readonly fields: PastedFields;
  /** As `NoteAccess.own` gave it, perhaps on a board of another kind. */
  readonly own?: CopiedNote['own'];
}

export interface NoteEdit {
  readonly id: string;
  readonly fields: EditedNoteFields;
}

/** The sticky notes of a board, by the fields that every kind gives them. */
export interface NoteAccess<Doc extends AnyDoc> {
  /** Pieces that have words and a proof, and none of the other fields of a sticky note. */
  readonly proofOnly?: boolean;
  /** The note a target stands for; null when it is none. */
  readonly get: (doc: Doc, target: Target) => EditedNote | null;
  /** Every note of the board, in no order. */
  readonly all: (doc: Doc) => readonly EditedNote[];
  /** The paper of a note that has no colour of its own; null where it stands on none. */
  readonly paper: (doc: Doc, note: EditedNote) => NoteColor | null;
  /** Adds notes to a place, one after the other, as one step of undo; what was added. */
  readonly add: (
    session: Session<Doc>,
    home: NoteHome,
    notes: readonly NewNote[],
    options: RunOptions,
  ) => readonly Target[];
  /** What only this kind gives a note, to be copied with it. */
  readonly own: (doc: Doc, note: EditedNote) => CopiedNote['own'];
  /** Changes notes as one step of undo. */
  readonly set: (session: Session<Doc>, edits: readonly NoteEdit[], options?: RunOptions) => void;
}

/** Notes gathered under a title. A group is a target whose text is its title. */
export interface GroupAccess<Doc extends AnyDoc> {
  readonly isGroup: (target: Target) => boolean;
  /** The group a note stands in. */
  readonly of: (doc: Doc, note: Target) => Target | null;
  readonly isFolded: (doc: Doc, group: Target) => boolean;
  /** Gathers notes, in this order; the new group, or null when none of them may move. */
  readonly gather: (session: Session<Doc>, notes: readonly Target[], options: RunOptions) => Target | null;
  /** Takes groups apart; their notes stay. */
  readonly dissolve: (session: Session<Doc>, groups: readonly Target[], options: RunOptions) => void;
  readonly fold: (session: Session<Doc>, groups: readonly Target[], folded: boolean, options: RunOptions) => void;
}

/** Pieces that stand where a hand put them instead of following the flow of their place. */
export interface FreeAccess<Doc extends AnyDoc> {
  readonly isFree: (doc: Doc, target: Target) => boolean;
  /** Puts pieces where these boxes say, in units of the scene as it is drawn, each in the place it lies over. */
  readonly put: (
    now: SceneNow<Doc>,
    session: Session<Doc>,
    moves: readonly { readonly target: Target; readonly box: Box }[],
    options: RunOptions,
  ) => void;
}

export interface PanelProps<Doc extends AnyDoc> {
  readonly controller: BoardController<Doc>;
  readonly doc: Doc;
  /** The one thing that is chosen; null when nothing is. */
  readonly target: Target | null;
  readonly view: BoardViewProps<Doc>;
}

/** A hint of the bar under the sheet: keys that work now, and what they do. */
export interface KeyHint {
  readonly keys: readonly string[];
  readonly text: string;
}

/** What a kind of board shows beside and under the sheet for what is chosen. */
export interface PanelAccess<Doc extends AnyDoc> {
  /** Everything about the one thing that is chosen, or about the board itself. */
  readonly Inspector: ComponentType<PanelProps<Doc>>;
  /** What the bar under the sheet offers for a note beside its evidence. */
  readonly BarExtra?: ComponentType<{ readonly controller: BoardController<Doc>; readonly target: Target }>;
  /** What stands over the sheet while it is on (a guide); it decides itself whether it is there. */
  readonly Above?: ComponentType<{ readonly controller: BoardController<Doc>; readonly projecting: boolean }>;
  /** What the panel of several things offers beside what notes share. */
  readonly ManyExtra?: ComponentType<{
    readonly controller: BoardController<Doc>;
    readonly selection: readonly Target[];
  }>;
  /** Name of the board's outline. */
  readonly outlineLabel: (t: TranslateFn) => string;
  /** Kinds of targets whose lines in the outline are headings. */
  readonly headings: ReadonlySet<string>;
  readonly keyHints?: (target: Target, t: TranslateFn) => readonly KeyHint[] | null;
  /** A value that is told at once whenever it changes (the valence of a face). */
  readonly spokenValue?: (doc: Doc, target: Target, lang: Lang) => string | null;
}

export type Perform = () => boolean;

/** What a kind of board does its own way when hands work on it. Each may be left out. */
export interface GestureHooks<Doc extends AnyDoc> {
  /** The drag of a target; null when it cannot be dragged now. */
  readonly startDrag: (context: DragContext<Doc>, held: Target, selection: readonly Target[]) => Drag<Doc> | null;
  /** What a click beside everything means (the row at that height). */
  readonly behind?: (now: SceneNow<Doc>, at: Point) => Target | null;
  /** After a plain click on something. */
  readonly clicked?: (controller: BoardController<Doc>, target: Target) => void;
  /** Goes where a target leads, when it is one that does: after a plain click and with Enter. */
  readonly opened?: (controller: BoardController<Doc>, target: Target) => boolean;
  /** A double click on a place; false adds there as usual. */
  readonly placeOpened?: (controller: BoardController<Doc>, at: Point) => boolean;
  /** An arrow key on the only chosen thing; null leaves it to walk on. */
  readonly arrow?: (
    controller: BoardController<Doc>,
    target: Target,
    direction: Direction,
    shift: boolean,
  ) => boolean | null;
  /** A key without a chord before the editor has it; true when it was meant here. */
  readonly key?: (controller: BoardController<Doc>, key: string, shift: boolean) => boolean;
  /** Plus and minus on a line of the outline. */
  readonly step?: (session: Session<Doc>, target: Target, up: boolean) => boolean;
}

/**
 * A kind of board as the editor works on it: the one thing a kind plugs in. Selection, gestures, keys, writing, menus, panels
 * are the editor's; what they mean on a board of this kind is told here.
 */
export interface BoardEditing<Doc extends AnyDoc> {
  readonly kind: BoardKind<Doc>;
  /** What the board is called: its title, or its kind's name. */
  readonly title: (doc: Doc, t: TranslateFn) => string;
  readonly targets: TargetRules<Doc>;
  readonly texts: TextAccess<Doc>;
  readonly places: PlaceAccess<Doc>;
  readonly notes: NoteAccess<Doc>;
  readonly groups: GroupAccess<Doc>;
  /** Null for kinds whose pieces all follow the flow. */
  readonly free: FreeAccess<Doc> | null;
  readonly panels: PanelAccess<Doc>;
  readonly gestures: GestureHooks<Doc>;
  /** Moves a thing one place in a direction (Alt and an arrow). False when it cannot go there. */
  readonly move: (session: Session<Doc>, target: Target, direction: Direction, options?: RunOptions) => boolean;
  /** Deletes what may be deleted of a selection. */
  readonly remove: (session: Session<Doc>, targets: readonly Target[]) => void;
  /** Why nothing of a selection was deleted. */
  readonly refusal: (targets: readonly Target[], t: TranslateFn) => string;
  /** Copies things right behind themselves; the copies. */
  readonly duplicate: (session: Session<Doc>, targets: readonly Target[], options: RunOptions) => readonly Target[];
  /** Adds to the place of the selection: another of the same kind behind a piece or a header, the first one into a place. */
  readonly addNear: (session: Session<Doc>, chosen: Target | null, options: RunOptions) => Target | null;
  /** Actions of the app that this kind does itself. */
  readonly actions: (controller: BoardController<Doc>) => Partial<Record<ActionId, Perform>>;
  /** The menu of the one thing that is selected, or of the board: nine lines at most. */
  readonly menu: (controller: BoardController<Doc>, t: TranslateFn) => readonly BoardMenuItem[];
  /** What the menu of several things offers beside what notes share. */
  readonly manyMenu?: (controller: BoardController<Doc>, t: TranslateFn) => readonly BoardMenuItem[];
}
