import type { BoardId, NewId, PersonaId } from '../base/ids';
import type { TranslateFn } from '../i18n/translate';
import type { DocType, SheetKindId } from '../model/document';
import type { Theme } from '../model/theme';
import type { WorkshopLogo } from '../model/workshop';
import type { PosterPart } from '../scene/posterParts';
import type { Scene, Target } from '../scene/primitives';
import type { SheetSize } from '../scene/sheet';
import type { TextMeasurer } from '../text/measure';
import type { PersonaDoc } from './persona/model';
import type { NoteFilter } from './pieces/noteFilter';

/** How a board is looked at; never stored with it. */
export interface BoardView {
  /** `compact` is the screen below 1366 px; a poster re-flows for its sheet. */
  readonly form: 'screen' | 'compact' | 'poster';
  /** Entity whose column is highlighted (a stage), if any. */
  readonly focus: Target | null;
  /** Ids of rows that this form folds by itself and the user has opened. */
  readonly unfolded?: readonly string[];
  /** Notes that do not meet it are left out of the flow; how many, the foot tells. */
  readonly filter?: NoteFilter;
  /** Shows the questions of every zone, of filled ones too (kinds whose zones ask questions). */
  readonly prompts?: boolean;
  /** Shows what the participants say behind the curve (journey maps). */
  readonly opinions?: boolean;
  /** Paper of a poster. */
  readonly sheet?: SheetSize;
  /** What a poster is made without; absent for all of it. */
  readonly hides?: readonly PosterPart[];
  /** Ids of the stages that a poster shows; absent for all that its board does. What the map says of itself as a whole stays. */
  readonly stages?: readonly string[];
  /** Ids of the areas that a poster shows as rows of stages (empathy maps); absent for all. */
  readonly areas?: readonly string[];
  /** The stages of one sheet of several, and which of them it is. */
  readonly part?: SheetPart;
}

/** What of a board a poster shows, as far as its document does not tell. */
export type BoardPart = Pick<BoardView, 'filter' | 'stages' | 'areas'>;

/** What one sheet of a poster on several holds. */
export interface SheetPart {
  /** Ids of the stages that stand on it, in order. */
  readonly ids: readonly string[];
  /** From 1. */
  readonly number: number;
  readonly count: number;
}

/** Titles of boards by their ids. */
export type BoardTitles = Readonly<Record<BoardId, string>>;

/** What a poster says of the workshop it comes from. */
export interface AboutWorkshop {
  readonly title: string;
  readonly client: string;
  readonly place: string;
  /** The client's, in the title block of posters. */
  readonly logo?: WorkshopLogo | null;
}

export interface LayoutContext {
  readonly measure: TextMeasurer;
  readonly t: TranslateFn;
  readonly lang: 'fr' | 'en';
  readonly theme: Theme;
  readonly personas: Readonly<Record<PersonaId, PersonaDoc>>;
  readonly workshop: AboutWorkshop;
  /** What the boards of the workshop are called, by their ids; absent where that is not known. */
  readonly boards?: BoardTitles;
  /** Pictures that are known to be gone: what stood in their place, or that they are gone, is drawn instead. Absent where all are there. */
  readonly lost?: ReadonlySet<string> | undefined;
  readonly view: BoardView;
}

/** The content of a board as a tree, for screen readers, keyboard, Markdown and tagged PDF. */
export interface OutlineNode {
  readonly target: Target;
  /** One spoken line: what it is and what it says. */
  readonly label: string;
  readonly children: readonly OutlineNode[];
}

export interface CreateArgs {
  readonly newId: NewId;
  readonly title: string;
  readonly lang: 'fr' | 'en';
  readonly t: TranslateFn;
  /** Today, `YYYY-MM-DD`. */
  readonly date: string;
  /** Id of a preset of the kind, or `blank`. */
  readonly preset: string;
}

/** Everything the rest of the app needs to know of a kind of board. */
export interface BoardKind<Doc> {
  readonly id: SheetKindId;
  readonly type: DocType<Doc>;
  readonly presets: readonly string[];
  create(args: CreateArgs): Doc;
  /**
   * Reads the code that drawing this document needs and a start does not; null where it is all there. A layout does not wait for it:
   * what is missing keeps its place empty.
   */
  prepare?(doc: Doc): Promise<void> | null;
  layout(doc: Doc, ctx: LayoutContext): Scene;
  outline(doc: Doc, ctx: Pick<LayoutContext, 't' | 'lang' | 'personas' | 'boards'>): OutlineNode;
  /**
   * Whether the poster stands on `view.sheet` with type that is no smaller than a `scale`-th of full size. A longer sheet never
   * holds less: rolls are cut by it.
   */
  stands(doc: Doc, ctx: LayoutContext, scale: number): boolean;
  /** Whether the poster, or the part of it in `view.part`, has every letter large enough on `view.sheet`; absent where a layout is the quickest answer. */
  isLegible?(doc: Doc, ctx: LayoutContext): boolean;
  /** The document without what `hides` names, as far as it is the document's: asked once before a poster is laid out, with the same in `view.hides`. */
  without?(doc: Doc, hides: readonly PosterPart[]): Doc;
  /** Ways to part a poster between its stages (those of `shown`, else all), `count` sheets or fewer; null where there is nothing to part between. */
  parts?(doc: Doc, count: number, shown?: readonly string[]): readonly (readonly string[])[] | null;
}
